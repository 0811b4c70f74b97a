<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

class CreateLocationTravelTimesTable extends Migration
{
    public function up()
    {
        Schema::create('location_travel_times', function (Blueprint $table) {
            $table->char('from_branch_id', 36);
            $table->char('to_branch_id', 36);
            $table->unsignedSmallInteger('minutes');
            $table->decimal('kilometres', 7, 2)->nullable();
            $table->enum('by', ['car', 'bike', 'transit', 'foot'])->default('car');
            $table->timestamp('calculated_at')->nullable();

            $table->primary(['from_branch_id', 'to_branch_id', 'by']);
            $table->foreign('from_branch_id')->references('id')->on('branches')->onDelete('cascade');
            $table->foreign('to_branch_id')->references('id')->on('branches')->onDelete('cascade');
        });
    }

    public function down()
    {
        Schema::dropIfExists('location_travel_times');
    }
}
