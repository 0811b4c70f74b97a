<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('billing_invoices', function (Blueprint $table) {
            $table->id()->from(10000);
            $table->foreignId('billing_account_id')->constrained()->restrictOnDelete();
            $table->string('number', 30)->unique();
            $table->enum('status', ['draft', 'open', 'paid', 'void', 'uncollectible'])->default('draft');
            $table->date('issued_on')->nullable();
            $table->date('due_on')->nullable();
            $table->decimal('net', 12, 2)->default(0);
            $table->decimal('tax', 12, 2)->default(0);
            $table->decimal('gross', 12, 2)->storedAs('net + tax');
            $table->char('currency', 3)->default('EUR');
            $table->string('pdf_path', 500)->nullable();
            $table->text('footer_text')->nullable();
            $table->timestamps();
            $table->softDeletes();
            $table->index(['billing_account_id', 'status']);
            $table->index('due_on');
        });

        Schema::create('billing_invoice_items', function (Blueprint $table) {
            $table->id();
            $table->foreignId('billing_invoice_id')->constrained()->cascadeOnDelete();
            $table->unsignedSmallInteger('line');
            $table->string('description', 500);
            $table->decimal('quantity', 12, 3)->default(1);
            $table->decimal('unit_price', 12, 4)->default(0);
            $table->decimal('tax_percent', 5, 2)->default(19);
            $table->date('period_from')->nullable();
            $table->date('period_until')->nullable();
            $table->timestamps();
            $table->unique(['billing_invoice_id', 'line']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('billing_invoice_items');
        Schema::dropIfExists('billing_invoices');
    }
};
