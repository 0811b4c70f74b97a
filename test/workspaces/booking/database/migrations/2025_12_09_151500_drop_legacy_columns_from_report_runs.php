<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        $gone = array_filter(
            ['legacy_hash', 'requested_by_name'],
            fn (string $column) => Schema::hasColumn('report_runs', $column),
        );

        if ($gone !== []) {
            Schema::table('report_runs', function (Blueprint $table) use ($gone) {
                $table->dropColumn($gone);
            });
        }

        Schema::table('report_runs', function (Blueprint $table) {
            $table->foreignId('requested_by')->nullable()->after('report_schedule_id')
                ->constrained('users', indexName: 'report_runs_requester_foreign')
                ->nullOnDelete();
            $table->index(['status', 'created_at']);
        });
    }

    public function down(): void
    {
        Schema::table('report_runs', function (Blueprint $table) {
            $table->dropForeign('report_runs_requester_foreign');
            $table->dropColumn('requested_by');
            $table->dropIndex(['status', 'created_at']);
            $table->string('requested_by_name')->nullable();
            $table->string('legacy_hash', 32)->nullable()->index();
        });
    }
};
