<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        // The test suite runs on SQLite, which has no full-text keys of this kind.
        if (DB::getDriverName() === 'sqlite') {
            return;
        }

        Schema::table('knowledge_chunks', function (Blueprint $table) {
            $table->fullText('body', 'knowledge_chunks_body_search');
        });

        Schema::table('knowledge_documents', function (Blueprint $table) {
            $table->fullText(['title', 'content']);
        });
    }

    public function down(): void
    {
        if (DB::getDriverName() === 'sqlite') {
            return;
        }

        Schema::table('knowledge_chunks', function (Blueprint $table) {
            $table->dropFullText('knowledge_chunks_body_search');
        });

        Schema::table('knowledge_documents', function (Blueprint $table) {
            $table->dropFullText(['title', 'content']);
        });
    }
};
