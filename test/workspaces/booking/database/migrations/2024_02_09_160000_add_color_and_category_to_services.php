<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        if (! Schema::hasColumn('services', 'category')) {
            Schema::table('services', function (Blueprint $table) {
                $table->string('category', 80)->nullable()->after('price');
            });
        }

        if (! Schema::hasColumn('services', 'color')) {
            Schema::table('services', function (Blueprint $table) {
                $table->char('color', 7)->nullable()->after('is_active');
            });
        }
    }

    public function down(): void
    {
        Schema::table('services', fn (Blueprint $table) => $table->dropColumn(['category', 'color']));
    }
};
