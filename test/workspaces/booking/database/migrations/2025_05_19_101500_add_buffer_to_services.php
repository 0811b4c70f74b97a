<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::whenTableDoesntHaveColumn('services', 'buffer_minutes', function (Blueprint $table) {
            $table->unsignedSmallInteger('buffer_minutes')->default(0)->after('duration_minutes');
        });
    }

    public function down(): void
    {
        Schema::whenTableHasColumn('services', 'buffer_minutes', function (Blueprint $table) {
            $table->dropColumn('buffer_minutes');
        });
    }
};
