<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('feature_segments', function (Blueprint $table) {
            $table->id();
            $table->string('name', 80)->unique();
            $table->json('conditions');
            $table->timestamps();
        });

        Schema::create('feature_flags', function (Blueprint $table) {
            $table->id();
            $table->string('key', 80)->unique();
            $table->string('description')->default('');
            $table->boolean('enabled')->default(false);
            $table->unsignedTinyInteger('rollout_percent')->default(0);
            $table->foreignId('feature_segment_id')->nullable()->constrained()->nullOnDelete();
            $table->date('remove_after')->nullable();
            $table->timestamps();
        });

        Schema::create('feature_flag_overrides', function (Blueprint $table) {
            $table->id();
            $table->foreignId('feature_flag_id')->constrained()->cascadeOnDelete();
            $table->foreignId('company_id')->constrained()->cascadeOnDelete();
            $table->boolean('enabled');
            $table->string('reason')->nullable();
            $table->timestamps();
            $table->unique(['feature_flag_id', 'company_id']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('feature_flag_overrides');
        Schema::dropIfExists('feature_flags');
        Schema::dropIfExists('feature_segments');
    }
};
