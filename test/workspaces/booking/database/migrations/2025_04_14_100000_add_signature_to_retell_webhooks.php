<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('retell_webhooks', function (Blueprint $table) {
            $table->boolean('signature_valid')->nullable()->after('payload');
        });
    }

    public function down(): void
    {
        Schema::table('retell_webhooks', function (Blueprint $table) {
            $table->dropColumn('signature_valid');
        });
    }
};
