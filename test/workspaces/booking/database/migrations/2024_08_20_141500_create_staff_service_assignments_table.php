<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('staff_service_assignments', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->constrained()->cascadeOnDelete();
            $table->char('staff_id', 36);
            $table->foreignId('service_id')->constrained()->cascadeOnDelete();
            $table->boolean('is_primary')->default(false);
            $table->unsignedSmallInteger('custom_duration_minutes')->nullable();
            $table->decimal('custom_price', 10, 2)->nullable();
            $table->date('valid_from')->nullable();
            $table->date('valid_until')->nullable();
            $table->timestamps();

            $table->foreign('staff_id')->references('id')->on('staff')->onDelete('cascade');
            $table->unique(['staff_id', 'service_id'], 'ssa_staff_service_unique');
            $table->index(['company_id', 'service_id', 'is_primary'], 'ssa_company_service_primary');
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('staff_service_assignments');
    }
};
