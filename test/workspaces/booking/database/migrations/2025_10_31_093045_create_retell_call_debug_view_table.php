<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    /**
     * It was a view once; it became a table that a job fills, because the joins took seconds.
     * The name stayed so that nobody's bookmarked query breaks.
     */
    public function up(): void
    {
        Schema::create('retell_call_debug_view', function (Blueprint $table) {
            $table->uuid('call_session_id')->primary();
            $table->string('call_id', 120)->index();
            $table->unsignedBigInteger('company_id')->nullable()->index();
            $table->string('company_name')->nullable();
            $table->string('customer_name')->nullable();
            $table->string('call_status', 30);
            $table->timestamp('started_at')->nullable();
            $table->unsignedInteger('events')->default(0);
            $table->unsignedInteger('failed_functions')->default(0);
            $table->text('last_error')->nullable();
            $table->json('timeline')->nullable();
            $table->timestamp('refreshed_at')->useCurrent()->useCurrentOnUpdate();

            $table->comment('Filled every five minutes, safe to truncate');
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('retell_call_debug_view');
    }
};
