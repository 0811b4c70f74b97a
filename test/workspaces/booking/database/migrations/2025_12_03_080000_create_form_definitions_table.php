<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('form_definitions', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->constrained()->cascadeOnDelete();
            $table->string('title', 200);
            $table->string('slug', 120);
            $table->text('intro')->nullable();
            $table->boolean('is_required')->default(false)->comment('before the first appointment');
            $table->timestamps();
            $table->softDeletes();
            $table->unique(['company_id', 'slug', 'deleted_at']);
        });

        Schema::create('form_versions', function (Blueprint $table) {
            $table->id();
            $table->foreignId('form_definition_id')->constrained()->cascadeOnDelete();
            $table->unsignedInteger('version')->default(1);
            $table->timestamp('published_at')->nullable();
            $table->timestamps();
            $table->unique(['form_definition_id', 'version']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('form_versions');
        Schema::dropIfExists('form_definitions');
    }
};
