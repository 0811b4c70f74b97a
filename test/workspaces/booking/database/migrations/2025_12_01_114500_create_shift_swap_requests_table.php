<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('shift_swap_requests', function (Blueprint $table) {
            $table->id();
            $table->foreignId('shift_assignment_id')->constrained()->cascadeOnDelete();
            $table->foreignUuid('from_staff_id')->constrained('staff')->cascadeOnDelete();
            $table->foreignUuid('to_staff_id')->nullable()->constrained('staff')->nullOnDelete();
            $table->enum('state', ['asked', 'accepted', 'refused', 'withdrawn'])->default('asked');
            $table->string('reason')->nullable();
            $table->timestamp('decided_at')->nullable();
            $table->timestamps();
            $table->index(['state', 'created_at']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('shift_swap_requests');
    }
};
