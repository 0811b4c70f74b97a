<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('email_messages', function (Blueprint $table) {
            $table->string('subject', 255)->nullable()->change();
        });

        Schema::table('email_templates', function (Blueprint $table) {
            $table->string('subject', 255)->change();
            $table->string('preheader', 160)->nullable()->after('subject');
        });
    }

    public function down(): void
    {
        Schema::table('email_templates', function (Blueprint $table) {
            $table->dropColumn('preheader');
            $table->string('subject', 120)->change();
        });

        Schema::table('email_messages', function (Blueprint $table) {
            $table->string('subject', 120)->nullable(false)->change();
        });
    }
};
