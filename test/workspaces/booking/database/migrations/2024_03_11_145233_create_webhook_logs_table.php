<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('webhook_logs', function (Blueprint $table) {
            $table->id();
            $table->unsignedBigInteger('company_id')->nullable()->index();
            $table->string('provider', 40);
            $table->string('event', 120)->nullable();
            $table->unsignedSmallInteger('http_status')->nullable();
            $table->json('request_headers')->nullable();
            $table->longText('payload')->nullable();
            $table->text('response')->nullable();
            $table->timestamp('created_at')->useCurrent();

            $table->index(['provider', 'event']);
            $table->index('created_at');
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('webhook_logs');
    }
};
