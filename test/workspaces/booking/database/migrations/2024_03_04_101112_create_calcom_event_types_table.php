<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('calcom_event_types', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->constrained()->cascadeOnDelete();
            $table->unsignedBigInteger('calcom_id');
            $table->string('slug', 160);
            $table->string('title');
            $table->unsignedSmallInteger('length_minutes')->default(30);
            $table->boolean('is_hidden')->default(false);
            $table->timestamp('last_synced_at')->nullable();
            $table->timestamps();

            $table->unique(['company_id', 'calcom_id']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('calcom_event_types');
    }
};
