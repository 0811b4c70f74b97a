<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('workflow_definitions', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->nullable()->constrained()->cascadeOnDelete();
            $table->string('name', 150);
            $table->text('description')->nullable();
            $table->unsignedInteger('version')->default(1);
            $table->boolean('is_active')->default(false);
            $table->timestamps();
            $table->softDeletes();
        });

        Schema::create('workflow_steps', function (Blueprint $table) {
            $table->id();
            $table->foreignId('workflow_definition_id')->constrained()->cascadeOnDelete();
            $table->string('key', 60);
            $table->string('action', 80);
            $table->json('parameters')->nullable();
            $table->unsignedSmallInteger('timeout_seconds')->default(60);
            $table->unsignedTinyInteger('retries')->default(0);
            $table->timestamps();
            $table->unique(['workflow_definition_id', 'key']);
        });

        Schema::create('workflow_transitions', function (Blueprint $table) {
            $table->id();
            $table->foreignId('from_step_id')->constrained('workflow_steps')->cascadeOnDelete();
            $table->foreignId('to_step_id')->constrained('workflow_steps')->cascadeOnDelete();
            $table->string('condition', 500)->nullable();
            $table->unsignedSmallInteger('position')->default(0);
            $table->unique(['from_step_id', 'position']);
        });
    }

    public function down(): void
    {
        Schema::withoutForeignKeyConstraints(function () {
            Schema::dropIfExists('workflow_transitions');
            Schema::dropIfExists('workflow_steps');
            Schema::dropIfExists('workflow_definitions');
        });
    }
};
