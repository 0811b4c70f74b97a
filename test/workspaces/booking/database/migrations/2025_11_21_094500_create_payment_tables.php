<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('payment_methods', function (Blueprint $table) {
            $table->id();
            $table->morphs('owner');
            $table->enum('type', ['card', 'debit', 'transfer', 'cash']);
            $table->string('gateway', 40)->nullable();
            $table->string('gateway_reference', 160)->nullable();
            $table->char('last_four', 4)->nullable();
            $table->unsignedTinyInteger('expires_month')->nullable();
            $table->year('expires_year')->nullable();
            $table->boolean('is_default')->default(false);
            $table->timestamps();
            $table->softDeletes();
        });

        Schema::create('payment_intents', function (Blueprint $table) {
            $table->uuid('id')->primary();
            $table->foreignId('company_id')->constrained()->cascadeOnDelete();
            $table->foreignId('customer_id')->nullable()->constrained()->nullOnDelete();
            $table->foreignId('appointment_id')->nullable()->constrained()->nullOnDelete();
            $table->foreignId('payment_method_id')->nullable()->constrained()->nullOnDelete();
            $table->unsignedInteger('amount_cents');
            $table->char('currency', 3)->default('EUR');
            $table->enum('purpose', ['deposit', 'full', 'no_show_fee'])->default('full');
            $table->enum('status', ['created', 'authorized', 'captured', 'failed', 'expired'])->default('created');
            $table->timestamp('expires_at')->nullable();
            $table->timestamps();
            $table->index(['company_id', 'status']);
        });

        Schema::create('payment_transactions', function (Blueprint $table) {
            $table->id();
            $table->foreignUuid('payment_intent_id')->nullable()->constrained()->nullOnDelete();
            $table->foreignId('billing_invoice_id')->nullable()->constrained()->nullOnDelete();
            $table->enum('kind', ['authorize', 'capture', 'charge', 'void']);
            $table->integer('amount_cents');
            $table->char('currency', 3)->default('EUR');
            $table->string('gateway_reference', 160)->nullable()->unique();
            $table->boolean('succeeded')->default(false);
            $table->json('gateway_response')->nullable();
            $table->timestamp('processed_at')->nullable();
            $table->timestamps();
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('payment_transactions');
        Schema::dropIfExists('payment_intents');
        Schema::dropIfExists('payment_methods');
    }
};
