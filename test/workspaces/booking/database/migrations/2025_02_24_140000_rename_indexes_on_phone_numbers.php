<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('phone_numbers', function (Blueprint $table) {
            $table->renameIndex('company_phones_number_unique', 'phone_numbers_number_unique');
            $table->renameIndex('company_phones_active', 'phone_numbers_company_id_is_active_index');
        });
    }

    public function down(): void
    {
        Schema::table('phone_numbers', function (Blueprint $table) {
            $table->renameIndex('phone_numbers_number_unique', 'company_phones_number_unique');
            $table->renameIndex('phone_numbers_company_id_is_active_index', 'company_phones_active');
        });
    }
};
