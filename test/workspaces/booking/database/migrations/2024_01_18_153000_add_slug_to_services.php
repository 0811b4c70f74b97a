<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;
use Illuminate\Support\Str;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('services', function (Blueprint $table) {
            $table->string('slug', 160)->nullable()->after('name');
        });

        DB::table('services')->orderBy('id')->chunkById(200, function ($services) {
            foreach ($services as $service) {
                DB::table('services')->where('id', $service->id)->update(['slug' => Str::slug($service->name)]);
            }
        });

        Schema::table('services', function (Blueprint $table) {
            $table->unique(['company_id', 'slug']);
        });
    }

    public function down(): void
    {
        Schema::table('services', function (Blueprint $table) {
            $table->dropUnique(['company_id', 'slug']);
            $table->dropColumn('slug');
        });
    }
};
