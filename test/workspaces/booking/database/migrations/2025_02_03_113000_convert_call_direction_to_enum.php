<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Support\Facades\DB;

return new class extends Migration
{
    public function up(): void
    {
        DB::table('calls')->where('direction', 'in')->update(['direction' => 'inbound']);
        DB::table('calls')->where('direction', 'out')->update(['direction' => 'outbound']);

        DB::statement("ALTER TABLE `calls` CHANGE `direction` `direction` ENUM('inbound','outbound') NOT NULL DEFAULT 'inbound'");
    }

    public function down(): void
    {
        DB::statement("ALTER TABLE `calls` CHANGE `direction` `direction` VARCHAR(20) NOT NULL DEFAULT 'inbound'");
    }
};
