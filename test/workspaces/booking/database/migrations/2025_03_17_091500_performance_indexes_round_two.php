<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\QueryException;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Log;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        $wanted = [
            ['appointments', ['company_id', 'starts_at'], 'perf_appointments_company_starts'],
            ['appointments', ['service_id', 'starts_at'], 'perf_appointments_service_starts'],
            ['appointments', ['branch_id', 'starts_at'], 'perf_appointments_branch_starts'],
            ['appointments', ['staff_id', 'starts_at'], 'perf_appointments_staff_starts'],
            ['appointments', ['status', 'starts_at'], 'perf_appointments_status_starts'],
            ['calls', ['company_id', 'status', 'created_at'], 'perf_calls_company_status_created'],
            ['calls', ['customer_id', 'created_at'], 'perf_calls_customer_created'],
            ['customers', ['company_id', 'created_at'], 'perf_customers_company_created'],
        ];

        foreach ($wanted as [$name, $columns, $index]) {
            try {
                Schema::table($name, function (Blueprint $table) use ($columns, $index) {
                    $table->index($columns, $index);
                });
            } catch (QueryException $e) {
                // 1061: somebody added it by hand on production
                if (! str_contains($e->getMessage(), 'Duplicate key name')) {
                    throw $e;
                }

                Log::warning("Index {$index} was already there");
            }
        }
    }

    public function down(): void
    {
        Schema::table('appointments', function (Blueprint $table) {
            $table->dropIndex('perf_appointments_company_starts');
            $table->dropIndex('perf_appointments_service_starts');
            $table->dropIndex('perf_appointments_branch_starts');
            $table->dropIndex('perf_appointments_staff_starts');
            $table->dropIndex('perf_appointments_status_starts');
        });
    }
};
