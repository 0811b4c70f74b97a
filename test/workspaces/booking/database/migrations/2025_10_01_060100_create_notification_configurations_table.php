<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    /**
     * What is sent, and how, at any level: company, branch, staff or service.
     */
    public function up(): void
    {
        if (Schema::hasTable('notification_configurations')) {
            return;
        }

        Schema::create('notification_configurations', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')
                ->constrained('companies')
                ->onUpdate('cascade')
                ->onDelete('cascade');

            // Company and Service have bigint keys, Branch and Staff have uuids
            $table->string('configurable_type', 100);
            $table->string('configurable_id', 36);

            $table->string('event_type', 60);
            $table->enum('channel', ['email', 'sms', 'whatsapp', 'push'])->default('email');
            $table->string('fallback_channel', 20)->nullable();
            $table->boolean('is_enabled')->default(true);
            $table->unsignedTinyInteger('retry_count')->default(3);
            $table->unsignedSmallInteger('retry_delay_minutes')->default(5);
            $table->text('template_override')->nullable();
            $table->json('metadata')->nullable();
            $table->timestamps();

            $table->index('company_id', 'notif_config_company_idx');
            $table->index(['company_id', 'configurable_type', 'configurable_id'], 'notif_config_lookup_idx');
            $table->index(['company_id', 'event_type', 'is_enabled'], 'notif_config_event_idx');
            $table->unique(
                ['company_id', 'configurable_type', 'configurable_id', 'event_type', 'channel'],
                'notif_config_unique'
            );
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('notification_configurations');
    }
};
