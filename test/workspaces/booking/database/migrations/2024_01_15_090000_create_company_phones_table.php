<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        if (Schema::hasTable('company_phones')) {
            return;
        }

        Schema::create('company_phones', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->constrained()->cascadeOnDelete();
            $table->char('branch_id', 36)->nullable();
            $table->string('number', 40)->unique();
            $table->string('label', 120)->nullable();
            $table->boolean('is_active')->default(true);
            $table->timestamps();

            $table->foreign('branch_id', 'company_phones_branch_fk')
                ->references('id')->on('branches')
                ->nullOnDelete();
            $table->index(['company_id', 'is_active'], 'company_phones_active');
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('company_phones');
    }
};
