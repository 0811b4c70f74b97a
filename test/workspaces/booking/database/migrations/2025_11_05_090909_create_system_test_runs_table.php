<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('system_test_runs', function (Blueprint $table) {
            $table->id();
            $table->foreignId('user_id')->nullable()->constrained()->nullOnDelete();
            $table->foreignId('company_id')->nullable()->constrained()->nullOnDelete();
            $table->string('test_type', 60)->index();
            $table->enum('status', ['queued', 'running', 'passed', 'failed', 'aborted'])->default('queued');
            $table->json('parameters')->nullable();
            $table->mediumText('output')->nullable();
            $table->unsignedInteger('exit_code')->nullable();
            $table->timestamp('started_at')->nullable();
            $table->timestamp('finished_at')->nullable();
            $table->unsignedInteger('seconds')->nullable()
                ->storedAs('timestampdiff(second, started_at, finished_at)');
            $table->timestamps();
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('system_test_runs');
    }
};
