<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

class CreateSmsProvidersTable extends Migration
{
    /**
     * @return void
     */
    public function up()
    {
        Schema::create('sms_providers', function (Blueprint $table) {
            $table->increments('id');
            $table->string('code', 30)->unique();
            $table->string('label', 80);
            $table->string('endpoint');
            $table->decimal('price_per_part', 6, 4)->default('0.0750');
            $table->char('currency', 3)->default('EUR');
            $table->boolean('enabled')->default(1);
            $table->nullableTimestamps();
        });

        Schema::create('sms_sender_ids', function (Blueprint $table) {
            $table->increments('id');
            $table->unsignedInteger('sms_provider_id');
            $table->unsignedBigInteger('company_id');
            $table->string('sender', 11);
            $table->date('verified_on')->nullable();
            $table->timestamps();

            $table->foreign('sms_provider_id')->references('id')->on('sms_providers')->onDelete('restrict');
            $table->foreign('company_id')->references('id')->on('companies')->onDelete('cascade');
            $table->unique(['sms_provider_id', 'sender']);
        });
    }

    /**
     * @return void
     */
    public function down()
    {
        Schema::dropIfExists('sms_sender_ids');
        Schema::dropIfExists('sms_providers');
    }
}
