<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('survey_templates', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->nullable()->constrained()->cascadeOnDelete();
            $table->string('name', 150);
            $table->string('trigger', 40)->default('after_call');
            $table->unsignedSmallInteger('delay_minutes')->default(10);
            $table->boolean('is_active')->default(true);
            $table->timestamps();
        });

        Schema::create('survey_questions', function (Blueprint $table) {
            $table->id();
            $table->foreignId('survey_template_id')->constrained()->cascadeOnDelete();
            $table->unsignedSmallInteger('position');
            $table->string('text', 400);
            $table->enum('kind', ['nps', 'stars', 'yes_no', 'open'])->default('stars');
            $table->boolean('required')->default(true);
            $table->timestamps();
            $table->unique(['survey_template_id', 'position']);
        });

        Schema::create('survey_invitations', function (Blueprint $table) {
            $table->ulid('id')->primary();
            $table->foreignId('survey_template_id')->constrained()->cascadeOnDelete();
            $table->foreignId('customer_id')->nullable()->constrained()->nullOnDelete();
            $table->nullableMorphs('about');
            $table->string('channel', 20)->default('sms');
            $table->timestamp('sent_at')->nullable();
            $table->timestamp('expires_at')->nullable();
            $table->timestamps();
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('survey_invitations');
        Schema::dropIfExists('survey_questions');
        Schema::dropIfExists('survey_templates');
    }
};
