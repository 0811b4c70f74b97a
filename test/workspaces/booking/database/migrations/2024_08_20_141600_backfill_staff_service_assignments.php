<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Support\Facades\DB;

return new class extends Migration
{
    public function up(): void
    {
        DB::table('service_staff')
            ->join('services', 'services.id', '=', 'service_staff.service_id')
            ->select('services.company_id', 'service_staff.staff_id', 'service_staff.service_id')
            ->orderBy('service_staff.id')
            ->chunk(500, function ($rows) {
                foreach ($rows as $row) {
                    DB::table('staff_service_assignments')->insertOrIgnore([
                        'company_id' => $row->company_id,
                        'staff_id' => $row->staff_id,
                        'service_id' => $row->service_id,
                        'created_at' => now(),
                        'updated_at' => now(),
                    ]);
                }
            });
    }

    public function down(): void
    {
        //
    }
};
