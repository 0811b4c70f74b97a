<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        if (collect(Schema::getIndexes('calls'))->contains('name', 'calls_status_old_index')) {
            DB::statement('DROP INDEX calls_status_old_index ON calls');
        }
    }

    public function down(): void
    {
        DB::statement('CREATE INDEX calls_status_old_index ON calls (status)');
    }
};
