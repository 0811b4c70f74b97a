<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('survey_responses', function (Blueprint $table) {
            $table->string('nps_bucket', 12)
                ->nullable()
                ->storedAs("case when nps is null then null when nps >= 9 then 'promoter' when nps >= 7 then 'passive' else 'detractor' end")
                ->after('nps');

            $table->index('nps_bucket');
        });
    }

    public function down(): void
    {
        Schema::table('survey_responses', function (Blueprint $table) {
            $table->dropIndex(['nps_bucket']);
            $table->dropColumn('nps_bucket');
        });
    }
};
