<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    private array $tables = [
        'notification_routing_rules',
        'notification_throttles',
        'notification_escalation_steps',
    ];

    public function up(): void
    {
        foreach ($this->tables as $name) {
            Schema::create($name, function (Blueprint $table) use ($name) {
                $table->id();
                $table->foreignId('company_id')->constrained()->cascadeOnDelete()->cascadeOnUpdate();
                $table->string('event_type', 60);
                $table->boolean('is_active')->default(true);

                if ($name === 'notification_routing_rules') {
                    $table->json('conditions')->nullable();
                    $table->string('target_channel', 20);
                    $table->unsignedSmallInteger('sort_order')->default(0);
                } elseif ($name === 'notification_throttles') {
                    $table->unsignedInteger('max_per_hour')->default(20);
                    $table->unsignedInteger('max_per_day')->default(100);
                } else {
                    $table->unsignedTinyInteger('step')->default(1);
                    $table->unsignedSmallInteger('wait_minutes')->default(30);
                    $table->char('escalate_to', 36)->nullable();
                    $table->foreign('escalate_to')->references('id')->on('staff')->nullOnDelete();
                }

                $table->timestamps();
                $table->index(['company_id', 'event_type'], "{$name}_event_index");
            });
        }
    }

    public function down(): void
    {
        foreach (array_reverse($this->tables) as $name) {
            Schema::dropIfExists($name);
        }
    }
};
