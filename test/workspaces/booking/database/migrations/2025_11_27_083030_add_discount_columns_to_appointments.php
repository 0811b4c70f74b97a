<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    // No keys here: the table has more indexes than anybody can explain already.
    public function up(): void
    {
        Schema::table('appointments', function (Blueprint $table) {
            if (! Schema::hasColumn('appointments', 'discount_cents')) {
                $table->unsignedInteger('discount_cents')->default(0)->after('price');
            }

            if (! Schema::hasColumn('appointments', 'coupon_code')) {
                $table->string('coupon_code', 32)->nullable()->after('discount_cents');
            }
        });

        DB::table('appointments')
            ->whereNotNull('booking_metadata')
            ->whereNull('coupon_code')
            ->chunkById(500, function ($appointments) {
                foreach ($appointments as $appointment) {
                    $code = json_decode($appointment->booking_metadata, true)['coupon'] ?? null;

                    if (is_string($code)) {
                        DB::table('appointments')
                            ->where('id', $appointment->id)
                            ->update(['coupon_code' => substr($code, 0, 32)]);
                    }
                }
            });
    }

    public function down(): void
    {
        Schema::table('appointments', function (Blueprint $table) {
            $table->dropColumn(['discount_cents', 'coupon_code']);
        });
    }
};
