<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('calendar_sync_tokens', function (Blueprint $table) {
            $table->foreignId('calendar_feed_id')->primary()->constrained()->cascadeOnDelete();
            $table->string('cursor', 500)->nullable();
            $table->timestamp('full_sync_at')->nullable();
            $table->timestamp('updated_at')->useCurrent()->useCurrentOnUpdate();
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('calendar_sync_tokens');
    }
};
