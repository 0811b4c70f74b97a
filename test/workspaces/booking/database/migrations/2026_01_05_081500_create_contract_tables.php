<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('contract_templates', function (Blueprint $table) {
            $table->id();
            $table->string('name', 150);
            $table->string('language', 5)->default('en');
            $table->unsignedInteger('version')->default(1);
            $table->boolean('is_current')->default(true);
            $table->timestamps();
            $table->unique(['name', 'language', 'version']);
        });

        Schema::create('contract_clauses', function (Blueprint $table) {
            $table->id();
            $table->foreignId('contract_template_id')->constrained()->cascadeOnDelete();
            $table->string('number', 12);
            $table->string('heading');
            $table->text('body');
            $table->boolean('is_optional')->default(false);
            $table->timestamps();
            $table->unique(['contract_template_id', 'number']);
        });

        Schema::create('contract_agreements', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->constrained()->cascadeOnDelete();
            $table->foreignId('contract_template_id')->constrained()->restrictOnDelete();
            $table->foreignId('document_file_id')->nullable()->constrained()->nullOnDelete();
            $table->date('starts_on');
            $table->date('ends_on')->nullable();
            $table->unsignedTinyInteger('notice_months')->default(3);
            $table->enum('status', ['draft', 'sent', 'signed', 'terminated'])->default('draft');
            $table->timestamp('signed_at')->nullable();
            $table->timestamps();
            $table->softDeletes();
            $table->index(['company_id', 'status']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('contract_agreements');
        Schema::dropIfExists('contract_clauses');
        Schema::dropIfExists('contract_templates');
    }
};
