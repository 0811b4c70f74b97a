<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

class CreateNotificationDeliveryAttemptsTable extends Migration
{
    public function up(): void
    {
        Schema::create('notification_delivery_attempts', function (Blueprint $table) {
            $table->id();
            $table->foreignId('notification_queue_id')->constrained()->cascadeOnDelete();
            $table->unsignedTinyInteger('attempt_number');
            $table->string('provider', 60)->nullable();
            $table->string('provider_message_id', 160)->nullable()->index('nda_provider_message_index');
            $table->boolean('success')->default(false);
            $table->unsignedSmallInteger('response_code')->nullable();
            $table->json('response')->nullable();
            $table->unsignedInteger('response_time_ms')->nullable();
            $table->timestamp('attempted_at')->useCurrent();

            $table->unique(['notification_queue_id', 'attempt_number'], 'nda_queue_attempt_unique');
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('notification_delivery_attempts');
    }
}
