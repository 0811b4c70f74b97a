<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        if (Schema::hasTable('callback_escalations')) {
            return;
        }

        Schema::create('callback_escalations', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')
                ->constrained('companies')
                ->onUpdate('cascade')
                ->onDelete('cascade');
            $table->foreignId('callback_request_id')->constrained()->cascadeOnDelete();
            $table->foreignUuid('escalated_from')->nullable()->constrained('staff')->nullOnDelete();
            $table->foreignUuid('escalated_to')->nullable()->constrained('staff')->nullOnDelete();
            $table->enum('escalation_reason', ['sla_breach', 'manual', 'multiple_attempts']);
            $table->timestamp('escalated_at')->useCurrent();
            $table->timestamp('resolved_at')->nullable();
            $table->text('resolution_notes')->nullable();
            $table->json('metadata')->nullable();
            $table->timestamps();

            $table->index('company_id', 'callback_esc_company_idx');
            $table->index(['company_id', 'callback_request_id'], 'callback_esc_request_idx');
            $table->index(['company_id', 'resolved_at'], 'callback_esc_open_idx');
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('callback_escalations');
    }
};
