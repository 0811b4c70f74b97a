<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration {

    public function up(): void
    {
        Schema::create('retell_transcript_segments', function (Blueprint $table) {
            $table->uuid('id')->primary();
            $table->uuid('call_session_id');
            $table->uuid('event_id')->nullable();
            $table->unsignedInteger('segment_sequence');
            $table->enum('role', ['agent', 'user']);
            $table->text('text');
            $table->unsignedInteger('call_offset_ms')->nullable();
            $table->unsignedInteger('duration_ms')->nullable();
            $table->unsignedSmallInteger('word_count')->nullable();
            $table->decimal('confidence', 4, 3)->nullable();
            $table->enum('sentiment', ['positive', 'neutral', 'negative'])->nullable();
            $table->json('metadata')->nullable();
            $table->timestamp('occurred_at', 3)->useCurrent();
            $table->timestamps();

            $table->foreign('call_session_id')
                ->references('id')->on('retell_call_sessions')
                ->onDelete('cascade');
            $table->foreign('event_id')
                ->references('id')->on('retell_call_events')
                ->onDelete('set null');

            // the default name would be too long
            $table->unique(['call_session_id', 'segment_sequence'], 'rts_session_sequence_unique');
            $table->fullText('text');
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('retell_transcript_segments');
    }
};
