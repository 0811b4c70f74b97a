<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('payment_payouts', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->constrained()->cascadeOnDelete();
            $table->bigInteger('amount_cents');
            $table->bigInteger('fee_cents')->default(0);
            $table->bigInteger('net_cents')->virtualAs('amount_cents - fee_cents')->comment('what arrives');
            $table->char('currency', 3)->default('EUR');
            $table->date('arrives_on')->nullable();
            $table->string('status', 20)->default('pending')->index();
            $table->string('statement_descriptor', 22)->nullable();
            $table->timestamps();
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('payment_payouts');
    }
};
