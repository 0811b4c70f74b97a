<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('ticket_labels', function (Blueprint $table) {
            $table->mediumIncrements('id');
            $table->string('name', 40)->unique();
            $table->char('color', 7)->default('#57606a');
        });

        Schema::create('ticket_label_thread', function (Blueprint $table) {
            $table->unsignedMediumInteger('ticket_label_id');
            $table->foreignId('ticket_thread_id')->constrained()->cascadeOnDelete();
            $table->foreign('ticket_label_id')->references('id')->on('ticket_labels')->cascadeOnDelete();
            $table->primary(['ticket_label_id', 'ticket_thread_id']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('ticket_label_thread');
        Schema::dropIfExists('ticket_labels');
    }
};
