<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('billing_invoice_items', function (Blueprint $table) {
            $table->unsignedSmallInteger('billing_tax_rate_id')->nullable()->after('tax_percent');
        });

        DB::table('billing_invoice_items as i')
            ->join('billing_tax_rates as r', 'r.percent', '=', 'i.tax_percent')
            ->where('r.country', 'DE')
            ->update(['i.billing_tax_rate_id' => DB::raw('r.id')]);

        Schema::table('billing_invoice_items', function (Blueprint $table) {
            $table->foreign('billing_tax_rate_id', 'bii_tax_rate_foreign')
                ->references('id')
                ->on('billing_tax_rates')
                ->onUpdate('cascade')
                ->onDelete('restrict');
        });
    }

    public function down(): void
    {
        Schema::table('billing_invoice_items', function (Blueprint $table) {
            $table->dropForeign('bii_tax_rate_foreign');
            $table->dropColumn('billing_tax_rate_id');
        });
    }
};
