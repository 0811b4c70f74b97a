<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        if (Schema::hasTable('calcom_service_mappings') && ! Schema::hasTable('calcom_event_mappings')) {
            Schema::rename('calcom_service_mappings', 'calcom_event_mappings');
        }

        Schema::table('calcom_event_mappings', function (Blueprint $table) {
            $table->renameColumn('event_type_id', 'calcom_event_type_id');
        });

        Schema::table('calcom_event_mappings', function (Blueprint $table) {
            $table->char('staff_id', 36)->nullable()->after('service_id');
            $table->foreign('staff_id')->references('id')->on('staff')->cascadeOnDelete();
            $table->unique(['service_id', 'staff_id', 'calcom_event_type_id'], 'calcom_event_mappings_target_unique');
        });
    }

    public function down(): void
    {
        Schema::table('calcom_event_mappings', function (Blueprint $table) {
            $table->dropForeign(['staff_id']);
            $table->dropUnique('calcom_event_mappings_target_unique');
            $table->dropColumn('staff_id');
            $table->renameColumn('calcom_event_type_id', 'event_type_id');
        });

        Schema::rename('calcom_event_mappings', 'calcom_service_mappings');
    }
};
