<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Support\Facades\DB;

return new class extends Migration
{
    public function up(): void
    {
        DB::table('ticket_threads')
            ->whereNotIn('status', ['new', 'open', 'waiting', 'solved', 'closed'])
            ->update(['status' => 'open']);

        DB::statement("ALTER TABLE `ticket_threads`
            MODIFY COLUMN `status` ENUM('new', 'open', 'waiting', 'solved', 'closed') NOT NULL DEFAULT 'new'");
    }

    public function down(): void
    {
        DB::statement("ALTER TABLE `ticket_threads` MODIFY `status` VARCHAR(20) NOT NULL DEFAULT 'new'");
    }
};
