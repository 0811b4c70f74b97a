<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    private const DEFAULTS = [
        'appointment_confirmed' => ['confirmation', 'Your appointment is booked'],
        'appointment_reminder' => ['reminder', 'See you tomorrow'],
        'appointment_cancelled' => ['cancellation', 'Your appointment was cancelled'],
        'appointment_moved' => ['reschedule', 'Your appointment has a new time'],
    ];

    public function up(): void
    {
        if (! Schema::hasTable('notification_templates')) {
            return;
        }

        foreach (self::DEFAULTS as $key => [$type, $subject]) {
            DB::table('notification_templates')->updateOrInsert(
                ['company_id' => null, 'key' => $key, 'channel' => 'email'],
                [
                    'name' => ucfirst(str_replace('_', ' ', $key)),
                    'type' => $type,
                    'subject' => json_encode(['en' => $subject]),
                    'content' => json_encode(['en' => 'Hello {{ customer }}, ' . lcfirst($subject) . '.']),
                    'is_system' => true,
                    'created_at' => now(),
                    'updated_at' => now(),
                ]
            );
        }
    }

    public function down(): void
    {
        DB::table('notification_templates')
            ->whereNull('company_id')
            ->whereIn('key', array_keys(self::DEFAULTS))
            ->delete();
    }
};
