<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('conversation_flows', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->nullable()->constrained()->cascadeOnDelete()->cascadeOnUpdate();
            $table->string('external_flow_id', 120)->nullable()->unique();
            $table->string('name', 150);
            $table->string('slug', 150);
            $table->text('description')->nullable();
            $table->longText('definition')->nullable();
            $table->string('start_node', 100)->default('welcome');
            $table->enum('status', ['draft', 'published', 'archived'])->default('draft');
            $table->string('language', 5)->default('en');
            $table->foreignId('created_by')->nullable()->constrained('users')->nullOnDelete();
            $table->timestamp('published_at')->nullable();
            $table->timestamps();
            $table->softDeletes();

            $table->unique(['company_id', 'slug']);
            $table->index(['status', 'language']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('conversation_flows');
    }
};
