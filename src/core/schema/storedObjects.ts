import { findTable, findView, tableKey } from './lookup';
import type { Schema, TableName } from './model';
import { doubt, type Run, refuse } from './run';
import type { ServerProfile } from './server';
import type { Statement, StoredObjectAction } from './statement';

/** Triggers are known by their exact names, the others without regard to case. */
const keyOf = ({ object, name }: StoredObjectAction): string =>
  `${object} ${object === 'trigger' ? name.name : name.name.toLowerCase()}`;

const isForeign = (server: ServerProfile, name: TableName): boolean =>
  name.schema !== null && name.schema !== server.database;

const EXISTS = {
  trigger: 'triggerExists',
  procedure: 'routineExists',
  function: 'routineExists',
  event: 'eventExists',
} as const;
const MISSING = {
  trigger: 'noSuchTrigger',
  procedure: 'noSuchRoutine',
  function: 'noSuchRoutine',
  event: 'noSuchEvent',
} as const;

/** What the server does with `create trigger`, `drop procedure` and their like. */
export function changeObject(run: Run, schema: Schema, action: StoredObjectAction): Schema {
  const { objects } = schema;
  const { server } = run;
  if (isForeign(server, action.name)) return schema;
  const trigger = action.verb === 'create' ? action.table : null;
  if (trigger && !isForeign(server, trigger)) checkTable(run, schema, trigger);
  // What the schema was read from may not say which there are.
  if (!objects) return schema;
  const key = keyOf(action);
  const isThere = Object.hasOwn(objects, key);
  const kind = action.object.toUpperCase();
  const full = `${server.database}.${action.name.name}`;
  if (action.verb === 'create') {
    if (isThere && action.guarded) return schema;
    if (isThere && !action.orReplace) refuse(run, EXISTS[action.object], [action.name.name, full, kind]);
    return { ...schema, objects: { ...objects, [key]: action.table?.name ?? '' } };
  }
  if (!isThere) {
    if (!action.guarded) refuse(run, MISSING[action.object], [action.name.name, full, kind]);
    return schema;
  }
  const { [key]: _, ...rest } = objects;
  return { ...schema, objects: rest };
}

function checkTable(run: Run, schema: Schema, { name }: TableName): void {
  if (findTable(schema, run.server, name)) return;
  if (schema.taint) doubt(run, schema.taint.reason);
  else if (findView(schema, run.server, name))
    refuse(run, 'notBaseTable', [`${run.server.database}.${name}`]);
  else refuse(run, 'noSuchTable', [`${run.server.database}.${name}`]);
}

/** Has the table a trigger? */
export function hasTrigger({ objects = {} }: Schema, server: ServerProfile, table: string): boolean {
  const key = tableKey(server, table);
  return Object.values(objects).some((name) => name !== '' && tableKey(server, name) === key);
}

/** The schema with its triggers where their tables have gone or got other names. */
export function withTriggersOf(schema: Schema, statement: Statement, server: ServerProfile): Schema {
  const { objects } = schema;
  if (!objects || !Object.keys(objects).some((key) => key.startsWith('trigger '))) return schema;
  const renamed = renames(statement);
  if (statement.kind !== 'dropTable' && renamed.length === 0) return schema;
  const kept: Record<string, string> = {};
  for (const [key, table] of Object.entries(objects)) {
    const now = renamed.reduce((name, [from, to]) => (name === from ? to : name), table);
    if (table === '' || findTable(schema, server, now)) kept[key] = now;
  }
  return { ...schema, objects: kept };
}

function renames(statement: Statement): readonly (readonly [string, string])[] {
  if (statement.kind === 'renameTable')
    return statement.pairs.map(({ from, to }) => [from.name, to.name] as const);
  if (statement.kind !== 'alterTable') return [];
  return statement.actions.flatMap((action) =>
    action.kind === 'renameTo' ? [[statement.table.name, action.to.name] as const] : [],
  );
}
