<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        $types = ['text', 'textarea', 'number', 'date', 'checkbox', 'select', 'signature'];

        Schema::create('form_fields', function (Blueprint $table) use ($types) {
            $table->id();
            $table->foreignId('form_version_id')->constrained()->cascadeOnDelete();
            $table->foreignId('shown_if_field_id')->nullable()->constrained('form_fields')->nullOnDelete();
            $table->string('name', 60);
            $table->string('label');
            $table->enum('type', $types)->default($types[0]);
            $table->json('options')->nullable();
            $table->json('rules')->nullable();
            $table->unsignedSmallInteger('position')->default(0);
            $table->timestamps();
            $table->unique(['form_version_id', 'name']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('form_fields');
    }
};
