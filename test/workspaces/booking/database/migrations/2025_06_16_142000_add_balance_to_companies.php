<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('companies', function (Blueprint $table) {
            $table->integer('balance_cents')->default(0)->after('trial_ends_at');
            $table->unsignedBigInteger('calcom_team_id')->nullable()->after('trial_ends_at');
            $table->index('calcom_team_id');
        });

        DB::statement("ALTER TABLE companies MODIFY COLUMN billing_status ENUM('trial', 'active', 'suspended', 'cancelled') NOT NULL DEFAULT 'trial'");
    }

    public function down(): void
    {
        DB::table('companies')->where('billing_status', 'cancelled')->update(['billing_status' => 'suspended']);
        DB::statement("ALTER TABLE companies MODIFY COLUMN billing_status ENUM('trial', 'active', 'suspended') NOT NULL DEFAULT 'trial'");

        Schema::table('companies', function (Blueprint $table) {
            $table->dropIndex(['calcom_team_id']);
            $table->dropColumn(['balance_cents', 'calcom_team_id']);
        });
    }
};
