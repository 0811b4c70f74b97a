<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('retell_function_traces', function (Blueprint $table) {
            $table->uuid('id')->primary();
            $table->foreignUuid('call_session_id')->constrained('retell_call_sessions')->onDelete('cascade');
            $table->foreignUuid('event_id')->nullable()->constrained('retell_call_events')->onDelete('set null');

            $table->string('function_name', 100);
            $table->unsignedInteger('execution_sequence')->default(1);
            $table->timestamp('started_at', 3);
            $table->timestamp('completed_at', 3)->nullable();
            $table->unsignedInteger('duration_ms')->nullable();

            $table->json('input_params')->nullable();
            $table->json('output_result')->nullable();
            $table->enum('status', ['pending', 'success', 'error', 'timeout'])->default('pending');
            $table->json('error_details')->nullable();

            $table->unsignedInteger('db_query_count')->default(0);
            $table->unsignedInteger('db_query_time_ms')->default(0);
            $table->unsignedInteger('external_api_calls')->default(0);
            $table->unsignedInteger('memory_usage_kb')->nullable();
            $table->timestamps();

            $table->index(['function_name', 'status']);
            $table->index(['call_session_id', 'execution_sequence'], 'rft_session_sequence_index');
        });

        // Self-reference: a tool may call another tool.
        Schema::table('retell_function_traces', function (Blueprint $table) {
            $table->uuid('parent_trace_id')->nullable()->after('event_id');
            $table->foreign('parent_trace_id', 'rft_parent_foreign')
                ->references('id')->on('retell_function_traces')
                ->nullOnDelete();
        });
    }

    public function down(): void
    {
        Schema::table('retell_function_traces', function (Blueprint $table) {
            $table->dropForeign('rft_parent_foreign');
        });
        Schema::dropIfExists('retell_function_traces');
    }
};
