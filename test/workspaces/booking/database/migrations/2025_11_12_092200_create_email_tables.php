<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('email_layouts', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->nullable()->constrained()->cascadeOnDelete();
            $table->string('name', 100);
            $table->mediumText('html');
            $table->text('plain')->nullable();
            $table->char('brand_color', 7)->default('#1f6feb');
            $table->timestamps();
        });

        Schema::create('email_templates', function (Blueprint $table) {
            $table->id();
            $table->foreignId('email_layout_id')->nullable()->constrained()->nullOnDelete();
            $table->foreignId('company_id')->nullable()->constrained()->cascadeOnDelete();
            $table->string('key', 100);
            $table->string('language', 5)->default('en');
            $table->string('subject', 120);
            $table->mediumText('body');
            $table->json('variables')->nullable();
            $table->timestamps();
            $table->softDeletes();
            $table->unique(['company_id', 'key', 'language'], 'email_templates_unique_key');
        });

        Schema::create('email_messages', function (Blueprint $table) {
            $table->uuid('id')->primary();
            $table->foreignId('company_id')->constrained()->cascadeOnDelete();
            $table->foreignId('email_template_id')->nullable()->constrained()->nullOnDelete();
            $table->nullableUuidMorphs('related');
            $table->string('message_id')->nullable()->unique();
            $table->string('to_address');
            $table->string('to_name')->nullable();
            $table->json('cc')->nullable();
            $table->json('bcc')->nullable();
            $table->string('subject', 120);
            $table->enum('status', ['queued', 'sent', 'delivered', 'opened', 'bounced', 'failed'])->default('queued');
            $table->timestamp('sent_at')->nullable();
            $table->timestamp('opened_at')->nullable();
            $table->timestamps();
            $table->index(['company_id', 'status', 'sent_at']);
            $table->index('to_address');
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('email_messages');
        Schema::dropIfExists('email_templates');
        Schema::dropIfExists('email_layouts');
    }
};
