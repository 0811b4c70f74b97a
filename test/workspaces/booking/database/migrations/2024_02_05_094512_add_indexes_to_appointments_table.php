<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('appointments', function (Blueprint $table) {
            $table->index(['company_id', 'status']);
            $table->index(['staff_id', 'starts_at']);
            $table->index(['branch_id', 'starts_at']);
            $table->index(['customer_id', 'starts_at']);
        });
    }

    public function down(): void
    {
        Schema::table('appointments', function (Blueprint $table) {
            $table->dropIndex(['company_id', 'status']);
            $table->dropIndex(['staff_id', 'starts_at']);
            $table->dropIndex(['branch_id', 'starts_at']);
            $table->dropIndex(['customer_id', 'starts_at']);
        });
    }
};
