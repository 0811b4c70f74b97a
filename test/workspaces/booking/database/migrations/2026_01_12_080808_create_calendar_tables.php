<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('calendar_accounts', function (Blueprint $table) {
            $table->id();
            $table->foreignUuid('staff_id')->constrained('staff')->cascadeOnDelete();
            $table->enum('provider', ['google', 'outlook', 'caldav', 'ics']);
            $table->string('account_email');
            $table->text('refresh_credential')->nullable()->comment('encrypted');
            $table->boolean('two_way')->default(false);
            $table->timestamps();
            $table->unique(['staff_id', 'provider', 'account_email']);
        });

        Schema::create('calendar_feeds', function (Blueprint $table) {
            $table->id();
            $table->foreignId('calendar_account_id')->constrained()->cascadeOnDelete();
            $table->string('external_id', 64);
            $table->string('name', 150)->nullable();
            $table->boolean('blocks_bookings')->default(true);
            $table->timestamps();
            $table->unique(['calendar_account_id', 'external_id']);
        });

        Schema::create('calendar_events', function (Blueprint $table) {
            $table->id();
            $table->foreignId('calendar_feed_id')->constrained()->cascadeOnDelete();
            $table->foreignId('appointment_id')->nullable()->constrained()->nullOnDelete();
            $table->string('external_id', 64);
            $table->dateTime('starts_at');
            $table->dateTime('ends_at');
            $table->boolean('all_day')->default(false);
            $table->boolean('is_busy')->default(true);
            $table->string('etag', 120)->nullable();
            $table->timestamps();
            $table->unique(['calendar_feed_id', 'external_id']);
            $table->index(['calendar_feed_id', 'starts_at', 'ends_at'], 'calendar_events_range_index');
        });

        Schema::create('calendar_blocks', function (Blueprint $table) {
            $table->id();
            $table->foreignUuid('staff_id')->constrained('staff')->cascadeOnDelete();
            $table->foreignId('calendar_event_id')->nullable()->constrained()->cascadeOnDelete();
            $table->dateTime('starts_at');
            $table->dateTime('ends_at');
            $table->string('label', 120)->default('Busy');
            $table->timestamps();
            $table->index(['staff_id', 'starts_at']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('calendar_blocks');
        Schema::dropIfExists('calendar_events');
        Schema::dropIfExists('calendar_feeds');
        Schema::dropIfExists('calendar_accounts');
    }
};
