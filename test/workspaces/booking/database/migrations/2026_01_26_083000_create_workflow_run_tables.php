<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('workflow_runs', function (Blueprint $table) {
            $table->uuid('id')->primary();
            $table->foreignId('workflow_definition_id')->constrained()->cascadeOnDelete();
            $table->nullableMorphs('subject');
            $table->enum('status', ['waiting', 'running', 'done', 'failed', 'cancelled'])->default('waiting');
            $table->json('context')->nullable();
            $table->timestamp('started_at', 3)->nullable();
            $table->timestamp('finished_at', 3)->nullable();
            $table->timestamps();
            $table->index(['workflow_definition_id', 'status']);
        });

        Schema::create('workflow_run_steps', function (Blueprint $table) {
            $table->id();
            $table->foreignUuid('workflow_run_id')->constrained()->cascadeOnDelete();
            $table->foreignId('workflow_step_id')->nullable()->constrained()->nullOnDelete();
            $table->unsignedTinyInteger('attempt')->default(1);
            $table->string('status', 20);
            $table->json('result')->nullable();
            $table->text('error')->nullable();
            $table->timestamp('finished_at', 3)->nullable();
            $table->index(['workflow_run_id', 'attempt']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('workflow_run_steps');
        Schema::dropIfExists('workflow_runs');
    }
};
