<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        if (Schema::hasTable('shift_swap_requests') && ! Schema::hasTable('shift_swaps')) {
            Schema::rename('shift_swap_requests', 'shift_swaps');
        }

        Schema::table('shift_swaps', function (Blueprint $table) {
            $table->renameColumn('state', 'status');
            $table->renameIndex('shift_swap_requests_state_created_at_index', 'shift_swaps_status_created_at_index');
        });
    }

    public function down(): void
    {
        Schema::table('shift_swaps', function (Blueprint $table) {
            $table->renameIndex('shift_swaps_status_created_at_index', 'shift_swap_requests_state_created_at_index');
            $table->renameColumn('status', 'state');
        });

        Schema::rename('shift_swaps', 'shift_swap_requests');
    }
};
