import { addForeignKeys } from './createTable';
import { alterInPlace } from './foreignKeysInPlace';
import {
  type AlteredTable,
  checkForeignKeysOfCopy,
  fitCopy,
  foundForeignKeys,
  loadedForeignKeys,
} from './foreignKeysOfCopy';
import { isSameTable, putTable, removeTable } from './lookup';
import type { ForeignKey, Schema, Table } from './model';
import { findNamed, sameName } from './names';
import { foreignKeyNamed } from './references';
import { Refusal, type Run, refuse } from './run';
import type { AlterAction, ForeignKeySpec } from './statement';
import { isInnodb } from './tableOptions';

/** What MariaDB's ALTER asks of foreign keys, and those that it adds: in place as InnoDB does it, or for a copy. */
export function alterForeignKeysOfMariaDb(
  run: Run,
  schema: Schema,
  altered: AlteredTable,
  specs: readonly ForeignKeySpec[],
  isCopied: boolean,
): void {
  const { table, draft } = altered;
  if (isInnodb(table.engine) && !isCopied) {
    alterInPlace(run, schema, altered, specs);
    draft.foreignKeys = foundForeignKeys(run, schema, draft);
    return;
  }
  if (isInnodb(table.engine)) checkForeignKeysOfCopy(run, schema, altered);
  addForeignKeys(run, schema, draft, specs, table.foreignKeys, table);
}

/**
 * The copy takes the table's place. InnoDB forgets the foreign keys that DROP FOREIGN KEY names in the statement's text, so
 * that one which DROP CONSTRAINT drops stays; and it knows the others by the table's name, so that a copy which gets another
 * name has only those that the statement adds, and other tables go on referring to the old name. 1050, 1025.
 */
export function withCopy(
  run: Run,
  schema: Schema,
  table: Table,
  copy: Table,
  actions: readonly AlterAction[],
): Schema {
  const { server } = run;
  const name = run.renamedTo ?? table.name;
  const drops = (key: ForeignKey, asConstraint: boolean) =>
    actions.some(
      (one) =>
        one.kind === 'dropForeignKey' &&
        (one.asConstraint ?? false) === asConstraint &&
        sameName(one.name, key.name),
    );
  const added = copy.foreignKeys.filter((key) => !findNamed(table.foreignKeys, key.name));
  const kept = table.foreignKeys.filter((key) => drops(key, true) && !drops(key, false));
  const isRenamed = !isSameTable(server, name, table.name);
  const named: Table = { ...copy, name, foreignKeys: isRenamed ? added : [...copy.foreignKeys, ...kept] };
  const others = removeTable(schema, server, table);
  if (isInnodb(named.engine) && !named.temporary) {
    for (const { name: id } of added) {
      if (!id.startsWith(`${name}_ibfk_`)) continue;
      const isTwice = named.foreignKeys.filter((key) => sameName(key.name, id)).length > 1;
      if (isTwice || foreignKeyNamed(others, id))
        refuse(run, 'tableExists', [`./${server.database}/${name}`]);
    }
    if (server.foreignKeyChecks && !fitCopy(run, others, named)) refuseCopy(run, schema, table, name);
    return putTable(others, server, { ...named, foreignKeys: loadedForeignKeys(run, others, named) });
  }
  return putTable(others, server, named);
}

/** 1025. The table gets its name back, and keeps of its foreign keys those that fit. */
function refuseCopy(run: Run, schema: Schema, table: Table, name: string): never {
  const { server } = run;
  const left = putTable(schema, server, { ...table, foreignKeys: loadedForeignKeys(run, schema, table) });
  try {
    return refuse(run, 'renameFailed', [`./${server.database}/#sql-alter`, name]);
  } catch (refusal) {
    throw refusal instanceof Refusal ? new Refusal(refusal.error, left) : refusal;
  }
}
