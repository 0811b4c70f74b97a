<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('resource_bookings', function (Blueprint $table) {
            $table->id();
            $table->foreignId('resource_item_id')->constrained()->cascadeOnDelete();
            $table->foreignId('appointment_id')->nullable()->constrained()->cascadeOnDelete();
            $table->dateTime('starts_at');
            $table->dateTime('ends_at');
            $table->unsignedTinyInteger('quantity')->default(1);
            $table->string('purpose', 200)->nullable();
            $table->timestamps();
            $table->index(['resource_item_id', 'starts_at', 'ends_at'], 'resource_bookings_overlap_index');
        });

        DB::statement('ALTER TABLE resource_bookings ADD CONSTRAINT resource_bookings_order_check CHECK (ends_at > starts_at)');
    }

    public function down(): void
    {
        Schema::dropIfExists('resource_bookings');
    }
};
