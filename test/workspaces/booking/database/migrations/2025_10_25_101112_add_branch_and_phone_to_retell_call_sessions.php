<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('retell_call_sessions', function (Blueprint $table) {
            if (! Schema::hasColumn('retell_call_sessions', 'branch_id')) {
                $table->char('branch_id', 36)->nullable()->after('customer_id');
                $table->foreign('branch_id')->references('id')->on('branches')->onDelete('set null');
            }

            if (! Schema::hasColumn('retell_call_sessions', 'phone_number')) {
                $table->string('phone_number', 40)->nullable()->after('branch_id')
                    ->comment('the number that was called');
            }

            if (! Schema::hasColumn('retell_call_sessions', 'branch_name')) {
                // copied on purpose: branches get renamed, the log must not
                $table->string('branch_name')->nullable()->after('phone_number');
            }
        });
    }

    public function down(): void
    {
        Schema::table('retell_call_sessions', function (Blueprint $table) {
            $table->dropForeign(['branch_id']);
            $table->dropColumn(['branch_id', 'phone_number', 'branch_name']);
        });
    }
};
