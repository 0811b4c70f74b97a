<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('retell_ai_call_campaigns', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->constrained()->onDelete('cascade');
            $table->foreignId('retell_agent_id')->nullable()->constrained()->nullOnDelete();
            $table->string('name');
            $table->text('description')->nullable();
            $table->enum('target_type', ['customers', 'leads', 'csv'])->default('customers');
            $table->json('target_criteria')->nullable();
            $table->dateTime('scheduled_at')->nullable();
            $table->enum('status', ['draft', 'scheduled', 'running', 'paused', 'done'])->default('draft');
            $table->unsignedInteger('total_targets')->default(0);
            $table->unsignedInteger('calls_completed')->default(0);
            $table->unsignedInteger('calls_failed')->default(0);
            $table->decimal('completion_rate', 5, 2)
                ->virtualAs('case when total_targets = 0 then 0 else round(calls_completed * 100 / total_targets, 2) end');
            $table->foreignId('created_by')->nullable()->constrained('users')->nullOnDelete();
            $table->timestamps();
            $table->index(['status', 'scheduled_at'], 'raicc_status_scheduled_index');
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('retell_ai_call_campaigns');
    }
};
