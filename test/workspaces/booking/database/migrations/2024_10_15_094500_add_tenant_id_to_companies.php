<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('companies', function (Blueprint $table) {
            $table->foreignId('tenant_id')->nullable()->after('id')->constrained()->nullOnDelete();
        });

        // one tenant per company for everybody who was here before resellers came
        foreach (DB::table('companies')->whereNull('tenant_id')->get() as $company) {
            $tenantId = DB::table('tenants')->insertGetId([
                'name' => $company->name,
                'slug' => $company->slug,
                'created_at' => now(),
                'updated_at' => now(),
            ]);

            DB::table('companies')->where('id', $company->id)->update(['tenant_id' => $tenantId]);
        }
    }

    public function down(): void
    {
        Schema::table('companies', function (Blueprint $table) {
            $table->dropConstrainedForeignId('tenant_id');
        });
    }
};
