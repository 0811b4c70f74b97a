<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('working_hours', function (Blueprint $table) {
            $table->date('valid_from')->nullable()->after('ends_at');
            $table->foreignId('company_id')->nullable()->after('id');
            $table->foreign('company_id', 'working_hours_company_fk')->references('id')->on('companies')->cascadeOnDelete();
        });
    }

    public function down(): void
    {
        Schema::table('working_hours', function (Blueprint $table) {
            $table->dropForeign('working_hours_company_fk');
            $table->dropColumn(['company_id', 'valid_from']);
        });
    }
};
