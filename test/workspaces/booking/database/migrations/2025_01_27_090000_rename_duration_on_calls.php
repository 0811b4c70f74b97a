<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        if (Schema::hasColumn('calls', 'duration') && ! Schema::hasColumn('calls', 'duration_sec')) {
            Schema::table('calls', fn (Blueprint $table) => $table->renameColumn('duration', 'duration_sec'));
        }
    }

    public function down(): void
    {
        if (Schema::hasColumn('calls', 'duration_sec')) {
            Schema::table('calls', fn (Blueprint $table) => $table->renameColumn('duration_sec', 'duration'));
        }
    }
};
