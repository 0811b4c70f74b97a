<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('appointments', function (Blueprint $table) {
            $table->after('call_id', function (Blueprint $table) {
                $table->unsignedBigInteger('calcom_event_type_id')->nullable();
                $table->string('calcom_booking_uid', 120)->nullable();
            });

            $table->unique(['company_id', 'calcom_booking_uid'], 'appointments_company_calcom_uid_unique');
        });
    }

    public function down(): void
    {
        Schema::table('appointments', function (Blueprint $table) {
            $table->dropUnique('appointments_company_calcom_uid_unique');
            $table->dropColumn(['calcom_event_type_id', 'calcom_booking_uid']);
        });
    }
};
