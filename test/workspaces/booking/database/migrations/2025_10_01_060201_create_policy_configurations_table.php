<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        if (Schema::hasTable('policy_configurations')) {
            return;
        }

        Schema::create('policy_configurations', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')
                ->constrained('companies')
                ->onUpdate('cascade')
                ->onDelete('cascade');

            $table->string('configurable_type', 100);
            $table->string('configurable_id', 36);
            $table->enum('policy_type', ['cancellation', 'reschedule', 'recurring']);
            $table->json('config');

            // A branch may override what its company says
            $table->boolean('is_override')->default(false);
            $table->foreignId('overrides_id')->nullable()->constrained('policy_configurations')->nullOnDelete();

            $table->timestamps();
            $table->softDeletes();

            $table->index('company_id', 'policy_config_company_idx');
            $table->index(['company_id', 'configurable_type', 'configurable_id'], 'policy_config_lookup_idx');
            $table->index(['company_id', 'policy_type'], 'policy_config_type_idx');

            // deleted_at is part of the key so that one live row and many deleted ones may exist
            $table->unique(
                ['company_id', 'configurable_type', 'configurable_id', 'policy_type', 'deleted_at'],
                'policy_config_unique'
            );
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('policy_configurations');
    }
};
