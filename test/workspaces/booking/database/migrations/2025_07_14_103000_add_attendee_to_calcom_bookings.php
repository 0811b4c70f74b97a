<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('calcom_bookings', function (Blueprint $table) {
            $table->string('attendee_name')->nullable()->after('ends_at');
            $table->string('attendee_email')->nullable()->after('attendee_name');
            $table->index(['company_id', 'status', 'starts_at']);
        });

        DB::table('calcom_bookings')->whereNotNull('raw')->update([
            'attendee_name' => DB::raw("JSON_UNQUOTE(JSON_EXTRACT(raw, '$.attendees[0].name'))"),
            'attendee_email' => DB::raw("JSON_UNQUOTE(JSON_EXTRACT(raw, '$.attendees[0].email'))"),
        ]);
    }

    public function down(): void
    {
        Schema::table('calcom_bookings', function (Blueprint $table) {
            $table->dropIndex(['company_id', 'status', 'starts_at']);
            $table->dropColumn(['attendee_name', 'attendee_email']);
        });
    }
};
