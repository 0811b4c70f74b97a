<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('services', function (Blueprint $table) {
            $table->foreignId('calcom_event_type_id')->nullable()->after('currency');
            $table->foreign('calcom_event_type_id')->references('id')->on('calcom_event_types')->nullOnDelete();
        });

        DB::table('calcom_event_mappings')
            ->where('is_active', true)
            ->whereNull('staff_id')
            ->orderBy('id')
            ->get(['service_id', 'calcom_event_type_id'])
            ->each(fn ($mapping) => DB::table('services')
                ->where('id', $mapping->service_id)
                ->whereNull('calcom_event_type_id')
                ->update(['calcom_event_type_id' => $mapping->calcom_event_type_id]));
    }

    public function down(): void
    {
        Schema::table('services', function (Blueprint $table) {
            $table->dropForeign(['calcom_event_type_id']);
            $table->dropColumn('calcom_event_type_id');
        });
    }
};
