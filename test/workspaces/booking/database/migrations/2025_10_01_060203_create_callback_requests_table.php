<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        if (Schema::hasTable('callback_requests')) {
            return;
        }

        Schema::create('callback_requests', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')
                ->constrained('companies')
                ->onUpdate('cascade')
                ->onDelete('cascade');
            $table->foreignId('customer_id')->nullable()->constrained('customers')->nullOnDelete();

            // branches and staff have uuid keys: foreignId() would not match them
            $table->char('branch_id', 36);
            $table->foreign('branch_id')->references('id')->on('branches')->onDelete('cascade');

            $table->unsignedBigInteger('service_id')->nullable()->comment('kept when the service is removed');

            $table->char('staff_id', 36)->nullable()->comment('whom the caller asked for');
            $table->foreign('staff_id')->references('id')->on('staff')->onDelete('set null');
            $table->char('assigned_to', 36)->nullable();
            $table->foreign('assigned_to')->references('id')->on('staff')->onDelete('set null');

            $table->string('phone_number', 40);
            $table->string('customer_name')->nullable();
            $table->json('preferred_time_window')->nullable();
            $table->enum('urgency', ['normal', 'high', 'urgent'])->default('normal');
            $table->enum('status', ['pending', 'assigned', 'contacted', 'completed', 'expired', 'cancelled'])->default('pending');
            $table->text('notes')->nullable();
            $table->json('metadata')->nullable();
            $table->timestamp('assigned_at')->nullable();
            $table->timestamp('contacted_at')->nullable();
            $table->timestamp('completed_at')->nullable();
            $table->timestamps();
            $table->softDeletes();

            $table->index('company_id', 'callback_company_idx');
            $table->index(['company_id', 'status', 'urgency'], 'callback_status_urgency_idx');
            $table->index(['company_id', 'customer_id'], 'callback_customer_idx');
            $table->index(['company_id', 'assigned_to', 'status'], 'callback_assigned_idx');
            $table->index(['company_id', 'created_at'], 'callback_created_idx');
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('callback_requests');
    }
};
