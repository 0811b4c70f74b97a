<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('campaign_audiences', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->constrained()->cascadeOnDelete();
            $table->string('name', 150);
            $table->json('filters')->nullable();
            $table->unsignedInteger('size_estimate')->nullable();
            $table->timestamps();
        });

        Schema::create('campaign_messages', function (Blueprint $table) {
            $table->id();
            $table->foreignId('campaign_audience_id')->constrained()->cascadeOnDelete();
            $table->string('title', 150);
            $table->enum('channel', ['email', 'sms', 'call'])->default('email');
            $table->dateTime('send_at')->nullable();
            $table->enum('status', ['draft', 'scheduled', 'sending', 'sent', 'stopped'])->default('draft');
            $table->timestamps();
            $table->softDeletes();
            $table->index(['status', 'send_at']);
        });

        Schema::create('campaign_variants', function (Blueprint $table) {
            $table->id();
            $table->foreignId('campaign_message_id')->constrained()->cascadeOnDelete();
            $table->char('letter', 1)->default('A');
            $table->string('subject')->nullable();
            $table->text('body');
            $table->unsignedTinyInteger('weight')->default(50);
            $table->timestamps();
            $table->unique(['campaign_message_id', 'letter']);
        });

        Schema::create('campaign_recipients', function (Blueprint $table) {
            $table->id();
            $table->foreignId('campaign_message_id')->constrained()->cascadeOnDelete();
            $table->foreignId('campaign_variant_id')->nullable()->constrained()->nullOnDelete();
            $table->foreignId('customer_id')->constrained()->cascadeOnDelete();
            $table->timestamp('sent_at')->nullable();
            $table->timestamp('opened_at')->nullable();
            $table->timestamp('unsubscribed_at')->nullable();
            $table->unique(['campaign_message_id', 'customer_id']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('campaign_recipients');
        Schema::dropIfExists('campaign_variants');
        Schema::dropIfExists('campaign_messages');
        Schema::dropIfExists('campaign_audiences');
    }
};
