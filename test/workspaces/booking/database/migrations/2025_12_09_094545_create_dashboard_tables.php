<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Query\Expression;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('dashboard_layouts', function (Blueprint $table) {
            $table->id();
            $table->foreignId('user_id')->constrained()->cascadeOnDelete();
            $table->string('name', 100)->default('Overview');
            $table->json('grid')->default(new Expression('(json_array())'));
            $table->boolean('is_default')->default(false);
            $table->timestamps();
        });

        Schema::create('dashboard_widgets', function (Blueprint $table) {
            $table->id();
            $table->foreignId('dashboard_layout_id')->constrained()->cascadeOnDelete();
            $table->foreignId('report_widget_id')->nullable()->constrained()->cascadeOnDelete();
            $table->string('component', 80);
            $table->tinyInteger('x')->default(0);
            $table->tinyInteger('y')->default(0);
            $table->tinyInteger('width')->default(4);
            $table->tinyInteger('height')->default(2);
            $table->json('settings')->nullable();
            $table->timestamps();
        });

        Schema::create('dashboard_shares', function (Blueprint $table) {
            $table->id();
            $table->foreignId('dashboard_layout_id')->constrained()->cascadeOnDelete();
            $table->morphs('shared_with');
            $table->enum('access', ['view', 'edit'])->default('view');
            $table->timestamps();
            $table->unique(['dashboard_layout_id', 'shared_with_type', 'shared_with_id'], 'dashboard_shares_once');
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('dashboard_shares');
        Schema::dropIfExists('dashboard_widgets');
        Schema::dropIfExists('dashboard_layouts');
    }
};
