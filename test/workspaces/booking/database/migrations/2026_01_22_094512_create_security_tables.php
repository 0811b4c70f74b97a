<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('security_events', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->nullable()->constrained()->nullOnDelete();
            $table->foreignId('user_id')->nullable()->constrained()->nullOnDelete();
            $table->string('type', 60);
            $table->enum('severity', ['info', 'warning', 'alarm'])->default('info');
            $table->ipAddress();
            $table->json('details')->nullable();
            $table->timestamp('created_at')->useCurrent();
            $table->index(['type', 'created_at']);
            $table->index(['severity', 'created_at']);
        });

        Schema::create('security_ip_rules', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->constrained()->cascadeOnDelete();
            $table->string('cidr', 49);
            $table->enum('action', ['allow', 'deny'])->default('allow');
            $table->string('note')->nullable();
            $table->timestamps();
            $table->unique(['company_id', 'cidr']);
        });

        Schema::create('security_login_attempts', function (Blueprint $table) {
            $table->id();
            $table->string('email', 191);
            $table->ipAddress('ip_address')->nullable();
            $table->boolean('successful')->default(false);
            $table->unsignedSmallInteger('failures_in_a_row')->default(0);
            $table->timestamp('attempted_at')->useCurrent();
            $table->index(['email', 'attempted_at'], 'sla_email_time_index');
            $table->index('ip_address');
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('security_login_attempts');
        Schema::dropIfExists('security_ip_rules');
        Schema::dropIfExists('security_events');
    }
};
