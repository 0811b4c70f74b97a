<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('calls', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->nullable()->constrained()->cascadeOnDelete();
            $table->foreignUuid('branch_id')->nullable()->constrained('branches')->nullOnDelete();
            $table->foreignId('customer_id')->nullable()->constrained()->nullOnDelete();
            $table->string('retell_call_id', 120)->nullable()->unique();
            $table->string('direction', 20)->default('inbound');
            $table->string('from_number', 40)->nullable();
            $table->string('to_number', 40)->nullable();
            $table->string('status', 30)->default('started');
            $table->timestamp('started_at')->nullable();
            $table->timestamp('ended_at')->nullable();
            $table->integer('duration')->unsigned()->nullable()->comment('seconds');
            $table->longText('transcript')->nullable();
            $table->string('recording_url')->nullable();
            $table->timestamps();

            $table->index('from_number');
            $table->index('status', 'calls_status_old_index');
            $table->index(['company_id', 'created_at']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('calls');
    }
};
