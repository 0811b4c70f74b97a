<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('voice_samples', function (Blueprint $table) {
            $table->id();
            $table->foreignId('voice_profile_id')->constrained()->cascadeOnDelete();
            $table->string('path', 500);
            $table->unsignedInteger('length_ms')->default(0);
            $table->binary('fingerprint', 32, fixed: true)->nullable();
            $table->text('spoken_text')->nullable();
            $table->timestamps();
        });

        Schema::create('voice_pronunciations', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->constrained()->cascadeOnDelete();
            $table->string('word', 120)->collation('utf8mb4_bin');
            $table->string('phonetic', 200);
            $table->string('alphabet', 10)->default('ipa');
            $table->timestamps();
            $table->unique(['company_id', 'word']);
        });

        Schema::create('voice_greetings', function (Blueprint $table) {
            $table->id();
            $table->foreignUuid('branch_id')->constrained()->cascadeOnDelete();
            $table->foreignId('voice_profile_id')->nullable()->constrained()->nullOnDelete();
            $table->enum('occasion', ['default', 'closed', 'holiday', 'busy'])->default('default');
            $table->text('text');
            $table->date('valid_from')->nullable();
            $table->date('valid_until')->nullable();
            $table->timestamps();
            $table->index(['branch_id', 'occasion', 'valid_from']);
        });
    }

    public function down(): void
    {
        collect(['voice_greetings', 'voice_pronunciations', 'voice_samples'])
            ->each(fn ($table) => Schema::dropIfExists($table));
    }
};
