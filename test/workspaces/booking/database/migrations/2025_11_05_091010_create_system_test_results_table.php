<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('system_test_results', function (Blueprint $table) {
            $table->id();
            $table->foreignId('system_test_run_id')->constrained()->cascadeOnDelete();
            $table->string('name');
            $table->boolean('passed');
            $table->text('message')->nullable();
            $table->double('duration_ms')->nullable();
            $table->timestamps();
            $table->index(['system_test_run_id', 'passed']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('system_test_results');
    }
};
