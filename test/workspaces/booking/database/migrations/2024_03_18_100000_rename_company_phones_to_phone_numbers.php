<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::rename('company_phones', 'phone_numbers');

        Schema::table('phone_numbers', function (Blueprint $table) {
            $table->string('retell_agent_id', 120)->nullable()->after('label');
            $table->enum('type', ['main', 'direct', 'test'])->default('main')->after('retell_agent_id');
        });
    }

    public function down(): void
    {
        Schema::table('phone_numbers', function (Blueprint $table) {
            $table->dropColumn(['retell_agent_id', 'type']);
        });

        Schema::rename('phone_numbers', 'company_phones');
    }
};
