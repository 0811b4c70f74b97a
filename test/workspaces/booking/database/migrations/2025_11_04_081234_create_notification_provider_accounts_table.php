<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('notification_provider_accounts', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->constrained()->cascadeOnDelete();
            $table->string('provider', 40);
            $table->enum('channel', ['email', 'sms', 'whatsapp', 'push']);
            $table->text('credentials')->nullable()->comment('encrypted by the model');
            $table->unsignedInteger('rate_limit')->nullable();
            $table->decimal('balance', 12, 4)->default(0);
            $table->json('allowed_countries')->nullable();
            $table->boolean('is_default')->default(false);
            $table->timestamps();
            $table->unique(['company_id', 'provider', 'channel'], 'npa_company_provider_unique');
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('notification_provider_accounts');
    }
};
