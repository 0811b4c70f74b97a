<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('review_platforms', function (Blueprint $table) {
            $table->id();
            $table->foreignUuid('branch_id')->constrained('branches')->cascadeOnDelete();
            $table->string('platform', 40);
            $table->string('profile_url', 1024)->nullable();
            $table->decimal('average', 3, 2)->nullable();
            $table->unsignedInteger('reviews')->default(0);
            $table->timestamps();
            $table->unique(['branch_id', 'platform']);
        });

        Schema::create('review_requests', function (Blueprint $table) {
            $table->id();
            $table->foreignId('appointment_id')->constrained()->cascadeOnDelete();
            $table->foreignId('review_platform_id')->nullable()->constrained()->nullOnDelete();
            $table->char('token', 40)->unique();
            $table->timestamp('sent_at')->nullable();
            $table->timestamp('clicked_at')->nullable();
            $table->timestamps();
        });

        Schema::create('review_responses', function (Blueprint $table) {
            $table->id();
            $table->foreignId('review_request_id')->nullable()->constrained()->nullOnDelete();
            $table->foreignId('review_platform_id')->nullable()->constrained()->nullOnDelete();
            $table->foreignUuid('staff_id')->nullable()->constrained('staff')->nullOnDelete();
            $table->unsignedTinyInteger('stars');
            $table->text('text')->nullable();
            $table->string('author', 120)->nullable();
            $table->boolean('is_published')->default(false);
            $table->timestamps();
            $table->fullText('text');
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('review_responses');
        Schema::dropIfExists('review_requests');
        Schema::dropIfExists('review_platforms');
    }
};
