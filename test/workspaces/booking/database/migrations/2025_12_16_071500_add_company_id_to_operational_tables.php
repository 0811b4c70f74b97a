<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Log;
use Illuminate\Support\Facades\Schema;

/**
 * Every table that a tenant's screen reads gets its own company_id,
 * so that the global scope needs no join.
 */
return new class extends Migration
{
    /** table => [parent table, key to it] */
    private array $tables = [
        'resource_items' => ['resource_types', 'resource_type_id'],
        'import_batches' => ['import_sources', 'import_source_id'],
        'sync_runs' => ['sync_connections', 'sync_connection_id'],
        'report_runs' => ['report_definitions', 'report_definition_id'],
        'loyalty_accounts' => ['loyalty_programs', 'loyalty_program_id'],
        'form_versions' => ['form_definitions', 'form_definition_id'],
    ];

    public function up(): void
    {
        foreach ($this->tables as $name => [$parent, $key]) {
            if (! Schema::hasTable($name)) {
                Log::warning("{$name} is missing, company_id skipped");

                continue;
            }

            if (Schema::hasColumn($name, 'company_id')) {
                continue;
            }

            Schema::table($name, function (Blueprint $table) {
                $table->unsignedBigInteger('company_id')->nullable()->after('id');
            });

            DB::statement("
                UPDATE {$name} t
                JOIN {$parent} p ON p.id = t.{$key}
                SET t.company_id = p.company_id
            ");

            Schema::table($name, function (Blueprint $table) {
                $table->foreign('company_id')->references('id')->on('companies')->cascadeOnDelete();
            });
        }
    }

    public function down(): void
    {
        foreach (array_keys($this->tables) as $name) {
            if (! Schema::hasColumn($name, 'company_id')) {
                continue;
            }

            Schema::table($name, function (Blueprint $table) {
                $table->dropForeign(['company_id']);
                $table->dropColumn('company_id');
            });
        }
    }
};
