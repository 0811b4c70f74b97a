<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    private const COLUMNS = ['avg_response_ms', 'max_response_ms', 'min_response_ms'];

    public function up(): void
    {
        foreach (self::COLUMNS as $column) {
            if (Schema::hasColumn('retell_call_sessions', $column)) {
                continue;
            }

            Schema::table('retell_call_sessions', function (Blueprint $table) use ($column) {
                $table->unsignedInteger($column)->nullable()->after('error_count');
            });
        }
    }

    public function down(): void
    {
        Schema::table('retell_call_sessions', fn (Blueprint $table) => $table->dropColumn(self::COLUMNS));
    }
};
