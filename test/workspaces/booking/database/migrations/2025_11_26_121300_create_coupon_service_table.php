<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('coupon_service', function (Blueprint $table) {
            $table->unsignedBigInteger('coupon_code_id');
            $table->unsignedBigInteger('service_id');

            $table->foreign('coupon_code_id')->references('id')->on('coupon_codes')->onDelete('cascade');
            $table->foreign('service_id')->references('id')->on('services')->onDelete('cascade');
            $table->primary(['coupon_code_id', 'service_id']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('coupon_service');
    }
};
