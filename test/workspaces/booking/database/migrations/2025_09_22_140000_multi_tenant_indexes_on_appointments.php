<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('appointments', function (Blueprint $table) {
            if (! Schema::hasIndex('appointments', 'appointments_company_deleted_idx')) {
                $table->index(['company_id', 'deleted_at'], 'appointments_company_deleted_idx');
            }
        });
    }

    public function down(): void
    {
        Schema::table('appointments', function (Blueprint $table) {
            $table->dropIndex('appointments_company_deleted_idx');
        });
    }
};
