<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    /**
     * Customers belonged to a tenant; from now on they belong to a company. Where the tenant has more than one
     * company the row keeps its tenant_id only and is decided by hand.
     */
    public function up(): void
    {
        Schema::table('customers', function (Blueprint $table) {
            $table->foreignId('company_id')->nullable()->after('id')->constrained()->cascadeOnDelete();
            $table->index(['company_id', 'phone_normalized'], 'customers_company_phone_idx');
            $table->index(['company_id', 'email'], 'customers_company_email_idx');
        });

        DB::update('
            UPDATE customers c
            JOIN (
                SELECT tenant_id, MIN(id) AS company_id
                FROM companies
                WHERE tenant_id IS NOT NULL
                GROUP BY tenant_id
                HAVING COUNT(*) = 1
            ) single ON single.tenant_id = c.tenant_id
            SET c.company_id = single.company_id
            WHERE c.company_id IS NULL
        ');
    }

    public function down(): void
    {
        Schema::table('customers', function (Blueprint $table) {
            $table->dropForeign(['company_id']);
            $table->dropIndex('customers_company_phone_idx');
            $table->dropIndex('customers_company_email_idx');
            $table->dropColumn('company_id');
        });
    }
};
