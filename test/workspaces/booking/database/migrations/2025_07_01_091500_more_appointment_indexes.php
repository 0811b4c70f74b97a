<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Support\Facades\DB;

return new class extends Migration
{
    public function up(): void
    {
        $this->addIndex('appointments', 'idx_appt_company_status_created', 'company_id, status, created_at');
        $this->addIndex('appointments', 'idx_appt_company', 'company_id');
        $this->addIndex('appointments', 'idx_appt_status', 'status');
        $this->addIndex('appointments', 'idx_appt_call', 'call_id');
        $this->addIndex('appointments', 'idx_appt_starts_at', 'starts_at');
        $this->addIndex('appointments', 'idx_appt_company_status', 'company_id, status');

        foreach (['customer', 'service', 'branch', 'staff'] as $key) {
            $this->addIndex('appointments', "idx_appt_{$key}", "{$key}_id");
        }
    }

    public function down(): void
    {
        foreach (['company_status_created', 'company', 'status', 'starts_at', 'company_status'] as $suffix) {
            DB::statement("ALTER TABLE appointments DROP INDEX idx_appt_{$suffix}");
        }
    }

    private function addIndex(string $table, string $index, string $columns): void
    {
        $found = DB::select(
            'SELECT 1 FROM information_schema.statistics WHERE table_schema = ? AND table_name = ? AND index_name = ? LIMIT 1',
            [DB::getDatabaseName(), $table, $index]
        );

        if (count($found) === 0) {
            DB::statement("ALTER TABLE {$table} ADD INDEX {$index} ({$columns})");
        }
    }
};
