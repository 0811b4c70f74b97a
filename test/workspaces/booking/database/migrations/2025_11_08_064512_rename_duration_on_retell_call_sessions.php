<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    // "duration" alone was read as seconds by one report and as milliseconds by another.
    public function up(): void
    {
        if (! Schema::hasColumn('retell_call_sessions', 'duration')) {
            return;
        }

        Schema::table('retell_call_sessions', function (Blueprint $table) {
            $table->renameColumn('duration', 'duration_ms');
        });

        DB::table('retell_call_sessions')
            ->whereNotNull('duration_ms')
            ->update(['duration_ms' => DB::raw('duration_ms * 1000')]);

        Schema::table('retell_call_sessions', function (Blueprint $table) {
            $table->unsignedBigInteger('duration_ms')->nullable()->comment('milliseconds')->change();
        });
    }

    public function down(): void
    {
        DB::table('retell_call_sessions')->update(['duration_ms' => DB::raw('floor(duration_ms / 1000)')]);

        Schema::table('retell_call_sessions', function (Blueprint $table) {
            $table->renameColumn('duration_ms', 'duration');
        });
    }
};
