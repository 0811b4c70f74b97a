<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('sync_cursors', function (Blueprint $table) {
            $table->foreignId('sync_connection_id')->constrained()->cascadeOnDelete();
            $table->string('entity', 60);
            $table->string('cursor', 500)->nullable();
            $table->timestamp('updated_at')->nullable()->useCurrentOnUpdate();
            $table->primary(['sync_connection_id', 'entity']);
        });

        Schema::create('sync_mappings', function (Blueprint $table) {
            $table->id();
            $table->foreignId('sync_connection_id')->constrained()->cascadeOnDelete();
            $table->string('local_type', 100);
            $table->string('local_id', 36);
            $table->string('external_id', 64);
            $table->char('checksum', 40)->nullable();
            $table->timestamps();
            $table->unique(['sync_connection_id', 'local_type', 'local_id'], 'sync_mappings_local_unique');
            $table->unique(['sync_connection_id', 'local_type', 'external_id'], 'sync_mappings_external_unique');
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('sync_mappings');
        Schema::dropIfExists('sync_cursors');
    }
};
