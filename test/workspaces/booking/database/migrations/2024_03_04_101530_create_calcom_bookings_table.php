<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('calcom_bookings', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->constrained()->cascadeOnDelete();
            $table->foreignId('appointment_id')->nullable()->constrained()->nullOnDelete();
            $table->foreignId('calcom_event_type_id')->nullable()->constrained('calcom_event_types')->nullOnDelete();
            $table->string('calcom_uid', 120)->unique();
            $table->string('status', 30)->default('accepted');
            $table->dateTime('starts_at');
            $table->dateTime('ends_at');
            $table->json('raw')->nullable();
            $table->timestamps();
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('calcom_bookings');
    }
};
