<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('location_regions', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->constrained()->cascadeOnDelete();
            $table->string('name', 120);
            $table->char('country', 2)->default('DE');
            $table->timestamps();
        });

        Schema::create('location_zones', function (Blueprint $table) {
            $table->id();
            $table->foreignId('location_region_id')->constrained()->cascadeOnDelete();
            $table->foreignUuid('branch_id')->nullable()->constrained('branches')->nullOnDelete();
            $table->string('zip_from', 10);
            $table->string('zip_until', 10);
            $table->decimal('surcharge', 8, 2)->default(0);
            $table->timestamps();
            $table->index(['zip_from', 'zip_until']);
        });

        Schema::create('location_closures', function (Blueprint $table) {
            $table->id();
            $table->foreignUuid('branch_id')->constrained('branches')->cascadeOnDelete();
            $table->date('closed_from');
            $table->date('closed_until');
            $table->string('reason', 200)->nullable();
            $table->boolean('announce_on_phone')->default(true);
            $table->timestamps();
            $table->unique(['branch_id', 'closed_from']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('location_closures');
        Schema::dropIfExists('location_zones');
        Schema::dropIfExists('location_regions');
    }
};
