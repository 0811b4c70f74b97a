<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('metric_definitions', function (Blueprint $table) {
            $table->id();
            $table->string('key', 80)->unique();
            $table->string('unit', 20)->nullable();
            $table->enum('aggregate', ['sum', 'avg', 'min', 'max', 'count'])->default('sum');
            $table->text('description')->nullable();
            $table->timestamps();
        });

        Schema::create('metric_snapshots', function (Blueprint $table) {
            $table->id();
            $table->foreignId('metric_definition_id')->constrained()->cascadeOnDelete();
            $table->foreignId('company_id')->nullable()->constrained()->cascadeOnDelete();
            $table->double('value');
            $table->json('dimensions')->nullable();
            $table->timestamp('taken_at')->useCurrent();
            $table->index(['metric_definition_id', 'taken_at']);
        });

        Schema::create('metric_alerts', function (Blueprint $table) {
            $table->id();
            $table->foreignId('metric_definition_id')->constrained()->cascadeOnDelete();
            $table->foreignId('company_id')->nullable()->constrained()->cascadeOnDelete();
            $table->enum('comparison', ['<', '<=', '>', '>='])->default('>');
            $table->double('threshold');
            $table->unsignedSmallInteger('for_minutes')->default(5);
            $table->timestamp('last_raised_at')->nullable();
            $table->boolean('muted')->default(false);
            $table->timestamps();
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('metric_alerts');
        Schema::dropIfExists('metric_snapshots');
        Schema::dropIfExists('metric_definitions');
    }
};
