<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('staff', function (Blueprint $table) {
            $table->string('full_name', 255)
                ->storedAs("trim(concat(first_name, ' ', coalesce(last_name, '')))")
                ->after('last_name');
            $table->index(['company_id', 'full_name']);
        });
    }

    public function down(): void
    {
        Schema::table('staff', function (Blueprint $table) {
            $table->dropIndex(['company_id', 'full_name']);
            $table->dropColumn('full_name');
        });
    }
};
