<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('calls', function (Blueprint $table) {
            $table->foreignId('phone_number_id')
                ->nullable()
                ->after('customer_id')
                ->constrained('phone_numbers')
                ->nullOnDelete();
        });

        DB::statement('
            UPDATE calls
            JOIN phone_numbers ON phone_numbers.number = calls.to_number
            SET calls.phone_number_id = phone_numbers.id,
                calls.branch_id = COALESCE(calls.branch_id, phone_numbers.branch_id)
        ');
    }

    public function down(): void
    {
        Schema::table('calls', function (Blueprint $table) {
            $table->dropForeign(['phone_number_id']);
            $table->dropColumn('phone_number_id');
        });
    }
};
