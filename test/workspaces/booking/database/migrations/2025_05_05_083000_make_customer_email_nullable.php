<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('customers', function (Blueprint $table) {
            $table->string('email')->nullable()->change();
        });

        // callers without an address had been given a placeholder
        DB::table('customers')->where('email', 'like', '%@noemail.invalid')->update(['email' => null]);
    }

    public function down(): void
    {
        DB::table('customers')->whereNull('email')->update(['email' => DB::raw("CONCAT(id, '@noemail.invalid')")]);

        Schema::table('customers', function (Blueprint $table) {
            $table->string('email')->nullable(false)->change();
        });
    }
};
