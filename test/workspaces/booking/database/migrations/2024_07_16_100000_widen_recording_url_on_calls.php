<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Support\Facades\DB;

return new class extends Migration
{
    public function up(): void
    {
        // signed URLs are longer than 255 characters
        DB::statement('ALTER TABLE `calls` MODIFY COLUMN `recording_url` VARCHAR(1024) NULL');
    }

    public function down(): void
    {
        DB::statement('UPDATE `calls` SET `recording_url` = NULL WHERE CHAR_LENGTH(`recording_url`) > 255');
        DB::statement('ALTER TABLE `calls` MODIFY COLUMN `recording_url` VARCHAR(255) NULL');
    }
};
