<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('staff', function (Blueprint $table) {
            $table->foreignId('user_id')->nullable()->after('home_branch_id')->constrained()->nullOnDelete();
            $table->unsignedBigInteger('calcom_user_id')->nullable()->after('phone');
            $table->json('skills')->nullable()->after('is_active');
        });
    }

    public function down(): void
    {
        Schema::table('staff', function (Blueprint $table) {
            $table->dropConstrainedForeignId('user_id');
            $table->dropColumn(['calcom_user_id', 'skills']);
        });
    }
};
