<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('notification_digests', function (Blueprint $table) {
            $table->ulid('id')->primary();
            $table->foreignId('user_id')->constrained()->cascadeOnDelete();
            $table->enum('frequency', ['hourly', 'daily', 'weekly'])->default('daily');
            $table->time('send_at')->default('07:30:00');
            $table->set('weekdays', ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'])->nullable();
            $table->json('items')->nullable();
            $table->timestampTz('last_sent_at')->nullable();
            $table->timestampsTz();
        });

        Schema::create('notification_suppressions', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->nullable()->constrained()->cascadeOnDelete();
            $table->string('channel', 20);
            $table->string('address');
            $table->string('reason', 60)->default('complaint');
            $table->timestamp('expires_at')->nullable();
            $table->timestamps();
            $table->unique(['company_id', 'channel', 'address']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('notification_suppressions');
        Schema::dropIfExists('notification_digests');
    }
};
