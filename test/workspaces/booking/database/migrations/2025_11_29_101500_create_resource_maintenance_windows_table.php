<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

class CreateResourceMaintenanceWindowsTable extends Migration
{
    protected $table = 'resource_maintenance_windows';

    public function up(): void
    {
        Schema::create($this->table, function (Blueprint $table) {
            $table->id();
            $table->foreignId('resource_item_id')->constrained()->cascadeOnDelete();
            $table->string('title', 150);
            $table->dateTime('starts_at')->index();
            $table->dateTime('ends_at');
            $table->enum('recurrence', ['none', 'weekly', 'monthly', 'yearly'])->default('none');
            $table->char('performed_by', 36)->nullable();
            $table->foreign('performed_by')->references('id')->on('staff')->onDelete('set null');
            $table->timestamps();
        });
    }

    public function down(): void
    {
        Schema::dropIfExists($this->table);
    }
}
