<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    // Two tables that point at each other: the second key can only be added now.
    public function up(): void
    {
        Schema::table('conversation_flows', function (Blueprint $table) {
            $table->foreignId('current_version_id')
                ->nullable()
                ->after('status')
                ->constrained('conversation_flow_versions')
                ->nullOnDelete();
        });

        DB::table('conversation_flow_versions')
            ->where('is_live', true)
            ->orderBy('id')
            ->each(function ($version) {
                DB::table('conversation_flows')
                    ->where('id', $version->conversation_flow_id)
                    ->update(['current_version_id' => $version->id]);
            });
    }

    public function down(): void
    {
        Schema::table('conversation_flows', function (Blueprint $table) {
            $table->dropConstrainedForeignId('current_version_id');
        });
    }
};
