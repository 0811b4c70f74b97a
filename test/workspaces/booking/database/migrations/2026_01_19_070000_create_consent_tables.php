<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('consent_purposes', function (Blueprint $table) {
            $table->smallIncrements('id');
            $table->string('code', 40)->unique();
            $table->string('label', 120);
            $table->boolean('is_essential')->default(false);
        });

        Schema::create('consent_texts', function (Blueprint $table) {
            $table->id();
            $table->unsignedSmallInteger('consent_purpose_id');
            $table->string('language', 5);
            $table->unsignedSmallInteger('version')->default(1);
            $table->text('text');
            $table->date('valid_from');
            $table->foreign('consent_purpose_id')->references('id')->on('consent_purposes')->restrictOnDelete();
            $table->unique(['consent_purpose_id', 'language', 'version']);
        });

        Schema::create('consent_records', function (Blueprint $table) {
            $table->id();
            $table->foreignId('customer_id')->constrained()->cascadeOnDelete();
            $table->foreignId('consent_text_id')->constrained()->restrictOnDelete();
            $table->foreignId('call_id')->nullable()->constrained()->nullOnDelete();
            $table->enum('given_by', ['voice', 'web', 'paper', 'email'])->default('voice');
            $table->timestamp('given_at')->useCurrent();
            $table->string('evidence_path', 500)->nullable();
            $table->index(['customer_id', 'given_at']);
        });

        DB::table('consent_purposes')->insertOrIgnore([
            ['code' => 'recording', 'label' => 'Calls may be recorded', 'is_essential' => false],
            ['code' => 'reminders', 'label' => 'Reminders of appointments', 'is_essential' => true],
            ['code' => 'marketing', 'label' => 'News and offers', 'is_essential' => false],
        ]);
    }

    public function down(): void
    {
        Schema::dropIfExists('consent_records');
        Schema::dropIfExists('consent_texts');
        Schema::dropIfExists('consent_purposes');
    }
};
