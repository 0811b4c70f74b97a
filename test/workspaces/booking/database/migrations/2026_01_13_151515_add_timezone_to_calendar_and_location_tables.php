<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    private const TABLES = ['calendar_feeds', 'calendar_events', 'location_closures', 'working_hours', 'holidays'];

    public function up(): void
    {
        foreach (self::TABLES as $name) {
            if (Schema::hasColumn($name, 'timezone')) {
                continue;
            }

            Schema::table($name, function (Blueprint $table) {
                $table->string('timezone', 64)->nullable();
            });
        }
    }

    public function down(): void
    {
        foreach (self::TABLES as $name) {
            Schema::whenTableHasColumn($name, 'timezone', function (Blueprint $table) {
                $table->dropColumn('timezone');
            });
        }
    }
};
