<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

/**
 * Payments count in cents, invoices did not: one side had to give in.
 * Three steps, so that nothing is lost when one of them fails.
 */
return new class extends Migration
{
    private const MONEY = [
        'billing_plans' => ['monthly_price'],
        'billing_credit_notes' => ['amount'],
        'payment_reminders' => ['fee'],
    ];

    public function up(): void
    {
        foreach (self::MONEY as $table => $columns) {
            foreach ($columns as $column) {
                $this->convert($table, $column);
            }
        }
    }

    private function convert(string $table, string $column): void
    {
        $cents = $column . '_cents';

        if (! Schema::hasColumn($table, $cents)) {
            Schema::table($table, function (Blueprint $blueprint) use ($column, $cents) {
                $blueprint->integer($cents)->default(0)->after($column);
            });
        }

        DB::table($table)->update([$cents => DB::raw("round({$column} * 100)")]);

        Schema::table($table, fn (Blueprint $blueprint) => $blueprint->dropColumn($column));
    }

    public function down(): void
    {
        foreach (self::MONEY as $table => $columns) {
            foreach ($columns as $column) {
                Schema::table($table, function (Blueprint $blueprint) use ($column) {
                    $blueprint->decimal($column, 12, 2)->default(0)->after($column . '_cents');
                });
                DB::table($table)->update([$column => DB::raw("{$column}_cents / 100")]);
                Schema::table($table, fn (Blueprint $blueprint) => $blueprint->dropColumn($column . '_cents'));
            }
        }
    }
};
