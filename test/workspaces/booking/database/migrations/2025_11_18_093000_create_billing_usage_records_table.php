<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('billing_usage_records', function (Blueprint $table) {
            $table->id();
            $table->foreignId('billing_subscription_id')->constrained()->cascadeOnDelete();
            $table->nullableMorphs('billable');
            $table->enum('unit', ['minute', 'sms', 'email', 'seat'])->default('minute');
            $table->decimal('quantity', 12, 4)->default(0);
            $table->decimal('unit_price', 10, 4)->default(0);
            $table->decimal('amount', 14, 4)->storedAs('quantity * unit_price');
            $table->date('used_on');
            $table->boolean('invoiced')->default(false);
            $table->timestamps();
            $table->index(['billing_subscription_id', 'used_on'], 'bur_subscription_day_index');
            $table->index(['invoiced', 'used_on']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('billing_usage_records');
    }
};
