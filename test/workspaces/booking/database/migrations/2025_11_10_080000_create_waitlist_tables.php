<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('waitlist_rules', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->constrained()->cascadeOnDelete();
            $table->foreignId('service_id')->nullable()->constrained()->cascadeOnDelete();
            $table->unsignedSmallInteger('max_entries')->default(50);
            $table->unsignedSmallInteger('offer_valid_minutes')->default(120);
            $table->enum('order', ['first_come', 'vip_first', 'random'])->default('first_come');
            $table->timestamps();
        });

        Schema::create('waitlist_entries', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->constrained()->cascadeOnDelete();
            $table->foreignId('customer_id')->constrained()->cascadeOnDelete();
            $table->foreignId('service_id')->constrained()->cascadeOnDelete();
            $table->foreignId('waitlist_rule_id')->nullable()->constrained()->nullOnDelete();
            $table->date('earliest_on')->nullable();
            $table->date('latest_on')->nullable();
            $table->enum('status', ['waiting', 'offered', 'booked', 'gone'])->default('waiting');
            $table->text('remark')->nullable();
            $table->timestamps();
            $table->softDeletes();
            $table->index(['service_id', 'status', 'earliest_on']);
        });

        Schema::create('waitlist_offers', function (Blueprint $table) {
            $table->id();
            $table->foreignId('waitlist_entry_id')->constrained('waitlist_entries')->cascadeOnDelete();
            $table->foreignId('appointment_id')->nullable()->constrained()->nullOnDelete();
            $table->char('staff_id', 36)->nullable();
            $table->foreign('staff_id')->references('id')->on('staff')->nullOnDelete();
            $table->dateTime('starts_at');
            $table->dateTime('expires_at');
            $table->timestamp('accepted_at')->nullable();
            $table->timestamp('declined_at')->nullable();
            $table->timestamps();
        });

        Schema::create('waitlist_preferences', function (Blueprint $table) {
            $table->foreignId('waitlist_entry_id')->constrained('waitlist_entries')->cascadeOnDelete();
            $table->unsignedTinyInteger('weekday');
            $table->time('from')->nullable();
            $table->time('until')->nullable();
            $table->primary(['waitlist_entry_id', 'weekday']);
        });
    }

    public function down(): void
    {
        Schema::disableForeignKeyConstraints();
        Schema::dropIfExists('waitlist_preferences');
        Schema::dropIfExists('waitlist_offers');
        Schema::dropIfExists('waitlist_entries');
        Schema::dropIfExists('waitlist_rules');
        Schema::enableForeignKeyConstraints();
    }
};
