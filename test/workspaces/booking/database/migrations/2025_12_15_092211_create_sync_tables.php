<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        $definitions = [
            'sync_connections' => function (Blueprint $table) {
                $table->id();
                $table->foreignId('company_id')->constrained()->cascadeOnDelete();
                $table->string('system', 40);
                $table->text('settings')->nullable();
                $table->boolean('is_paused')->default(false);
                $table->timestamps();
                $table->unique(['company_id', 'system']);
            },
            'sync_runs' => function (Blueprint $table) {
                $table->id();
                $table->foreignId('sync_connection_id')->constrained()->cascadeOnDelete();
                $table->enum('direction', ['in', 'out', 'both'])->default('both');
                $table->unsignedInteger('created')->default(0);
                $table->unsignedInteger('updated')->default(0);
                $table->unsignedInteger('failed')->default(0);
                $table->timestamp('started_at')->useCurrent();
                $table->timestamp('finished_at')->nullable();
            },
            'sync_conflicts' => function (Blueprint $table) {
                $table->id();
                $table->foreignId('sync_run_id')->constrained()->cascadeOnDelete();
                $table->morphs('record');
                $table->json('ours')->nullable();
                $table->json('theirs')->nullable();
                $table->enum('resolution', ['open', 'ours', 'theirs', 'merged'])->default('open');
                $table->timestamps();
            },
        ];

        foreach ($definitions as $name => $definition) {
            if (! Schema::hasTable($name)) {
                Schema::create($name, $definition);
            }
        }
    }

    public function down(): void
    {
        foreach (['sync_conflicts', 'sync_runs', 'sync_connections'] as $name) {
            Schema::dropIfExists($name);
        }
    }
};
