<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('report_widgets', function (Blueprint $table) {
            $table->id();
            $table->foreignId('report_definition_id')->constrained()->onDelete('cascade');
            $table->enum('chart', ['number', 'line', 'bar', 'donut', 'table'])->default('number');
            $table->json('options')->nullable();
            $table->rememberToken()->comment('for public links');
            $table->timestamps();
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('report_widgets');
    }
};
