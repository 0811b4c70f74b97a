<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('email_attachments', function (Blueprint $table) {
            $table->id();
            $table->foreignUuid('email_message_id')->constrained()->cascadeOnDelete();
            $table->string('disk', 30)->default('local');
            $table->string('path', 500);
            $table->string('filename');
            $table->string('mime_type', 120)->default('application/octet-stream');
            $table->unsignedBigInteger('size')->default(0);
            $table->char('sha256', 64)->nullable();
            $table->timestamps();
        });

        Schema::create('email_bounces', function (Blueprint $table) {
            $table->id();
            $table->foreignUuid('email_message_id')->nullable()->constrained()->nullOnDelete();
            $table->string('address');
            $table->enum('type', ['hard', 'soft', 'complaint']);
            $table->string('diagnostic', 1000)->nullable();
            $table->timestamp('bounced_at');
            $table->timestamps();
            $table->index(['address', 'type']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('email_bounces');
        Schema::dropIfExists('email_attachments');
    }
};
