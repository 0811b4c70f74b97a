<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

class CreateDataFlowLogsTable extends Migration
{
    public function up()
    {
        Schema::create('data_flow_logs', function (Blueprint $table) {
            $table->bigIncrements('id');
            $table->string('flow_type', 40);
            $table->string('source', 60);
            $table->string('destination', 60);
            $table->string('correlation_id', 64)->nullable();
            $table->unsignedBigInteger('company_id')->nullable();
            $table->json('payload')->nullable();
            $table->char('payload_hash', 64)->charset('ascii')->collation('ascii_bin')->nullable();
            $table->string('status', 20)->default('ok');
            $table->float('duration_ms')->nullable();
            $table->timestamp('created_at')->nullable()->useCurrent();

            $table->index('correlation_id');
            $table->index(['flow_type', 'status', 'created_at']);
            $table->foreign('company_id')->references('id')->on('companies')->onDelete('cascade');
        });
    }

    public function down()
    {
        Schema::drop('data_flow_logs');
    }
}
