<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Support\Facades\DB;

return new class extends Migration
{
    public function up(): void
    {
        $flags = [
            'voice.booking' => ['Book by telephone', true],
            'voice.rebooking' => ['Move appointments by telephone', false],
            'waitlist' => ['Offer free slots to people who wait', false],
            'loyalty' => ['Points and rewards', false],
        ];

        foreach ($flags as $key => [$description, $enabled]) {
            if (DB::table('feature_flags')->where('key', $key)->exists()) {
                continue;
            }

            DB::table('feature_flags')->insert([
                'key' => $key,
                'description' => $description,
                'enabled' => $enabled,
                'rollout_percent' => $enabled ? 100 : 0,
                'created_at' => now(),
                'updated_at' => now(),
            ]);
        }
    }

    public function down(): void
    {
        // flags may be in use by now, they stay
    }
};
