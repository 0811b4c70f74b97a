<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        try {
            Schema::create('appointment_wish_notifications', function (Blueprint $table) {
                $table->id();
                $table->foreignId('appointment_wish_id')->constrained('appointment_wishes')->cascadeOnDelete();
                $table->string('channel', 20)->default('email');
                $table->string('recipient');
                $table->timestamp('sent_at')->nullable();
                $table->timestamp('opened_at')->nullable();
                $table->timestamps();
                $table->index(['appointment_wish_id', 'channel'], 'awn_wish_channel_index');
            });
        } catch (\Illuminate\Database\QueryException $e) {
            // 1050: made by hand on one of the servers
            if (($e->errorInfo[1] ?? null) !== 1050) {
                throw $e;
            }
        }
    }

    public function down(): void
    {
        Schema::dropIfExists('appointment_wish_notifications');
    }
};
