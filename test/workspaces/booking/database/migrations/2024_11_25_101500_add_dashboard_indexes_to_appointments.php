<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        $indexes = [
            'appt_dash_company_status_starts' => ['company_id', 'status', 'starts_at'],
            'appt_dash_company_staff' => ['company_id', 'staff_id'],
            'appt_dash_company_staff_starts' => ['company_id', 'staff_id', 'starts_at'],
            'appt_dash_company_branch' => ['company_id', 'branch_id'],
            'appt_dash_company_branch_starts' => ['company_id', 'branch_id', 'starts_at'],
        ];

        Schema::table('appointments', function (Blueprint $table) use ($indexes) {
            foreach ($indexes as $name => $columns) {
                $table->index($columns, $name);
            }
        });
    }

    public function down(): void
    {
        foreach (Schema::getIndexes('appointments') as $index) {
            if (str_starts_with($index['name'], 'appt_dash_')) {
                Schema::table('appointments', fn (Blueprint $table) => $table->dropIndex($index['name']));
            }
        }
    }
};
