<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

/*
 * Checks that run over live data every night and tell us about rows that should not exist.
 */
return new class extends Migration
{
    public function up()
    {
        Schema::create('data_consistency_rules', function (Blueprint $table) {
            $table->id();
            $table->string('code', 60)->unique();
            $table->string('target_table', 64);
            $table->string('description');
            $table->text('check_sql');
            $table->text('repair_sql')->nullable();
            $table->enum('severity', ['info', 'warning', 'error'])->default('warning');
            $table->boolean('auto_repair')->default(false);
            $table->boolean('is_enabled')->default(true);
            $table->timestamps();
        });

        Schema::create('data_consistency_logs', function (Blueprint $table) {
            $table->id();
            $table->foreignId('rule_id')->nullable()->constrained('data_consistency_rules')->nullOnDelete();
            $table->nullableMorphs('subject');
            $table->string('detection_type', 50);
            $table->json('before')->nullable();
            $table->json('after')->nullable();
            $table->boolean('auto_corrected')->default(false);
            $table->timestamp('detected_at')->useCurrent();
            $table->timestamp('corrected_at')->nullable();
            $table->index(['detection_type', 'detected_at']);
        });

        Schema::create('data_consistency_triggers', function (Blueprint $table) {
            $table->id();
            $table->foreignId('rule_id')->constrained('data_consistency_rules')->cascadeOnDelete();
            $table->enum('timing', ['before', 'after', 'nightly']);
            $table->string('event', 40);
            $table->unsignedInteger('fired_count')->default(0);
            $table->timestamp('last_fired_at')->nullable();
            $table->timestamps();
            $table->unique(['rule_id', 'timing', 'event']);
        });

        DB::table('data_consistency_rules')->insert([
            'code' => 'appointment_without_company',
            'target_table' => 'appointments',
            'description' => 'Every appointment belongs to a company',
            'check_sql' => 'select id from appointments where company_id is null',
            'severity' => 'error',
            'created_at' => now(),
            'updated_at' => now(),
        ]);
    }

    public function down()
    {
        foreach (['data_consistency_triggers', 'data_consistency_logs', 'data_consistency_rules'] as $table) {
            Schema::dropIfExists($table);
        }
    }
};
