<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    /**
     * Run the migrations.
     *
     * Lower numbers are offered first by the voice agent.
     */
    public function up(): void
    {
        Schema::table('services', function (Blueprint $table) {
            $table->integer('priority')->default(999)->after('is_default');
        });
    }

    /**
     * Reverse the migrations.
     */
    public function down(): void
    {
        Schema::table('services', function (Blueprint $table) {
            $table->dropColumn('priority');
        });
    }
};
