import { draftOf } from './draft';
import { fitRenamed } from './foreignKeysOfCopy';
import {
  checkNameLength,
  findTable,
  findView,
  isForeign,
  putTable,
  putView,
  qualified,
  removeTable,
  removeView,
} from './lookup';
import type { ForeignKey, Schema, Table, TableName } from './model';
import { nameLength } from './names';
import { checkAdoptedChildren } from './parents';
import { checkNamed, foreignKeyNamed, referencesTo } from './references';
import { doubt, type Run, refuse } from './run';
import { checkTableName, isInnodb } from './tableOptions';

/** RENAME TABLE: pairs in turn, all or none. */
export function renameTables(
  run: Run,
  schema: Schema,
  pairs: readonly { readonly from: TableName; readonly to: TableName }[],
): Schema {
  for (const { from, to } of pairs) {
    checkNameLength(run, from.name);
    checkTableName(run, to.name);
  }
  return pairs.reduce((before, { from, to }) => renameTable(run, before, from, to), schema);
}

function renameTable(run: Run, schema: Schema, from: TableName, to: TableName): Schema {
  const { server } = run;
  if (isForeign(server, from) || isForeign(server, to)) {
    doubt(run, 'a table is moved from or to another database');
    const table = isForeign(server, from) ? undefined : findTable(schema, server, from.name);
    return table ? removeTable(schema, server, table) : schema;
  }
  const table = findTable(schema, server, from.name);
  const view = table ? undefined : findView(schema, server, from.name);
  const missing = !table && !view;
  if (missing && !schema.taint && server.vendor === 'mariadb')
    refuse(run, 'noSuchTable', [qualified(server, from)]);
  const taken = findTable(schema, server, to.name) ?? findView(schema, server, to.name);
  if (taken) {
    if (taken.taint) doubt(run, taken.taint.reason);
    else refuse(run, 'tableExists', [to.name]);
  } else if (schema.taint) doubt(run, schema.taint.reason);
  if (view) return putView(removeView(schema, server, from.name), server, { ...view, name: to.name });
  if (!table) {
    if (!schema.taint) refuse(run, 'noSuchTable', [qualified(server, from)]);
    return schema;
  }
  if (table.taint) doubt(run, table.taint.reason);
  return moveTable(run, schema, table, to.name);
}

/** The table under its new name, and everything that follows it: generated names, foreign keys of children. */
export function moveTable(run: Run, schema: Schema, table: Table, name: string): Schema {
  const { server } = run;
  const references = referencesTo(schema, server, table.name);
  const moved: Table = {
    ...table,
    name,
    foreignKeys: table.foreignKeys.map((key) => pointed(renumbered(key, table.name, name), table.name, name)),
    checks:
      server.vendor === 'mysql'
        ? table.checks.map((check) => ({ ...check, name: followed(check.name, table.name, name, 'chk') }))
        : table.checks,
  };
  let after = putTable(removeTable(schema, server, table), server, moved);
  if (table.temporary) return after;
  checkFollowers(run, schema, table, moved);
  if (server.vendor === 'mysql') checkAdoptedChildren(run, schema, draftOf(moved), false);
  for (const child of new Set(references.map((reference) => reference.child))) {
    if (child === table) continue;
    after = putTable(after, server, {
      ...child,
      foreignKeys: child.foreignKeys.map((key) => pointed(key, table.name, name)),
    });
  }
  if (server.vendor === 'mariadb' && isInnodb(moved.engine) && !fitRenamed(run, schema, table, moved))
    refuse(run, 'renameFailed', [`./${server.database}/${table.name}`, name]);
  return after;
}

/** 1826 (MariaDB 1050), 3822: a name that follows the table is taken in another one. */
function checkFollowers(run: Run, schema: Schema, table: Table, moved: Table): void {
  const { database, vendor } = run.server;
  const tooLong = [...moved.foreignKeys, ...moved.checks].find(({ name }) => nameLength(name) > 64);
  if (tooLong && vendor === 'mysql') refuse(run, 'nameTooLong', [tooLong.name]);
  moved.foreignKeys.forEach(({ name }, i) => {
    if (name === table.foreignKeys[i]!.name || !foreignKeyNamed(schema, name)) return;
    if (vendor === 'mariadb') refuse(run, 'tableExists', [`./${database}/${moved.name}`]);
    refuse(run, 'duplicateForeignKey', [name, moved.name]);
  });
  if (vendor === 'mysql')
    moved.checks.forEach(({ name }, i) => {
      if (name !== table.checks[i]!.name && checkNamed(schema, name)) refuse(run, 'duplicateCheck', [name]);
    });
}

const pointed = (key: ForeignKey, from: string, to: string): ForeignKey =>
  key.referencedSchema === null && key.referencedTable === from ? { ...key, referencedTable: to } : key;

const renumbered = (key: ForeignKey, from: string, to: string): ForeignKey => ({
  ...key,
  name: followed(key.name, from, to, 'ibfk'),
});

/** `old_ibfk_1` becomes `new_ibfk_1`; names that were given stay. */
export function followed(name: string, from: string, to: string, kind: string): string {
  const prefix = `${from}_${kind}_`;
  return name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length))
    ? `${to}_${kind}_${name.slice(prefix.length)}`
    : name;
}
