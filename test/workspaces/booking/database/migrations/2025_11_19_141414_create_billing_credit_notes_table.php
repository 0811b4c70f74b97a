<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        if (Schema::hasTable('billing_credit_notes')) {
            return;
        }

        Schema::create('billing_credit_notes', function (Blueprint $table) {
            $table->id();
            $table->foreignId('billing_invoice_id')->constrained()->restrictOnDelete();
            $table->string('number', 30)->unique();
            $table->decimal('amount', 12, 2);
            $table->enum('reason', ['error', 'goodwill', 'downgrade'])->default('error');
            $table->foreignId('approved_by')->nullable()->constrained('users')->nullOnDelete();
            $table->date('issued_on');
            $table->timestamps();
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('billing_credit_notes');
    }
};
