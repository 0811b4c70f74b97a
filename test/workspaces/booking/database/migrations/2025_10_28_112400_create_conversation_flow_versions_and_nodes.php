<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('conversation_flow_versions', function (Blueprint $table) {
            $table->id();
            $table->foreignId('conversation_flow_id')->constrained()->cascadeOnDelete();
            $table->unsignedInteger('version');
            $table->json('definition');
            $table->string('changelog', 500)->nullable();
            $table->string('checksum', 64)->nullable();
            $table->boolean('is_live')->default(false);
            $table->foreignId('author_id')->nullable()->constrained('users')->nullOnDelete();
            $table->timestamps();

            $table->unique(['conversation_flow_id', 'version'], 'cfv_flow_version_unique');
        });

        Schema::create('conversation_flow_nodes', function (Blueprint $table) {
            $table->id();
            $table->unsignedBigInteger('version_id');
            $table->unsignedBigInteger('parent_id')->nullable();
            $table->string('node_name', 100);
            $table->enum('type', ['start', 'message', 'question', 'function', 'branch', 'end'])->default('message');
            $table->text('instruction')->nullable();
            $table->json('edges')->nullable();
            $table->smallInteger('position_x')->default(0);
            $table->smallInteger('position_y')->default(0);
            $table->timestamps();

            $table->foreign('version_id')->references('id')->on('conversation_flow_versions')->cascadeOnDelete();
            $table->foreign('parent_id')->references('id')->on('conversation_flow_nodes')->nullOnDelete();
            $table->index(['version_id', 'node_name'], 'cfn_version_name_index');
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('conversation_flow_nodes');
        Schema::dropIfExists('conversation_flow_versions');
    }
};
