<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('calls', function (Blueprint $table) {
            $table->decimal('duration_minutes', 8, 2)->nullable()->after('duration');
        });

        DB::statement('UPDATE calls SET duration_minutes = ROUND(duration / 60, 2) WHERE duration IS NOT NULL');
    }

    public function down(): void
    {
        Schema::table('calls', function (Blueprint $table) {
            $table->dropColumn('duration_minutes');
        });
    }
};
