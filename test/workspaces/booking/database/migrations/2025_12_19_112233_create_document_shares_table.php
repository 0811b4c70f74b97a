<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        if (Schema::hasTable('document_shares')) return;

        Schema::create('document_shares', function (Blueprint $table) {
            $table->id();
            $table->foreignId('document_file_id')->constrained()->cascadeOnDelete();
            $table->char('token', 48)->unique();
            $table->string('recipient_email')->nullable();
            $table->unsignedSmallInteger('max_downloads')->nullable();
            $table->unsignedSmallInteger('downloads')->default(0);
            $table->dateTime('expires_at')->nullable();
            $table->timestamps();
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('document_shares');
    }
};
