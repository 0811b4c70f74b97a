<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('notification_queues', function (Blueprint $table) {
            $table->id();
            $table->uuid('uuid')->unique();
            $table->string('notifiable_type', 100);
            $table->string('notifiable_id', 36);
            $table->foreignId('company_id')->constrained()->cascadeOnDelete();
            $table->foreignId('template_id')->nullable()->constrained('notification_templates')->nullOnDelete();
            $table->string('channel', 20);
            $table->string('recipient');
            $table->string('language', 5)->default('en');
            $table->json('data')->nullable();
            $table->enum('status', ['pending', 'processing', 'sent', 'delivered', 'failed', 'cancelled'])->default('pending');
            $table->tinyInteger('attempts')->default(0);
            $table->dateTime('scheduled_for')->nullable();
            $table->dateTime('sent_at')->nullable();
            $table->dateTime('delivered_at')->nullable();
            $table->dateTime('failed_at')->nullable();
            $table->text('error_message')->nullable();
            $table->decimal('cost', 8, 4)->nullable();
            $table->timestamps();

            $table->index(['notifiable_type', 'notifiable_id']);
            $table->index(['status', 'scheduled_for']);
            $table->index(['channel', 'status']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('notification_queues');
    }
};
