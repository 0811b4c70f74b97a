<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('retell_configurations', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->unique()->constrained()->cascadeOnDelete();
            $table->string('webhook_url', 512)->nullable();
            $table->json('custom_functions')->nullable();
            $table->json('enabled_events')->nullable();
            $table->unsignedTinyInteger('max_call_minutes')->default(15);
            $table->unsignedSmallInteger('silence_timeout_ms')->default(8000);
            $table->boolean('record_calls')->default(true);
            $table->boolean('test_mode')->default(false);
            $table->string('last_test_status', 20)->nullable();
            $table->timestamp('last_tested_at')->nullable();
            $table->timestamps();
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('retell_configurations');
    }
};
