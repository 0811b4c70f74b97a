<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    private array $referencing = [
        'appointments' => 'customer_id',
        'calls' => 'customer_id',
        'customer_notes' => 'customer_id',
        'waitlist_entries' => 'customer_id',
        'coupon_redemptions' => 'customer_id',
    ];

    public function up(): void
    {
        if (! Schema::hasTable('tmp_customer_merge')) {
            return;
        }

        DB::statement("
            INSERT INTO tmp_customer_merge (duplicate_id, kept_id, matched_by)
            SELECT c.id, k.kept_id, 'phone'
            FROM customers c
            JOIN (
                SELECT company_id, phone, MIN(id) AS kept_id
                FROM customers
                WHERE phone IS NOT NULL
                GROUP BY company_id, phone
                HAVING COUNT(*) > 1
            ) k ON k.company_id = c.company_id AND k.phone = c.phone AND k.kept_id <> c.id
        ");

        DB::transaction(function () {
            foreach ($this->referencing as $table => $column) {
                DB::table($table)
                    ->join('tmp_customer_merge as m', 'm.duplicate_id', '=', "{$table}.{$column}")
                    ->update(["{$table}.{$column}" => DB::raw('m.kept_id')]);
            }

            DB::table('tmp_customer_merge')->update(['merged_at' => now()]);
        });
    }

    public function down(): void
    {
        // Cannot be undone: restore from the backup.
    }
};
