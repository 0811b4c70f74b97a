<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        if (! Schema::hasTable('calls')) {
            return;
        }

        Schema::table('calls', function (Blueprint $table) {
            if (! Schema::hasColumn('calls', 'cost_cents')) {
                $table->unsignedInteger('cost_cents')->default(0)->after('duration_minutes');
            }
            if (! Schema::hasColumn('calls', 'outcome')) {
                $table->string('outcome', 60)->nullable()->after('status');
            }
        });
    }

    public function down(): void
    {
        Schema::table('calls', function (Blueprint $table) {
            $table->dropColumn(['cost_cents', 'outcome']);
        });
    }
};
