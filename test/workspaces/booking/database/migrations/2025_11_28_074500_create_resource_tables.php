<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('resource_types', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->constrained()->cascadeOnDelete();
            $table->string('name', 80);
            $table->string('icon', 40)->nullable();
            $table->timestamps();
            $table->unique(['company_id', 'name']);
        });

        Schema::create('resource_items', function (Blueprint $table) {
            $table->id();
            $table->foreignId('resource_type_id')->constrained()->cascadeOnDelete();
            $table->foreignUuid('branch_id')->constrained('branches')->cascadeOnDelete();
            $table->string('name', 120);
            $table->string('inventory_number', 40)->nullable()->unique();
            $table->unsignedTinyInteger('capacity')->default(1);
            $table->boolean('is_active')->default(true);
            $table->timestamps();
            $table->softDeletes();
            $table->index(['branch_id', 'is_active']);
        });

        Schema::create('resource_availability', function (Blueprint $table) {
            $table->id();
            $table->foreignId('resource_item_id')->constrained()->cascadeOnDelete();
            $table->unsignedTinyInteger('weekday')->comment('1 = Monday');
            $table->time('from', 0);
            $table->time('until', 0);
            $table->date('valid_from')->nullable();
            $table->date('valid_until')->nullable();
            $table->index(['resource_item_id', 'weekday']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('resource_availability');
        Schema::dropIfExists('resource_items');
        Schema::dropIfExists('resource_types');
    }
};
