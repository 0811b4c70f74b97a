<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

class CreateCustomersTable extends Migration
{
    public function up()
    {
        Schema::create('customers', function (Blueprint $table) {
            $table->increments('id');
            $table->unsignedBigInteger('tenant_id')->nullable();
            $table->string('salutation', 20)->nullable();
            $table->string('name');
            $table->string('email');
            $table->string('phone', 40)->nullable();
            $table->string('fax', 40)->nullable();
            $table->date('birthdate')->nullable();
            $table->string('language', 5)->default('en');
            $table->timestamps();

            $table->index('tenant_id');
            $table->index(['tenant_id', 'phone'], 'customers_tenant_phone_idx');
            $table->index('email');
        });

        // increments() was a slip: every other key is a bigint
        Schema::table('customers', function (Blueprint $table) {
            $table->bigIncrements('id')->change();
        });
    }

    public function down()
    {
        Schema::dropIfExists('customers');
    }
}
