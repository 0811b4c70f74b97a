import type { ServerError, ServerProfile } from './server';

/** Variables of a session that only one of the two servers has, of those that people set; from their manuals. */
const OWN = {
  mysql: new Set(
    `sql_require_primary_key sql_generate_invisible_primary_key information_schema_stats_expiry
default_collation_for_utf8mb4 cte_max_recursion_depth restrict_fk_on_non_standard_key innodb_ddl_threads
innodb_ddl_buffer_size innodb_parallel_read_threads group_replication_consistency`.split(/\s+/),
  ),
  mariadb: new Set(
    `max_statement_time check_constraint_checks alter_algorithm max_recursive_iterations idle_transaction_timeout
column_compression_threshold system_versioning_alter_history sql_if_exists`.split(/\s+/),
  ),
} as const;

/** What the server says to a variable that only the other one has; else null. */
export function unknownVariable(
  server: ServerProfile,
  variables: readonly { readonly name: string }[],
): ServerError | null {
  const others = OWN[server.vendor === 'mysql' ? 'mariadb' : 'mysql'];
  for (const { name } of variables) {
    const plain = name.replace(/^(@@)?((session|local|global)\.)?/, '').toLowerCase();
    if (others.has(plain))
      return { code: 1193, sqlState: 'HY000', message: `Unknown system variable '${plain}'` };
  }
  return null;
}
