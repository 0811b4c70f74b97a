<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('privacy_requests', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->constrained()->cascadeOnDelete();
            // the customer may be gone by the time that somebody asks
            $table->unsignedBigInteger('customer_id')->nullable()->index();
            $table->enum('kind', ['access', 'erasure', 'correction', 'portability']);
            $table->enum('status', ['received', 'verified', 'done', 'refused'])->default('received');
            $table->date('due_on');
            $table->foreignId('handled_by')->nullable()->constrained('users')->nullOnDelete();
            $table->text('notes')->nullable();
            $table->timestamps();
        });

        Schema::create('privacy_exports', function (Blueprint $table) {
            $table->uuid('id')->primary();
            $table->foreignId('privacy_request_id')->constrained()->cascadeOnDelete();
            $table->string('path', 500);
            $table->timestamp('downloaded_at')->nullable();
            $table->timestamp('expires_at')->nullable();
            $table->timestamps();
        });

        Schema::create('privacy_deletions', function (Blueprint $table) {
            $table->id();
            $table->foreignId('privacy_request_id')->nullable()->constrained()->nullOnDelete();
            $table->string('table_name', 64);
            $table->string('record_id', 36);
            $table->unsignedInteger('columns_cleared')->default(0);
            $table->timestamp('deleted_at')->useCurrent();
            $table->index(['table_name', 'record_id']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('privacy_deletions');
        Schema::dropIfExists('privacy_exports');
        Schema::dropIfExists('privacy_requests');
    }
};
