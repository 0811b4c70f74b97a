<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Support\Facades\DB;

/**
 * Plain copy of the provider's call list, kept from before the switch to sessions.
 */
return new class extends Migration
{
    public function up(): void
    {
        DB::statement("
            CREATE TABLE IF NOT EXISTS `retell_calls_backup` (
                `id` bigint unsigned NOT NULL AUTO_INCREMENT,
                `retell_call_id` varchar(120) NOT NULL,
                `company_id` bigint unsigned DEFAULT NULL,
                `status` varchar(30) NOT NULL DEFAULT 'unknown',
                `duration_sec` int unsigned DEFAULT NULL,
                `transcript` longtext,
                `raw` json DEFAULT NULL,
                `backed_up_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
                PRIMARY KEY (`id`),
                UNIQUE KEY `retell_calls_backup_call_unique` (`retell_call_id`),
                KEY `retell_calls_backup_company_index` (`company_id`, `backed_up_at`)
            ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
        ");

        DB::statement("
            INSERT IGNORE INTO retell_calls_backup (retell_call_id, company_id, status, duration_sec, transcript)
            SELECT retell_call_id, company_id, status, duration_sec, transcript
            FROM calls
            WHERE retell_call_id IS NOT NULL
        ");
    }

    public function down(): void
    {
        DB::statement('DROP TABLE IF EXISTS `retell_calls_backup`');
    }
};
