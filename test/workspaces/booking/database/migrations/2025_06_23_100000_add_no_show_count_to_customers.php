<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        if (Schema::hasColumn('customers', 'no_show_count') === false) {
            Schema::table('customers', function (Blueprint $table) {
                $table->unsignedSmallInteger('no_show_count')->default(0)->after('is_vip');
            });
        }

        DB::transaction(function () {
            $counts = DB::table('appointments')
                ->where('status', 'no_show')
                ->groupBy('customer_id')
                ->selectRaw('customer_id, COUNT(*) as total')
                ->pluck('total', 'customer_id');

            foreach ($counts as $customerId => $total) {
                DB::table('customers')->where('id', $customerId)->update(['no_show_count' => $total]);
            }
        });
    }

    public function down(): void
    {
        Schema::table('customers', function (Blueprint $table) {
            $table->dropColumn('no_show_count');
        });
    }
};
