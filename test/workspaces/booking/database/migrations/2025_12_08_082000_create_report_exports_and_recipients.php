<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('report_exports', function (Blueprint $table) {
            $table->uuid('id')->primary();
            $table->foreignId('report_run_id')->constrained()->cascadeOnDelete();
            $table->string('disk', 30)->default('exports');
            $table->string('path', 500);
            $table->unsignedBigInteger('bytes')->default(0);
            $table->unsignedInteger('downloads')->default(0);
            $table->timestamp('expires_at')->nullable();
            $table->timestamps();
        });

        Schema::create('report_recipients', function (Blueprint $table) {
            $table->id();
            $table->foreignId('report_schedule_id')->constrained()->cascadeOnDelete();
            $table->foreignId('user_id')->nullable()->constrained()->cascadeOnDelete();
            $table->string('email')->nullable();
            $table->timestamps();
            $table->unique(['report_schedule_id', 'user_id', 'email']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('report_recipients');
        Schema::dropIfExists('report_exports');
    }
};
