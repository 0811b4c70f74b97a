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
        Schema::table('branches', function (Blueprint $table) {
            $table->string('slug', 120)->nullable()->after('name');
        });

        $this->fillSlugs();

        Schema::table('branches', function (Blueprint $table) {
            $table->unique(['company_id', 'slug']);
        });
    }

    public function down(): void
    {
        Schema::table('branches', function (Blueprint $table) {
            $table->dropUnique(['company_id', 'slug']);
            $table->dropColumn('slug');
        });
    }

    private function fillSlugs(): void
    {
        DB::table('branches')->orderBy('id')->lazy()->each(function ($branch) {
            DB::table('branches')->where('id', $branch->id)->update([
                'slug' => Str::limit(Str::slug($branch->name), 100, '') . '-' . substr($branch->id, 0, 8),
            ]);
        });
    }
};
