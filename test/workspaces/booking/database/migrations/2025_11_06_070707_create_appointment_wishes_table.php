<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

/**
 * The caller wanted a time that was not free: remember it.
 */
return new class extends Migration
{
    public function up(): void
    {
        Schema::create('appointment_wishes', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->constrained()->cascadeOnDelete();
            $table->foreignUuid('branch_id')->nullable()->constrained('branches')->nullOnDelete();
            $table->foreignId('call_id')->nullable()->constrained()->nullOnDelete();
            $table->foreignId('customer_id')->nullable()->constrained()->nullOnDelete();
            $table->foreignId('service_id')->nullable()->constrained()->nullOnDelete();
            $table->dateTime('desired_from');
            $table->dateTime('desired_until')->nullable();
            $table->unsignedSmallInteger('duration_minutes')->nullable();
            $table->json('alternatives_offered')->nullable();
            $table->enum('rejection_reason', ['not_available', 'price', 'too_late', 'hung_up', 'other'])->nullable();
            $table->enum('status', ['open', 'notified', 'booked', 'expired'])->default('open');
            $table->timestamp('followed_up_at')->nullable();
            $table->timestamps();

            $table->index(['company_id', 'status', 'desired_from']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('appointment_wishes');
    }
};
