<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('loyalty_transactions', function (Blueprint $table) {
            $table->id();
            $table->foreignId('loyalty_account_id')->constrained()->cascadeOnDelete();
            $table->nullableMorphs('cause', 'loyalty_transactions_cause');
            $table->enum('kind', ['earn', 'spend', 'expire', 'correct']);
            $table->integer('points');
            $table->bigInteger('balance_after');
            $table->string('note')->default('');
            $table->timestamp('created_at')->useCurrent();
            $table->index(['loyalty_account_id', 'created_at']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('loyalty_transactions');
    }
};
