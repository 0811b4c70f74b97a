<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        if (! Schema::hasTable('callback_requests') || Schema::hasColumn('callback_requests', 'expires_at')) {
            return;
        }

        Schema::table('callback_requests', function (Blueprint $table) {
            $table->timestamp('expires_at')->nullable()->after('completed_at');
            $table->index(['company_id', 'expires_at'], 'callback_expires_idx');
        });
    }

    public function down(): void
    {
        Schema::table('callback_requests', function (Blueprint $table) {
            $table->dropIndex('callback_expires_idx');
            $table->dropColumn('expires_at');
        });
    }
};
