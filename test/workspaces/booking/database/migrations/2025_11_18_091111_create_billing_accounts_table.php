<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('billing_accounts', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->unique()->constrained()->restrictOnDelete();
            $table->string('legal_name');
            $table->string('vat_id', 20)->nullable();
            $table->string('street')->nullable();
            $table->string('zip', 12)->nullable();
            $table->string('city', 120)->nullable();
            $table->char('country', 2)->default('DE');
            $table->string('invoice_email')->nullable();
            $table->integer('balance_cents')->default(0);
            $table->char('currency', 3)->default('EUR');
            $table->unsignedTinyInteger('payment_term_days')->default(14);
            $table->timestamps();
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('billing_accounts');
    }
};
