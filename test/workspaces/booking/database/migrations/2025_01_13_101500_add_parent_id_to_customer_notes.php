<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('customer_notes', function (Blueprint $table) {
            $table->foreignId('company_id')->nullable()->after('customer_id')->constrained()->cascadeOnDelete();
            $table->foreignId('parent_id')->nullable()->after('is_pinned')->constrained('customer_notes')->nullOnDelete();
        });

        DB::statement("ALTER TABLE customer_notes MODIFY category ENUM('general','preference','medical','complaint') NOT NULL DEFAULT 'general'");

        DB::statement('UPDATE customer_notes n JOIN customers c ON c.id = n.customer_id SET n.company_id = c.company_id');
    }

    public function down(): void
    {
        Schema::table('customer_notes', function (Blueprint $table) {
            $table->dropConstrainedForeignId('parent_id');
            $table->dropConstrainedForeignId('company_id');
        });
    }
};
