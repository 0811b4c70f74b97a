<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('retell_error_log', function (Blueprint $table) {
            $table->uuid('id')->primary();
            $table->foreignUuid('call_session_id')->nullable()->constrained('retell_call_sessions')->nullOnDelete();
            $table->string('error_code', 60)->index();
            $table->string('error_type', 60);
            $table->enum('severity', ['low', 'medium', 'high', 'critical'])->default('medium');
            $table->text('error_message');
            $table->mediumText('stack_trace')->nullable();
            $table->json('error_context')->nullable();
            $table->boolean('call_terminated')->default(false);
            $table->boolean('booking_failed')->default(false);
            $table->boolean('resolved')->default(false);
            $table->timestamp('resolved_at')->nullable();
            $table->foreignId('resolved_by')->nullable()->constrained('users')->nullOnDelete();
            $table->timestamp('occurred_at')->useCurrent();
            $table->timestamps();
            $table->index(['resolved', 'severity', 'occurred_at']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('retell_error_log');
    }
};
