<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('customers', function (Blueprint $table) {
            $table->boolean('is_vip')->default(false)->after('source');
            $table->foreignUuid('preferred_staff_id')
                ->nullable()
                ->after('is_vip')
                ->constrained('staff')
                ->nullOnDelete();
        });
    }

    public function down(): void
    {
        Schema::table('customers', function (Blueprint $table) {
            $table->dropForeign(['preferred_staff_id']);
            $table->dropColumn(['preferred_staff_id', 'is_vip']);
        });
    }
};
