<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('voice_providers', function (Blueprint $table) {
            $table->tinyIncrements('id');
            $table->string('code', 30)->unique();
            $table->string('label', 80);
            $table->boolean('supports_cloning')->default(false);
        });

        DB::table('voice_providers')->insert([
            ['code' => 'built_in', 'label' => 'Built-in voices', 'supports_cloning' => false],
            ['code' => 'studio', 'label' => 'Studio voices', 'supports_cloning' => true],
        ]);

        Schema::create('voice_profiles', function (Blueprint $table) {
            $table->id();
            $table->unsignedTinyInteger('voice_provider_id');
            $table->foreignId('company_id')->nullable()->constrained()->cascadeOnDelete();
            $table->string('external_voice_id', 120);
            $table->string('name', 100);
            $table->enum('gender', ['female', 'male', 'neutral'])->default('neutral');
            $table->string('accent', 40)->nullable();
            $table->decimal('speed', 3, 2)->default(1);
            $table->decimal('pitch', 3, 2)->default(1);
            $table->json('languages')->nullable();
            $table->timestamps();

            $table->foreign('voice_provider_id')->references('id')->on('voice_providers');
            $table->unique(['voice_provider_id', 'external_voice_id']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('voice_profiles');
        Schema::dropIfExists('voice_providers');
    }
};
