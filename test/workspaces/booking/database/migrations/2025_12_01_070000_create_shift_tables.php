<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('shift_templates', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->constrained()->cascadeOnDelete();
            $table->string('name', 80);
            $table->time('starts_at');
            $table->time('ends_at');
            $table->unsignedSmallInteger('break_minutes')->default(30);
            $table->char('color', 7)->default('#8957e5');
            $table->timestamps();
        });

        Schema::create('shift_rotations', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->constrained()->cascadeOnDelete();
            $table->string('name', 80);
            $table->unsignedTinyInteger('weeks')->default(2);
            $table->json('pattern');
            $table->date('anchored_on')->nullable();
            $table->timestamps();
        });

        Schema::create('shift_assignments', function (Blueprint $table) {
            $table->id();
            $table->foreignUuid('staff_id')->constrained('staff')->cascadeOnDelete();
            $table->foreignUuid('branch_id')->nullable()->constrained('branches')->nullOnDelete();
            $table->foreignId('shift_template_id')->nullable()->constrained()->nullOnDelete();
            $table->foreignId('shift_rotation_id')->nullable()->constrained()->nullOnDelete();
            $table->date('day');
            $table->time('starts_at');
            $table->time('ends_at');
            $table->enum('status', ['planned', 'confirmed', 'worked', 'missed'])->default('planned');
            $table->text('note')->nullable();
            $table->timestamps();
            $table->unique(['staff_id', 'day', 'starts_at']);
            $table->index(['branch_id', 'day']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('shift_assignments');
        Schema::dropIfExists('shift_rotations');
        Schema::dropIfExists('shift_templates');
    }
};
