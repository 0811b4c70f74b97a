<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('document_folders', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->constrained()->cascadeOnDelete();
            $table->unsignedBigInteger('parent_id')->nullable();
            $table->string('name', 150);
            $table->timestamps();

            $table->unique(['company_id', 'parent_id', 'name']);
            $table->foreign('parent_id')->references('id')->on('document_folders')->onDelete('cascade');
        });

        Schema::create('document_files', function (Blueprint $table) {
            $table->id();
            $table->foreignId('document_folder_id')->nullable()->constrained()->nullOnDelete();
            $table->foreignId('uploaded_by')->nullable()->constrained('users')->nullOnDelete();
            $table->nullableMorphs('attached_to');
            $table->string('name');
            $table->string('extension', 12)->storedAs("lower(substring_index(name, '.', -1))");
            $table->string('mime_type', 120);
            $table->unsignedBigInteger('size')->default(0);
            $table->timestamps();
            $table->softDeletes();
            $table->index('extension');
        });

        Schema::create('document_versions', function (Blueprint $table) {
            $table->id();
            $table->foreignId('document_file_id')->constrained()->cascadeOnDelete();
            $table->unsignedInteger('version');
            $table->string('path', 500);
            $table->char('sha256', 64);
            $table->timestamp('created_at')->useCurrent();
            $table->unique(['document_file_id', 'version']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('document_versions');
        Schema::dropIfExists('document_files');
        Schema::dropIfExists('document_folders');
    }
};
