<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        if (! Schema::hasTable('retell_call_events')) {
            Schema::create('retell_call_events', function (Blueprint $table) {
                $table->uuid('id')->primary();
                $table->foreignUuid('call_session_id')
                    ->constrained('retell_call_sessions')
                    ->cascadeOnDelete();
                $table->string('correlation_id', 64)->nullable()->index();
                $table->enum('event_type', [
                    'call_started',
                    'call_ended',
                    'call_analyzed',
                    'function_call',
                    'transcript',
                    'flow_transition',
                    'error',
                ]);
                $table->timestamp('occurred_at', 3)->useCurrent();
                $table->unsignedInteger('call_offset_ms')->nullable();
                $table->string('function_name', 100)->nullable();
                $table->json('function_arguments')->nullable();
                $table->json('function_response')->nullable();
                $table->unsignedInteger('response_time_ms')->nullable();
                $table->string('from_node', 100)->nullable();
                $table->string('to_node', 100)->nullable();
                $table->text('error_message')->nullable();
                $table->timestamps();

                $table->index(['call_session_id', 'occurred_at']);
                $table->index(['event_type', 'function_name']);
            });
        }
    }

    public function down(): void
    {
        Schema::dropIfExists('retell_call_events');
    }
};
