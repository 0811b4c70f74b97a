<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('coupon_campaigns', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->constrained()->cascadeOnDelete();
            $table->string('name', 150);
            $table->dateTime('starts_at')->nullable();
            $table->dateTime('ends_at')->nullable();
            $table->unsignedInteger('budget_cents')->nullable();
            $table->timestamps();
        });

        Schema::create('coupon_codes', function (Blueprint $table) {
            $table->id();
            $table->foreignId('coupon_campaign_id')->constrained()->cascadeOnDelete();
            $table->string('code', 32);
            $table->enum('discount_type', ['percent', 'amount'])->default('percent');
            $table->decimal('discount', 8, 2);
            $table->unsignedInteger('max_uses')->nullable();
            $table->unsignedInteger('uses')->default(0);
            $table->timestamps();

            // upper and lower case are the same code
            $table->string('code_normalized', 32)->virtualAs('upper(code)');
            $table->unique(['coupon_campaign_id', 'code_normalized']);
        });

        Schema::create('coupon_redemptions', function (Blueprint $table) {
            $table->id();
            $table->foreignId('coupon_code_id')->constrained()->restrictOnDelete();
            $table->foreignId('customer_id')->constrained()->cascadeOnDelete();
            $table->foreignId('appointment_id')->nullable()->constrained()->nullOnDelete();
            $table->unsignedInteger('saved_cents')->default(0);
            $table->timestamp('redeemed_at')->useCurrent();
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('coupon_redemptions');
        Schema::dropIfExists('coupon_codes');
        Schema::dropIfExists('coupon_campaigns');
    }
};
