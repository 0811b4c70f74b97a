<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('resource_service', function (Blueprint $table) {
            $table->foreignId('resource_type_id')->constrained()->cascadeOnDelete();
            $table->foreignId('service_id')->constrained()->cascadeOnDelete();
            $table->unsignedTinyInteger('needed')->default(1);
            $table->unique(['resource_type_id', 'service_id']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('resource_service');
    }
};
