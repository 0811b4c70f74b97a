<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    private const INDEXES = [
        'retell_call_sessions' => ['company_id', 'started_at'],
        'payment_payouts' => ['company_id', 'arrives_on'],
        'ticket_threads' => ['company_id', 'closed_at'],
        'retell_error_log' => ['severity', 'occurred_at'],
        'waitlist_entries' => ['company_id', 'status'],
    ];

    public function up(): void
    {
        foreach (self::INDEXES as $table => $columns) {
            $name = $table . '_' . implode('_', $columns) . '_idx';

            if ($this->indexExists($table, $name)) {
                continue;
            }

            Schema::table($table, fn (Blueprint $blueprint) => $blueprint->index($columns, $name));
        }

        // Laravel's own way to ask, since 10.37
        if (! Schema::hasIndex('sms_messages', ['customer_id', 'status'])) {
            Schema::table('sms_messages', function (Blueprint $table) {
                $table->index(['customer_id', 'status']);
            });
        }
    }

    public function down(): void
    {
        foreach (self::INDEXES as $table => $columns) {
            $name = $table . '_' . implode('_', $columns) . '_idx';

            // the foreign key on company_id needs an index of its own before ours can go
            if ($columns[0] === 'company_id') {
                Schema::table($table, fn (Blueprint $blueprint) => $blueprint->index('company_id'));
            }

            if ($this->indexExists($table, $name)) {
                Schema::table($table, fn (Blueprint $blueprint) => $blueprint->dropIndex($name));
            }
        }

        Schema::table('sms_messages', function (Blueprint $table) {
            $table->index('customer_id');
            $table->dropIndex(['customer_id', 'status']);
        });
    }

    private function indexExists(string $table, string $index): bool
    {
        $found = DB::select(
            'SELECT COUNT(*) AS found FROM information_schema.statistics
             WHERE table_schema = DATABASE() AND table_name = ? AND index_name = ?',
            [$table, $index]
        );

        return $found[0]->found > 0;
    }
};
