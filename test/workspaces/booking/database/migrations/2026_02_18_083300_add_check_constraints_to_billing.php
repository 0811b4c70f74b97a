<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Support\Facades\DB;

return new class extends Migration
{
    private array $checks = [
        'billing_invoice_items' => ['billing_invoice_items_tax_check', 'tax_percent between 0 and 100'],
        'gift_cards' => ['gift_cards_remaining_check', 'remaining_cents <= value_cents'],
        'review_responses' => ['review_responses_stars_check', 'stars between 1 and 5'],
    ];

    public function up(): void
    {
        foreach ($this->checks as $table => [$name, $condition]) {
            DB::statement("ALTER TABLE {$table} ADD CONSTRAINT {$name} CHECK ({$condition})");
        }

        DB::statement("ALTER TABLE billing_usage_records COMMENT = 'Never changed once invoiced'");
        DB::unprepared('ALTER TABLE billing_accounts ALTER COLUMN payment_term_days SET DEFAULT 30');
    }

    public function down(): void
    {
        DB::unprepared('ALTER TABLE billing_accounts ALTER COLUMN payment_term_days SET DEFAULT 14');
        DB::statement("ALTER TABLE billing_usage_records COMMENT = ''");

        foreach ($this->checks as $table => [$name]) {
            DB::statement("ALTER TABLE {$table} DROP CONSTRAINT {$name}");
        }
    }
};
