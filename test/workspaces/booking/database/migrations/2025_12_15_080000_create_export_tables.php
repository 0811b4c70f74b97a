<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('export_presets', function (Blueprint $table): void {
            $table->id();
            $table->foreignId('company_id')->constrained()->cascadeOnDelete();
            $table->string('name', 120);
            $table->string('entity', 60);
            $table->json('fields');
            $table->timestamps();
        });

        Schema::create('export_jobs', function (Blueprint $table): void {
            $table->id();
            $table->foreignId('export_preset_id')->nullable()->constrained()->nullOnDelete();
            $table->foreignId('user_id')->nullable()->constrained()->nullOnDelete();
            $table->enum('format', ['csv', 'xlsx', 'json'])->default('csv');
            $table->enum('status', ['queued', 'running', 'done', 'failed'])->default('queued');
            $table->unsignedTinyInteger('progress')->default(0);
            $table->timestamp('finished_at')->nullable();
            $table->timestamps();
            $table->index(['status', 'created_at']);
        });

        Schema::create('export_files', function (Blueprint $table): void {
            $table->uuid('id')->primary();
            $table->foreignId('export_job_id')->constrained()->cascadeOnDelete();
            $table->string('path', 500);
            $table->unsignedBigInteger('bytes')->default(0);
            $table->timestamp('delete_after')->nullable()->index();
            $table->timestamps();
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('export_files');
        Schema::dropIfExists('export_jobs');
        Schema::dropIfExists('export_presets');
    }
};
