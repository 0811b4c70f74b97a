<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('appointments', function (Blueprint $table) {
            $table->uuid('series_id')->nullable()->after('booking_metadata');
            $table->foreignId('parent_appointment_id')
                ->nullable()
                ->after('series_id')
                ->constrained('appointments')
                ->nullOnDelete();

            $table->index('series_id');
            $table->index(['series_id', 'starts_at']);
        });
    }

    public function down(): void
    {
        Schema::table('appointments', function (Blueprint $table) {
            $table->dropConstrainedForeignId('parent_appointment_id');
            $table->dropColumn('series_id');
        });
    }
};
