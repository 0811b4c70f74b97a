<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('calls', function (Blueprint $table) {
            $table->text('summary')->nullable()->after('recording_url');
            $table->json('analysis')->nullable()->after('summary');
            $table->boolean('appointment_made')->default(false)->after('analysis');
        });
    }

    public function down(): void
    {
        Schema::dropColumns('calls', ['summary', 'analysis', 'appointment_made']);
    }
};
