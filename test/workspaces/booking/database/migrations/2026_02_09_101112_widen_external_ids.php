<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    /** One calendar provider sends ids of more than a hundred characters. */
    public function up(): void
    {
        foreach (['calendar_feeds', 'calendar_events', 'sync_mappings'] as $name) {
            Schema::table($name, function (Blueprint $table) {
                $table->string('external_id', 191)->change();
            });
        }

        Schema::table('voice_profiles', function (Blueprint $table) {
            $table->string('external_voice_id', 160)->comment('as the provider names it')->change();
            $table->string('accent', 60)->nullable()->default('neutral')->change();
        });
    }

    public function down(): void
    {
        Schema::table('voice_profiles', function (Blueprint $table) {
            $table->string('external_voice_id', 120)->change();
            $table->string('accent', 40)->nullable()->change();
        });

        foreach (['calendar_feeds', 'calendar_events', 'sync_mappings'] as $name) {
            Schema::table($name, function (Blueprint $table) {
                $table->string('external_id', 64)->change();
            });
        }
    }
};
