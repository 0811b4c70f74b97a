<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('calcom_event_types', function (Blueprint $table) {
            $table->unsignedBigInteger('team_id')->nullable()->after('is_hidden')->index();
            $table->json('metadata')->nullable()->after('team_id');
        });
    }

    public function down(): void
    {
        Schema::table('calcom_event_types', function (Blueprint $table) {
            $table->dropColumn(['team_id', 'metadata']);
        });
    }
};
