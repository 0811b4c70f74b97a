<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    private array $targets = [
        'customers' => null, // no company_id yet, see the note in the backfill
        'staff' => 'staff_company_active_idx',
        'branches' => 'branches_company_active_idx',
        'appointments' => 'appointments_company_id_index',
        'calls' => 'calls_company_id_index',
    ];

    public function up(): void
    {
        foreach ($this->targets as $name => $index) {
            if ($index === null || Schema::hasIndex($name, $index)) {
                continue;
            }

            Schema::table($name, function (Blueprint $table) use ($name, $index) {
                $columns = in_array($name, ['staff', 'branches']) ? ['company_id', 'is_active'] : ['company_id'];
                $table->index($columns, $index);
            });
        }
    }

    public function down(): void
    {
        foreach (array_filter($this->targets) as $name => $index) {
            Schema::table($name, fn (Blueprint $table) => $table->dropIndex($index));
        }
    }
};
