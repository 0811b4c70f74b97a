<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('billing_tax_rates', function (Blueprint $table) {
            $table->smallIncrements('id');
            $table->char('country', 2);
            $table->string('name', 60);
            $table->decimal('percent', 5, 2);
            $table->boolean('is_reduced')->default(false);
            $table->date('valid_from')->default('2020-01-01');
            $table->date('valid_until')->nullable();
            $table->timestamps();
            $table->unique(['country', 'percent', 'valid_from']);
        });

        DB::table('billing_tax_rates')->insert([
            ['country' => 'DE', 'name' => 'Standard', 'percent' => 19, 'is_reduced' => false],
            ['country' => 'DE', 'name' => 'Reduced', 'percent' => 7, 'is_reduced' => true],
            ['country' => 'AT', 'name' => 'Standard', 'percent' => 20, 'is_reduced' => false],
        ]);
    }

    public function down(): void
    {
        Schema::dropIfExists('billing_tax_rates');
    }
};
