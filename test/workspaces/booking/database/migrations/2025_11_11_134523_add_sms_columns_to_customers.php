<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('customers', function (Blueprint $table) {
            if (!Schema::hasColumn('customers', 'sms_opt_in')) {
                $table->boolean('sms_opt_in')->default(false)->after('phone');
            }
            if (!Schema::hasColumn('customers', 'sms_opt_in_at')) {
                $table->timestamp('sms_opt_in_at')->nullable()->after('sms_opt_in');
            }
        });
    }

    public function down(): void
    {
        Schema::table('customers', function (Blueprint $table) {
            foreach (['sms_opt_in', 'sms_opt_in_at'] as $column) {
                if (Schema::hasColumn('customers', $column)) {
                    $table->dropColumn($column);
                }
            }
        });
    }
};
