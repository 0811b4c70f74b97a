<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        if (Schema::hasColumn('companies', 'billing_status')) {
            return;
        }

        DB::statement("ALTER TABLE companies
            ADD COLUMN billing_status ENUM('trial', 'active', 'suspended') NOT NULL DEFAULT 'trial' AFTER settings,
            ADD COLUMN trial_ends_at TIMESTAMP NULL DEFAULT NULL AFTER billing_status,
            ADD INDEX companies_billing_status_index (billing_status)");

        DB::statement("UPDATE companies SET billing_status = 'active' WHERE is_active = 1");
    }

    public function down(): void
    {
        DB::statement('ALTER TABLE companies DROP INDEX companies_billing_status_index, DROP COLUMN billing_status, DROP COLUMN trial_ends_at');
    }
};
