<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('appointments', function (Blueprint $table) {
            $table->timestamp('reminder_24h_sent_at')->nullable()->after('notes');
            $table->json('booking_metadata')->nullable()->after('notes');

            $table->index(['reminder_24h_sent_at', 'starts_at'], 'appointments_reminder_due');
            $table->index(['status', 'starts_at'], 'appointments_status_starts');
        });
    }

    public function down(): void
    {
        Schema::table('appointments', function (Blueprint $table) {
            $table->dropIndex('appointments_reminder_due');
            $table->dropIndex('appointments_status_starts');
            $table->dropColumn(['reminder_24h_sent_at', 'booking_metadata']);
        });
    }
};
