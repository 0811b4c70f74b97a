<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('knowledge_sync_runs', function (Blueprint $t) {
            $t->id();
            $t->foreignId('knowledge_source_id')->constrained()->cascadeOnDelete();
            $t->integer('documents_added')->default(0);
            $t->integer('documents_updated')->default(0);
            $t->integer('documents_removed')->default(0);
            $t->text('error')->nullable();
            $t->dateTime('started_at')->useCurrent();
            $t->dateTime('finished_at')->nullable();
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('knowledge_sync_runs');
    }
};
