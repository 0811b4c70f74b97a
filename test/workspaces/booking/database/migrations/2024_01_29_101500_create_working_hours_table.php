<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

class CreateWorkingHoursTable extends Migration {

    public function up()
    {
        Schema::create('working_hours', function(Blueprint $table)
        {
            $table->bigIncrements('id');
            $table->uuid('staff_id');
            $table->uuid('branch_id')->nullable();
            $table->tinyInteger('weekday')->unsigned()->comment('1 = Monday ... 7 = Sunday');
            $table->time('starts_at');
            $table->time('ends_at');
            $table->timestamps();

            $table->foreign('staff_id')->references('id')->on('staff')->onDelete('cascade');
            $table->foreign('branch_id')->references('id')->on('branches')->onDelete('set null');
            $table->index(['staff_id', 'weekday']);
        });
    }

    public function down()
    {
        Schema::drop('working_hours');
    }

}
