<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Log;

return new class extends Migration
{
    public $withinTransaction = false;

    public function up(): void
    {
        $done = 0;

        DB::table('retell_call_sessions as s')
            ->select('s.id', 'c.company_id', 'c.customer_id', 'c.branch_id')
            ->join('calls as c', 'c.retell_call_id', '=', 's.call_id')
            ->whereNull('s.company_id')
            ->orderBy('s.id')
            ->chunk(200, function ($rows) use (&$done) {
                foreach ($rows as $row) {
                    $done += DB::table('retell_call_sessions')->where('id', $row->id)->update([
                        'company_id' => $row->company_id,
                        'customer_id' => $row->customer_id,
                        'branch_id' => $row->branch_id,
                    ]);
                }
            });

        if ($done > 0) {
            Log::info("Call sessions with a company: {$done}");
        }
    }

    public function down(): void
    {
    }
};
