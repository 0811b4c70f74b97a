<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Support\Facades\DB;

return new class extends Migration
{
    public function up(): void
    {
        DB::statement('DROP VIEW IF EXISTS call_overview');

        DB::statement('
            CREATE VIEW call_overview AS
            SELECT c.id AS call_id,
                   c.company_id,
                   co.name AS company_name,
                   cu.name AS customer_name,
                   c.status,
                   c.duration_sec,
                   s.call_status AS session_status,
                   s.error_count
            FROM calls c
            LEFT JOIN companies co ON co.id = c.company_id
            LEFT JOIN customers cu ON cu.id = c.customer_id
            LEFT JOIN retell_call_sessions s ON s.call_id = c.retell_call_id
        ');
    }

    public function down(): void
    {
        DB::statement('DROP VIEW IF EXISTS call_overview');
    }
};
