<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        $existing = Schema::getColumnListing('customers');

        Schema::table('customers', function (Blueprint $table) use ($existing) {
            if (! in_array('email_domain', $existing, true)) {
                $table->string('email_domain', 191)->nullable()
                    ->virtualAs("substring_index(email, '@', -1)");
            }

            if (! in_array('search_name', $existing, true)) {
                $table->string('search_name')->nullable()->storedAs('lower(trim(name))');
            }
        });

        $indexes = array_column(Schema::getIndexes('customers'), 'name');

        if (! in_array('customers_search_name_index', $indexes, true)) {
            DB::statement('CREATE INDEX customers_search_name_index ON customers (company_id, search_name)');
        }
    }

    public function down(): void
    {
        Schema::table('customers', function (Blueprint $table) {
            $table->index('company_id', 'customers_company_only_index');
            $table->dropIndex('customers_search_name_index');
            $table->dropColumn(['search_name', 'email_domain']);
        });
    }
};
