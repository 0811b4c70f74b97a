<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\QueryException;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    protected array $tables = [
        'retell_configurations',
        'notification_routing_rules',
        'survey_templates',
        'waitlist_rules',
        'shift_templates',
    ];

    public function up(): void
    {
        foreach ($this->tables as $name) {
            try {
                Schema::table($name, function (Blueprint $table) {
                    $table->softDeletes();
                });
            } catch (QueryException $e) {
                // already there
                if (! str_contains($e->getMessage(), 'Duplicate column')) {
                    throw $e;
                }
            }
        }
    }

    public function down(): void
    {
        foreach ($this->tables as $name) {
            if (Schema::hasColumn($name, 'deleted_at')) {
                Schema::table($name, fn (Blueprint $table) => $table->dropSoftDeletes());
            }
        }
    }
};
