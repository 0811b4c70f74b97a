import { findTable } from '../../schema/lookup';
import type { Column, Table } from '../../schema/model';
import { printType } from '../../schema/printType';
import { databaseOf } from '../../session/session';
import type { Database } from '../../session/trace';
import { runtimeOf, worldKey } from '../runtime';
import type { Job, Reread } from './commands';
import { changeSql, renameSql } from './doctrine';
import { text, wrap, wrapTable } from './wrap';

/** The table of a Blueprint as it stands, or null with a note in the compiler where that is not known. */
function currentTable(job: Job): { readonly table: Table; readonly database: Database } | null {
  const { c, blueprint } = job;
  const key = worldKey(c.php, blueprint.connection);
  const { session } = runtimeOf(c.php);
  const database = key === null ? null : databaseOf(session, key);
  if (key === null || !database) return null;
  const name = c.flavour.connection.prefix + text(c, blueprint.table);
  const table = findTable(database.schema, database.server, name);
  if (table && !table.taint) return { table, database };
  const reason = table?.taint?.reason ?? database.schema.taint?.reason;
  if (reason !== undefined) c.unknowns.push({ unknown: c.php.unknown(reason, c.range), column: null });
  return null;
}

function currentColumn(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name.toLowerCase() === name.toLowerCase());
}

/** What doctrine/dbal throws for a column that is not there. */
function noSuchColumn(job: Job, name: string): never {
  const table = text(job.c, job.blueprint.table);
  return job.c.php.throw(
    'Doctrine\\DBAL\\Schema\\Exception\\ColumnDoesNotExist',
    `There is no column with name "${name}" on table "${job.c.flavour.connection.prefix}${table}".`,
  );
}

/** doctrine/dbal reads a table that is not there as one without columns, and from Laravel 10 on says so. */
function blindlyWithDoctrine(job: Job, column: string): readonly string[] {
  const { c, blueprint } = job;
  if (c.unknowns.length > 0 || !isKnown(job)) return blindly(job);
  if (c.flavour.laravel.major < 10) return noSuchColumn(job, column);
  return c.php.throw(
    'Doctrine\\DBAL\\Schema\\Exception\\TableDoesNotExist',
    `There is no table with name "${c.flavour.connection.prefix}${text(c, blueprint.table)}" in the schema.`,
  );
}

/** Whether there is a model of the connection's database. */
function isKnown({ c, blueprint }: Job): boolean {
  return worldKey(c.php, blueprint.connection) !== null;
}

/** What is sent where the current table is not known: the statement counts as unknown. */
function blindly(job: Job): readonly string[] {
  return job.c.unknowns.length > 0 ? [`alter table ${wrapTable(job.c, job.blueprint.table)} change ? ?`] : [];
}

export const reread: Reread = {
  changeWithDoctrine(job, columns) {
    requireDoctrine(job);
    runtimeOf(job.c.php).doctrineMaps.add('enum');
    const current = currentTable(job);
    if (!current) return blindlyWithDoctrine(job, text(job.c, columns[0]?.get('name') ?? null));
    const changes = columns.map((fluent) => {
      const name = text(job.c, fluent.get('name'));
      return { fluent, column: currentColumn(current.table, name) ?? noSuchColumn(job, name) };
    });
    return changeSql(job.c, current.table, changes);
  },
  renameWithDoctrine(job, command) {
    requireDoctrine(job);
    runtimeOf(job.c.php).doctrineMaps.add('enum');
    const current = currentTable(job);
    const from = text(job.c, command.get('from'));
    if (!current) return blindlyWithDoctrine(job, from);
    const column = currentColumn(current.table, from) ?? noSuchColumn(job, from);
    return renameSql(job.c, current.table, column, text(job.c, command.get('to')));
  },
  renameLegacy(job, command) {
    const { c, blueprint } = job;
    const current = currentTable(job);
    const column = current ? currentColumn(current.table, text(c, command.get('from'))) : undefined;
    if (!column) return blindly(job);
    const from = wrap(c, command.get('from'));
    const to = wrap(c, command.get('to'));
    return [`alter table ${wrapTable(c, blueprint.table)} change ${from} ${to} ${legacyDefinition(column)}`];
  },
};

function requireDoctrine({ c, blueprint }: Job): void {
  if (c.flavour.doctrine) return;
  const table = text(c, blueprint.table);
  c.php.throw(
    'RuntimeException',
    `Changing columns for table "${table}" requires Doctrine DBAL. Please install the doctrine/dbal package.`,
  );
}

/** The full definition that servers without RENAME COLUMN want. (MySqlGrammar::compileLegacyRenameColumn) */
function legacyDefinition(column: Column): string {
  const { generated } = column;
  let sql = printType(column.type);
  if (column.collation !== null) sql += ` collate '${column.collation}'`;
  if (generated) sql += ` as (${generated.sql})${generated.stored ? ' stored' : ''}`;
  else sql += column.nullable ? ' null' : ' not null';
  if (column.default?.kind === 'literal') sql += ` default '${column.default.value}'`;
  else if (column.default) sql += ` default ${column.default.sql}`;
  if (column.autoIncrement) sql += ' auto_increment';
  if (column.comment !== '') sql += ` comment '${column.comment.replace(/[\\'"]/g, '\\$&')}'`;
  return sql;
}
