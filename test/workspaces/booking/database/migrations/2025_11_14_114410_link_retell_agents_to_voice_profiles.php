<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('retell_agents', function (Blueprint $table) {
            $table->foreignId('voice_profile_id')->nullable()->after('voice_id')
                ->constrained()->nullOnDelete();
        });

        DB::statement('
            UPDATE retell_agents a
            JOIN voice_profiles p ON p.external_voice_id = a.voice_id
            SET a.voice_profile_id = p.id
            WHERE a.voice_profile_id IS NULL
        ');

        Schema::table('retell_agents', function (Blueprint $table) {
            $table->dropColumn('voice_id');
        });
    }

    public function down(): void
    {
        Schema::table('retell_agents', function (Blueprint $table) {
            $table->string('voice_id', 80)->nullable()->after('name');
        });

        DB::statement('
            UPDATE retell_agents a
            JOIN voice_profiles p ON p.id = a.voice_profile_id
            SET a.voice_id = p.external_voice_id
        ');

        Schema::table('retell_agents', function (Blueprint $table) {
            $table->dropForeign(['voice_profile_id']);
            $table->dropColumn('voice_profile_id');
        });
    }
};
