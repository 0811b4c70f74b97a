<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

class AddOverridesToBranchService extends Migration
{
    public function up(): void
    {
        Schema::table('branch_service', function (Blueprint $table): void {
            $table->decimal('price_override', 10, 2)->nullable();
            $table->boolean('is_active')->default(true);
        });
    }

    public function down(): void
    {
        Schema::table('branch_service', function (Blueprint $table): void {
            $table->dropColumn('price_override', 'is_active');
        });
    }
}
