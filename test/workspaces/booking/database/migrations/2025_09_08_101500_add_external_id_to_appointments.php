<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('appointments', function (Blueprint $table) {
            $table->string('external_id', 120)->nullable()->after('calcom_booking_uid');
            $table->unique(['company_id', 'external_id']);
        });
    }

    public function down(): void
    {
        Schema::table('appointments', function (Blueprint $table) {
            $table->dropUnique(['company_id', 'external_id']);
            $table->dropColumn('external_id');
        });
    }
};
