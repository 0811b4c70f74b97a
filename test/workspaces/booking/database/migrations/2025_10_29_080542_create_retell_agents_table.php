<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        if (Schema::hasTable('retell_agents')) {
            return;
        }

        Schema::create('retell_agents', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->constrained('companies')->onDelete('cascade');
            $table->char('branch_id', 36)->nullable();
            $table->string('agent_id', 120)->unique();
            $table->string('name');
            $table->string('voice_id', 80)->nullable();
            $table->string('language', 10)->default('en-GB');
            $table->json('settings')->nullable();
            $table->decimal('temperature', 3, 2)->default(0.20);
            $table->boolean('is_active')->default(true);
            $table->boolean('is_default')->default(false);
            $table->foreignId('conversation_flow_id')->nullable()->constrained('conversation_flows')->nullOnDelete();
            $table->timestamp('last_synced_at')->nullable();
            $table->enum('sync_status', ['pending', 'synced', 'failed'])->default('pending');
            $table->timestamps();
            $table->softDeletes();

            $table->foreign('branch_id')->references('id')->on('branches')->onDelete('set null');
            $table->index(['company_id', 'is_active']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('retell_agents');
    }
};
