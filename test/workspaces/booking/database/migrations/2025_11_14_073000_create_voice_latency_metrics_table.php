<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('voice_latency_metrics', function (Blueprint $table) {
            $table->id();
            $table->foreignUuid('call_session_id')->constrained('retell_call_sessions')->cascadeOnDelete();
            $table->unsignedSmallInteger('turn');

            // speech to text, language model, text to speech
            foreach (['stt', 'llm', 'tts', 'network'] as $part) {
                $table->unsignedInteger("{$part}_ms")->default(0);
            }

            $table->unsignedInteger('total_ms')->virtualAs('stt_ms + llm_ms + tts_ms + network_ms');
            $table->timestamp('measured_at', precision: 3)->nullable();
            $table->unique(['call_session_id', 'turn']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('voice_latency_metrics');
    }
};
