<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('appointments', function (Blueprint $table) {
            $table->unsignedSmallInteger('duration_minutes')->nullable()->after('starts_on');
        });

        DB::table('appointments')
            ->whereColumn('ends_at', '>', 'starts_at')
            ->update(['duration_minutes' => DB::raw('TIMESTAMPDIFF(MINUTE, starts_at, ends_at)')]);
    }

    public function down(): void
    {
        Schema::table('appointments', function (Blueprint $table) {
            $table->dropColumn('duration_minutes');
        });
    }
};
