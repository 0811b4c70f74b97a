<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('holidays', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->constrained()->cascadeOnDelete();
            $table->foreignUuid('branch_id')->nullable()->constrained()->cascadeOnDelete();
            $table->date('day');
            $table->string('name', 120);
            $table->boolean('is_closed')->default(true);
            $table->timestamps();

            $table->unique(['company_id', 'branch_id', 'day']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('holidays');
    }
};
