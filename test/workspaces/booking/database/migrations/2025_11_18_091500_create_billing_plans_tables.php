<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('billing_plans', function (Blueprint $table) {
            $table->id();
            $table->string('code', 40)->unique();
            $table->string('name', 100);
            $table->decimal('monthly_price', 10, 2)->default(0);
            $table->decimal('price_per_minute', 8, 4)->default(0);
            $table->unsignedInteger('included_minutes')->default(0);
            $table->boolean('is_public')->default(true);
            $table->timestamps();
        });

        Schema::create('billing_plan_features', function (Blueprint $table) {
            $table->foreignId('billing_plan_id')->constrained()->cascadeOnDelete();
            $table->string('feature', 60);
            $table->unsignedInteger('limit')->nullable();
            $table->primary(['billing_plan_id', 'feature']);
        });

        $this->seedPlans();
    }

    private function seedPlans(): void
    {
        $now = now();

        foreach ([['starter', 0, 0.19, 50], ['team', 49, 0.15, 500], ['clinic', 149, 0.11, 2000]] as [$code, $price, $minute, $included]) {
            DB::table('billing_plans')->insert([
                'code' => $code,
                'name' => ucfirst($code),
                'monthly_price' => $price,
                'price_per_minute' => $minute,
                'included_minutes' => $included,
                'created_at' => $now,
                'updated_at' => $now,
            ]);
        }
    }

    public function down(): void
    {
        Schema::dropIfExists('billing_plan_features');
        Schema::dropIfExists('billing_plans');
    }
};
