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
            $table->string('phone_normalized', 40)->nullable()->after('phone');
            $table->string('source', 30)->default('phone')->after('language');
            $table->index('phone_normalized');
        });

        DB::table('customers')->select('id', 'phone')->orderBy('id')->each(function ($row) {
            if ($row->phone === null) {
                return;
            }

            DB::table('customers')->where('id', $row->id)->update([
                'phone_normalized' => preg_replace('/[^0-9+]/', '', $row->phone),
            ]);
        });
    }

    public function down(): void
    {
        Schema::table('customers', function (Blueprint $table) {
            $table->dropIndex(['phone_normalized']);
            $table->dropColumn('phone_normalized', 'source');
        });
    }
};
