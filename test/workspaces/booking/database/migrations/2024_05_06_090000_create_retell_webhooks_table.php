<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('retell_webhooks', function (Blueprint $table) {
            $table->id();
            $table->string('event', 60);
            $table->string('retell_call_id', 120)->nullable()->index();
            $table->json('payload');
            $table->timestamp('processed_at')->nullable();
            $table->unsignedTinyInteger('attempts')->default(0);
            $table->text('error')->nullable();
            $table->timestamps();

            $table->index(['event', 'processed_at']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('retell_webhooks');
    }
};
