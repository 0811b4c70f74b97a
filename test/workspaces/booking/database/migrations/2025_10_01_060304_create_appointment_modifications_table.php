<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        if (Schema::hasTable('appointment_modifications')) {
            return;
        }

        Schema::create('appointment_modifications', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')
                ->constrained('companies')
                ->onUpdate('cascade')
                ->onDelete('cascade');
            $table->foreignId('appointment_id')->constrained('appointments')->cascadeOnDelete();
            $table->foreignId('customer_id')->nullable()->constrained('customers')->nullOnDelete();

            $table->enum('modification_type', ['cancel', 'reschedule']);
            $table->boolean('within_policy')->default(true);
            $table->decimal('fee_charged', 10, 2)->default(0);
            $table->text('reason')->nullable();
            $table->string('modified_by_type', 100)->nullable();
            $table->string('modified_by_id', 36)->nullable();
            $table->json('metadata')->nullable();
            $table->timestamps();

            $table->index('company_id', 'apt_mod_company_idx');
            $table->index(['company_id', 'customer_id', 'modification_type', 'created_at'], 'apt_mod_rolling_idx');
            $table->index(['company_id', 'appointment_id'], 'apt_mod_appointment_idx');
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('appointment_modifications');
    }
};
