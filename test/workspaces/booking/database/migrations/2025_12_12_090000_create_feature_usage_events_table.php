<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('feature_usage_events', function (Blueprint $table) {
            $table->bigIncrements('id');
            $table->foreignId('feature_flag_id')->nullable()->constrained()->nullOnDelete();
            $table->foreignId('company_id')->nullable()->constrained()->cascadeOnDelete();
            $table->foreignId('user_id')->nullable()->constrained()->nullOnDelete();
            $table->string('event', 80);
            $table->dateTime('happened_at', 6)->useCurrent();
            $table->index(['event', 'happened_at']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('feature_usage_events');
    }
};
