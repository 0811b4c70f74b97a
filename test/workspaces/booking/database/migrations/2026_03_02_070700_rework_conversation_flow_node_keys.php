<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('conversation_flow_nodes', function (Blueprint $table) {
            $table->renameColumn('node_name', 'node_key');
        });

        Schema::table('conversation_flow_nodes', function (Blueprint $table) {
            $table->renameIndex('cfn_version_name_index', 'cfn_version_key_index');
            $table->string('title', 150)->nullable()->after('node_key');
        });

        // Keys have to be unique within a version from now on.
        DB::statement("
            UPDATE conversation_flow_nodes n
            JOIN (
                SELECT version_id, node_key, MIN(id) AS first_id
                FROM conversation_flow_nodes
                GROUP BY version_id, node_key
                HAVING COUNT(*) > 1
            ) d ON d.version_id = n.version_id AND d.node_key = n.node_key AND d.first_id <> n.id
            SET n.node_key = CONCAT(n.node_key, '_', n.id)
        ");

        Schema::table('conversation_flow_nodes', function (Blueprint $table) {
            $table->unique(['version_id', 'node_key'], 'cfn_version_key_unique');
            $table->dropIndex('cfn_version_key_index');
        });
    }

    public function down(): void
    {
        Schema::table('conversation_flow_nodes', function (Blueprint $table) {
            $table->index(['version_id', 'node_key'], 'cfn_version_name_index');
            $table->dropUnique('cfn_version_key_unique');
            $table->dropColumn('title');
        });

        Schema::table('conversation_flow_nodes', function (Blueprint $table) {
            $table->renameColumn('node_key', 'node_name');
        });
    }
};
