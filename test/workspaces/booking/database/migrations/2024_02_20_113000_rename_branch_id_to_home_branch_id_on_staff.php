<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('staff', function (Blueprint $table) {
            $table->dropForeign(['branch_id']);
        });

        Schema::table('staff', function (Blueprint $table) {
            $table->renameColumn('branch_id', 'home_branch_id');
        });

        Schema::table('staff', function (Blueprint $table) {
            $table->foreign('home_branch_id')->references('id')->on('branches')->nullOnDelete();
        });
    }

    public function down(): void
    {
        Schema::table('staff', function (Blueprint $table) {
            $table->dropForeign(['home_branch_id']);
            $table->renameColumn('home_branch_id', 'branch_id');
        });
    }
};
