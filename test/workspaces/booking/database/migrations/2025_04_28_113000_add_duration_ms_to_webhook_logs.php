<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Support\Facades\DB;

return new class extends Migration
{
    public function up(): void
    {
        $exists = DB::selectOne(
            'SELECT COUNT(*) AS n FROM information_schema.columns
             WHERE table_schema = DATABASE() AND table_name = ? AND column_name = ?',
            ['webhook_logs', 'duration_ms']
        );

        if ($exists->n > 0) {
            return;
        }

        DB::unprepared('ALTER TABLE webhook_logs ADD duration_ms INT UNSIGNED NULL AFTER response');
    }

    public function down(): void
    {
        DB::unprepared('ALTER TABLE webhook_logs DROP COLUMN duration_ms');
    }
};
