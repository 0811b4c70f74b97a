<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('calls', function (Blueprint $table) {
            foreach (['agent', 'telephony', 'llm'] as $part) {
                if (! Schema::hasColumn('calls', "cost_{$part}_cents")) {
                    $table->decimal("cost_{$part}_cents", 10, 4)->default(0);
                }
            }

            if (! Schema::hasColumn('calls', 'billing_usage_record_id')) {
                $table->foreignId('billing_usage_record_id')->nullable()
                    ->constrained('billing_usage_records')->nullOnDelete();
            }
        });

        DB::table('calls')
            ->where('cost_agent_cents', 0)
            ->where('cost_cents', '>', 0)
            ->update(['cost_agent_cents' => DB::raw('cost_cents')]);

        DB::statement('ALTER TABLE calls MODIFY cost_cents INT UNSIGNED NOT NULL DEFAULT 0 COMMENT \'sum of the parts, rounded\'');
    }

    public function down(): void
    {
        DB::statement('ALTER TABLE calls MODIFY cost_cents INT UNSIGNED NOT NULL DEFAULT 0');

        Schema::table('calls', function (Blueprint $table) {
            $table->dropConstrainedForeignId('billing_usage_record_id');
            $table->dropColumn(['cost_agent_cents', 'cost_telephony_cents', 'cost_llm_cents']);
        });
    }
};
