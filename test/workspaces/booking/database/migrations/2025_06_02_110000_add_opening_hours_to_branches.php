<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('branches', function (Blueprint $table) {
            $table->json('opening_hours')->nullable()->after('timezone');
        });

        $week = array_fill_keys(['mon', 'tue', 'wed', 'thu', 'fri'], [['09:00', '18:00']]);

        DB::table('branches')->whereNull('opening_hours')->update(['opening_hours' => json_encode($week)]);
    }

    public function down(): void
    {
        Schema::table('branches', function (Blueprint $table) {
            $table->dropColumn('opening_hours');
        });
    }
};
