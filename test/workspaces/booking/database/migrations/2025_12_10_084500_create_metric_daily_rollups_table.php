<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        if (Schema::hasTable('metric_daily_rollups')) {
            return;
        }

        DB::statement(<<<'SQL'
            CREATE TABLE metric_daily_rollups (
                metric_definition_id BIGINT UNSIGNED NOT NULL,
                company_id BIGINT UNSIGNED NOT NULL,
                day DATE NOT NULL,
                samples INT UNSIGNED NOT NULL DEFAULT 0,
                total DECIMAL(20,4) NOT NULL DEFAULT 0,
                minimum DECIMAL(20,4) NULL,
                maximum DECIMAL(20,4) NULL,
                average DECIMAL(20,4) AS (CASE WHEN samples = 0 THEN NULL ELSE total / samples END) VIRTUAL,
                PRIMARY KEY (metric_definition_id, company_id, day),
                KEY metric_daily_rollups_company_day_index (company_id, day),
                CONSTRAINT metric_daily_rollups_definition_foreign FOREIGN KEY (metric_definition_id)
                    REFERENCES metric_definitions (id) ON DELETE CASCADE,
                CONSTRAINT metric_daily_rollups_company_foreign FOREIGN KEY (company_id)
                    REFERENCES companies (id) ON DELETE CASCADE
            ) ENGINE = InnoDB COMMENT = 'Written by the nightly job'
        SQL);
    }

    public function down(): void
    {
        Schema::dropIfExists('metric_daily_rollups');
    }
};
