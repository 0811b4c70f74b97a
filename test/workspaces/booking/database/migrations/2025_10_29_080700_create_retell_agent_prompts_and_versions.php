<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        $this->createPrompts();
        $this->createVersions();
    }

    public function down(): void
    {
        Schema::dropIfExists('retell_agent_versions');
        Schema::dropIfExists('retell_agent_prompts');
    }

    private function createPrompts(): void
    {
        Schema::create('retell_agent_prompts', function (Blueprint $table) {
            $table->id();
            $table->char('branch_id', 36);
            $table->unsignedInteger('version')->default(1);
            $table->longText('prompt_content');
            $table->json('functions_config')->nullable();
            $table->string('template_name', 100)->nullable();
            $table->boolean('is_active')->default(false);
            $table->boolean('is_template')->default(false);
            $table->enum('validation_status', ['pending', 'valid', 'invalid'])->default('pending');
            $table->json('validation_errors')->nullable();
            $table->text('deployment_notes')->nullable();
            $table->timestamp('deployed_at')->nullable();
            $this->authorColumn($table, 'deployed_by');
            $table->timestamps();

            $table->foreign('branch_id')->references('id')->on('branches')->onDelete('cascade');
            $table->unique(['branch_id', 'version']);
            $table->index(['branch_id', 'is_active']);
        });
    }

    private function createVersions(): void
    {
        Schema::create('retell_agent_versions', function (Blueprint $table) {
            $table->id();
            $table->foreignId('agent_id')->constrained('retell_agents')->cascadeOnDelete();
            $table->foreignId('prompt_id')->nullable()->constrained('retell_agent_prompts')->nullOnDelete();
            $table->unsignedInteger('version');
            $table->json('snapshot');
            $this->authorColumn($table, 'created_by');
            $table->timestamps();

            $table->unique(['agent_id', 'version']);
        });
    }

    private function authorColumn(Blueprint $table, string $name): void
    {
        $table->unsignedBigInteger($name)->nullable();
        $table->foreign($name)->references('id')->on('users')->onDelete('set null');
    }
};
