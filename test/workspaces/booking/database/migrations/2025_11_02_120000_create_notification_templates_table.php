<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('notification_templates', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->nullable()->comment('null: for everybody')
                ->constrained()->cascadeOnDelete();
            $table->string('key', 100);
            $table->string('name');
            $table->enum('channel', ['email', 'sms', 'whatsapp', 'push'])->default('email');
            $table->enum('type', ['confirmation', 'reminder', 'cancellation', 'reschedule', 'marketing', 'system'])
                ->default('system');
            $table->json('subject')->nullable()->comment('by language');
            $table->json('content');
            $table->json('variables')->nullable();
            $table->boolean('is_active')->default(true);
            $table->boolean('is_system')->default(false);
            $table->unsignedTinyInteger('priority_level')->default(5);
            $table->timestamps();
            $table->softDeletes();
            $table->unique(['company_id', 'key', 'channel'], 'notification_templates_lookup');
            $table->index(['channel', 'type', 'is_active']);
        });

        Schema::create('notification_template_versions', function (Blueprint $table) {
            $table->id();
            $table->foreignId('notification_template_id');
            $table->unsignedInteger('version')->default(1);
            $table->json('content');
            $table->foreignId('edited_by')->nullable()->constrained('users')->nullOnDelete();
            $table->timestamps();

            $table->foreign('notification_template_id', 'ntv_template_foreign')
                ->references('id')->on('notification_templates')->cascadeOnDelete();
            $table->unique(['notification_template_id', 'version'], 'ntv_template_version_unique');
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('notification_template_versions');
        Schema::dropIfExists('notification_templates');
    }
};
