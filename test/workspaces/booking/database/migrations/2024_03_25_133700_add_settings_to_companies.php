<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    private const DEFAULTS = [
        'language' => 'en',
        'reminders' => ['email' => true, 'sms' => false],
    ];

    public function up(): void
    {
        Schema::table('companies', function (Blueprint $table) {
            $table->json('settings')->nullable()->after('is_active');
        });

        DB::table('companies')
            ->whereNull('settings')
            ->update(['settings' => json_encode(self::DEFAULTS)]);
    }

    public function down(): void
    {
        Schema::table('companies', function (Blueprint $table) {
            $table->dropColumn('settings');
        });
    }
};
