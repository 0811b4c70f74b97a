<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('sms_templates', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->nullable()->constrained()->cascadeOnDelete();
            $table->string('key', 80);
            $table->string('language', 5)->default('en');
            $table->string('body', 480);
            $table->timestamps();
            $table->unique(['company_id', 'key', 'language']);
        });

        Schema::create('sms_messages', function (Blueprint $table) {
            $table->ulid('id')->primary();
            $table->foreignId('company_id')->constrained()->cascadeOnDelete();
            $table->foreignId('customer_id')->nullable()->constrained()->nullOnDelete();
            $table->foreignId('sms_template_id')->nullable()->constrained()->nullOnDelete();
            $table->unsignedInteger('sms_sender_id')->nullable();
            $table->foreign('sms_sender_id')->references('id')->on('sms_sender_ids')->onDelete('set null');
            $table->string('to', 40);
            $table->string('body', 1600);
            $table->unsignedTinyInteger('parts')->default(1);
            $table->string('status', 20)->default('queued');
            $table->timestamp('sent_at')->nullable();
            $table->timestamps();
            $table->index(['company_id', 'created_at']);
            $table->index(['status', 'sent_at']);
        });

        Schema::create('sms_delivery_reports', function (Blueprint $table) {
            $table->id();
            $table->foreignUlid('sms_message_id')->constrained('sms_messages')->cascadeOnDelete();
            $table->string('provider_status', 40);
            $table->smallInteger('error_code')->nullable();
            $table->json('raw')->nullable();
            $table->timestamp('received_at')->useCurrent();
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('sms_delivery_reports');
        Schema::dropIfExists('sms_messages');
        Schema::dropIfExists('sms_templates');
    }
};
