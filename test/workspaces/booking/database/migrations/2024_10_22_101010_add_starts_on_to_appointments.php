<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('appointments', function (Blueprint $table) {
            $table->date('starts_on')->storedAs('cast(starts_at as date)')->after('ends_at');
        });

        Schema::table('appointments', function (Blueprint $table) {
            $table->index(['company_id', 'starts_on']);
            $table->index(['company_id', 'starts_on', 'status']);
        });
    }

    public function down(): void
    {
        Schema::table('appointments', function (Blueprint $table) {
            $table->dropIndex(['company_id', 'starts_on', 'status']);
            $table->dropIndex(['company_id', 'starts_on']);
            $table->dropColumn('starts_on');
        });
    }
};
