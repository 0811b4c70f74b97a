<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('campaign_clicks', function (Blueprint $table) {
            $table->id();
            $table->foreignId('campaign_recipient_id')->constrained()->cascadeOnDelete();
            $table->string('url', 2048);
            $table->char('url_hash', 64)->storedAs('sha2(url, 256)');
            $table->timestamp('clicked_at')->useCurrent();

            $table->index(['campaign_recipient_id', 'url_hash']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('campaign_clicks');
    }
};
