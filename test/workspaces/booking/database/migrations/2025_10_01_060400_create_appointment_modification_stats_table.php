<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        if (Schema::hasTable('appointment_modification_stats')) {
            return;
        }

        Schema::create('appointment_modification_stats', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')
                ->constrained('companies')
                ->onUpdate('cascade')
                ->onDelete('cascade');
            $table->foreignId('customer_id')->constrained('customers')->cascadeOnDelete();
            $table->enum('stat_type', ['cancel_30d', 'reschedule_30d', 'cancel_90d', 'reschedule_90d']);
            $table->date('period_start');
            $table->date('period_end');
            $table->unsignedInteger('count')->default(0);
            $table->timestamp('calculated_at')->nullable();
            $table->timestamps();

            $table->index('company_id', 'apt_stats_company_idx');
            $table->index(['company_id', 'customer_id'], 'apt_stats_customer_idx');
            $table->unique(['company_id', 'customer_id', 'stat_type', 'period_start'], 'apt_stats_unique');
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('appointment_modification_stats');
    }
};
