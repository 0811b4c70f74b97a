<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        if (! Schema::hasTable('review_replies')) {
            Schema::create('review_replies', function (Blueprint $table) {
                $table->id();
                $table->foreignId('review_response_id')->constrained()->cascadeOnDelete();
                $table->foreignId('user_id')->nullable()->constrained()->nullOnDelete();
                $table->text('body');
                $table->boolean('drafted_by_assistant')->default(false);
                $table->timestamps();
            });
        }

        if (! Schema::hasTable('review_flags')) {
            Schema::create('review_flags', function (Blueprint $table) {
                $table->id();
                $table->foreignId('review_response_id')->constrained()->cascadeOnDelete();
                $table->enum('reason', ['spam', 'abuse', 'wrong_company']);
                $table->timestamp('resolved_at')->nullable();
                $table->timestamps();
            });
        }
    }

    public function down(): void
    {
        Schema::dropIfExists('review_flags');
        Schema::dropIfExists('review_replies');
    }
};
