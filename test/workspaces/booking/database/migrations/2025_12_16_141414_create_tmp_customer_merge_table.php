<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

// Scratch table for the merge that follows; dropped again when that has been looked at.
return new class extends Migration
{
    public function up(): void
    {
        Schema::dropIfExists('tmp_customer_merge');

        Schema::create('tmp_customer_merge', function (Blueprint $table) {
            $table->unsignedBigInteger('duplicate_id')->primary();
            $table->unsignedBigInteger('kept_id');
            $table->string('matched_by', 20);
            $table->timestamp('merged_at')->nullable();
            $table->index('kept_id');
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('tmp_customer_merge');
    }
};
