<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

/**
 * Operators sign in with a code by mail. Passwords are gone for good, so there is no way back.
 */
return new class extends Migration
{
    public function up(): void
    {
        Schema::table('users', function (Blueprint $table) {
            $table->dropColumn('password');
            $table->string('login_code_hash', 64)->nullable()->after('role');
            $table->timestamp('login_code_expires_at')->nullable()->after('login_code_hash');
        });

        Schema::drop('password_reset_tokens');
    }

    public function down(): void
    {
        throw new RuntimeException('Passwords cannot be restored.');
    }
};
