<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('consent_withdrawals', function (Blueprint $table) {
            $table->id();
            $table->foreignId('consent_record_id')->unique()->constrained()->cascadeOnDelete();
            $table->foreignId('recorded_by')->nullable()->constrained('users')->nullOnDelete();
            $table->string('reason')->nullable();
            $table->timestamp('withdrawn_at')->useCurrent();
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('consent_withdrawals');
    }
};
