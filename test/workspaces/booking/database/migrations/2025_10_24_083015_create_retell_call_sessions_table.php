<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

/**
 * One row for each voice call, from the first ring to the hang-up.
 * Everything else about a call (events, transcript, function calls) hangs off this table.
 */
return new class extends Migration
{
    public function up(): void
    {
        if (Schema::hasTable('retell_call_sessions')) {
            return;
        }

        Schema::create('retell_call_sessions', function (Blueprint $table) {
            $table->uuid('id')->primary();
            $table->string('call_id', 120)->unique()->comment('id given by the voice provider');
            $table->foreignId('company_id')->nullable()->constrained()->nullOnDelete();
            $table->foreignId('customer_id')->nullable()->constrained()->nullOnDelete();

            // What ran
            $table->string('agent_id', 120)->nullable();
            $table->unsignedInteger('agent_version')->nullable();
            $table->string('conversation_flow_id', 120)->nullable();

            // How it went
            $table->timestamp('started_at')->useCurrent();
            $table->timestamp('ended_at')->nullable();
            $table->enum('call_status', ['in_progress', 'completed', 'failed', 'abandoned'])->default('in_progress');
            $table->string('disconnection_reason', 100)->nullable();
            $table->unsignedInteger('duration')->nullable()->comment('seconds');

            // Counters, so that lists need no join
            $table->unsignedSmallInteger('total_events')->default(0);
            $table->unsignedSmallInteger('function_call_count')->default(0);
            $table->unsignedSmallInteger('transcript_segment_count')->default(0);
            $table->unsignedSmallInteger('error_count')->default(0);

            $table->json('metadata')->nullable();
            $table->timestamps();

            $table->index(['company_id', 'call_status'], 'rcs_company_status_index');
            $table->index('started_at');
            $table->index(['agent_id', 'agent_version']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('retell_call_sessions');
    }
};
