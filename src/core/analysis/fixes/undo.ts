import { diffSchemas } from '../../schema/diff';
import type { SchemaDifference } from '../../schema/diffTypes';
import type { Column, ForeignKey, Index, Schema, Table } from '../../schema/model';
import type { AlterAction, Statement } from '../../schema/statement';
import { getTable } from '../../schema/tableMap';
import type { TraceEntry } from '../../session/trace';
import type { Study } from '../study';
import {
  columnCall,
  dropIndexCall,
  foreignKeyCall,
  indexCall,
  phpString,
  type WritingContext,
} from './writeBlueprint';

/** How generated code names things in the file that it goes into. */
export interface Names {
  /** `Schema` or the whole name of the facade. */
  readonly schema: string;
  readonly blueprint: string;
  readonly indent: string;
}

/**
 * PHP statements (each a list of lines) that undo what `up()` did, the last of it first; null where no Blueprint call
 * says it. What is dropped comes back empty: rows are not undone.
 */
export function undoOf(study: Study, names: Names): readonly (readonly string[])[] | null {
  const found: (readonly string[])[] = [];
  for (const part of partsOf(study.first.entries).reverse()) {
    const lines =
      part.kind === 'rename'
        ? renameBack(study, names, part.entry)
        : bringBack(study, names, part.connection, diffSchemas(part.before, part.after));
    if (lines === null) return null;
    found.push(...lines);
  }
  return found;
}

type Part =
  | { readonly kind: 'rename'; readonly entry: TraceEntry }
  | {
      readonly kind: 'change';
      readonly connection: string;
      readonly before: Schema;
      readonly after: Schema;
    };

/** Stretches of statements that a comparison of before and after can undo, and the renames between them, which it can't. */
function partsOf(entries: readonly TraceEntry[]): Part[] {
  const parts: Part[] = [];
  for (const entry of entries) {
    if (entry.error || entry.after === entry.before) continue;
    const last = parts.at(-1);
    if (isRename(entry.statement.statement)) parts.push({ kind: 'rename', entry });
    else if (last?.kind === 'change' && last.connection === entry.connection)
      parts[parts.length - 1] = { ...last, after: entry.after };
    else
      parts.push({ kind: 'change', connection: entry.connection, before: entry.before, after: entry.after });
  }
  return parts;
}

const actionsOf = (statement: Statement): readonly AlterAction[] =>
  statement.kind === 'alterTable' ? statement.actions : [];

const isRename = (statement: Statement): boolean =>
  statement.kind === 'renameTable' ||
  actionsOf(statement).some((action) => action.kind.startsWith('rename') || isChangeOfName(action));

const isChangeOfName = (action: AlterAction): boolean =>
  action.kind === 'changeColumn' && action.from !== action.column.name;

function renameBack(study: Study, names: Names, { statement: { statement }, connection }: TraceEntry) {
  const name = namer(study, connection);
  const schema = schemaOf(study, names, connection);
  if (statement.kind === 'renameTable') {
    return statement.pairs
      .toReversed()
      .map(({ from, to }) => [
        `${schema}rename(${phpString(name(to.name) ?? to.name)}, ${phpString(name(from.name) ?? from.name)});`,
      ]);
  }
  const [action, ...more] = actionsOf(statement);
  if (statement.kind !== 'alterTable' || !action || more.length > 0) return null;
  const table = name(statement.table.name);
  const call = renameCall(action);
  return table === null || call === null ? null : [tableCall(names, schema, table, [call])];
}

function renameCall(action: AlterAction): string | null {
  switch (action.kind) {
    case 'renameColumn':
    case 'renameIndex': {
      return `$table->${action.kind}(${phpString(action.to)}, ${phpString(action.from)});`;
    }
    case 'changeColumn':
      return `$table->renameColumn(${phpString(action.column.name)}, ${phpString(action.from)});`;
    default:
      return null;
  }
}

/**
 * Statements that bring a schema back to what it was, by the differences between what it was (expected) and what it is:
 * keys go before columns, and columns come before keys.
 */
export function bringBack(
  study: Study,
  names: Names,
  connection: string,
  differences: readonly SchemaDifference[],
): readonly (readonly string[])[] | null {
  const name = namer(study, connection);
  const schema = schemaOf(study, names, connection);
  const dropped: Table[] = [];
  const changed: (readonly string[])[] = [];
  const made: (readonly string[])[] = [];
  for (const table of new Set(differences.map((one) => one.table))) {
    const own = differences.filter((one) => one.table === table);
    const shortName = name(table);
    if (
      shortName === null ||
      own.some(({ kind }) => kind === 'view' || kind === 'check' || kind === 'option')
    )
      return null;
    const whole = own.find(({ kind }) => kind === 'table');
    if (whole?.change === 'extra') {
      dropped.push(whole.actual as Table);
    } else if (whole?.change === 'missing') {
      const calls = createCalls(study, whole.expected as Table);
      if (!calls) return null;
      made.push(tableCall(names, schema, shortName, calls, 'create'));
    } else {
      const calls = alterCalls(study, connection, table, own);
      if (!calls) return null;
      changed.push(tableCall(names, schema, shortName, calls));
    }
  }
  const drops = inDropOrder(study, dropped).map((table) => [
    `${schema}dropIfExists(${phpString(name(table.name)!)});`,
  ]);
  return [...changed, ...drops, ...made];
}

/** What refers to another goes before it; else the table made last goes first. */
function inDropOrder(study: Study, dropped: readonly Table[]): readonly Table[] {
  const made = study.first.entries.flatMap(({ statement: { statement } }) =>
    statement.kind === 'createTable' ? [statement.table.name] : [],
  );
  let left = dropped.toSorted((a, b) => made.lastIndexOf(b.name) - made.lastIndexOf(a.name));
  const ordered: Table[] = [];
  while (left.length > 0) {
    const isHeld = ({ name }: Table) =>
      left.some((one) => one.name !== name && one.foreignKeys.some((key) => key.referencedTable === name));
    const next = left.find((table) => !isHeld(table)) ?? left[0]!;
    ordered.push(next);
    left = left.filter((table) => table !== next);
  }
  return ordered;
}

function createCalls(study: Study, table: Table): readonly string[] | null {
  const context = contextOf(study, table);
  if (table.checks.length > 0 || table.partitioning) return null;
  const calls = [
    ...table.columns.map((column) => columnCall(context, column, null)),
    ...table.indexes
      .filter((index) => !index.implicit && !isMadeByColumn(table, index))
      .map((index) => indexCall(context, index)),
    ...table.foreignKeys.map((key) => foreignKeyCall(context, key)),
  ];
  return ended(calls);
}

/** `autoIncrement()` makes the primary key with the column. */
const isMadeByColumn = (table: Table, { kind, parts }: Index): boolean =>
  kind === 'primary' &&
  parts.length === 1 &&
  table.columns.some(
    ({ name, autoIncrement }) =>
      autoIncrement && parts.some((part) => 'column' in part && part.column === name),
  );

function alterCalls(
  study: Study,
  connection: string,
  name: string,
  differences: readonly SchemaDifference[],
): readonly string[] | null {
  const table = tableBefore(study, connection, name, differences);
  if (!table) return null;
  const context = contextOf(study, table);
  const of = (kind: SchemaDifference['kind'], ...changes: SchemaDifference['change'][]) =>
    differences.filter((one) => one.kind === kind && changes.includes(one.change));
  const gone = of('column', 'extra').map((one) => one.name);
  const falls = (index: Index) => index.parts.every((part) => 'column' in part && gone.includes(part.column));
  const calls = [
    ...of('foreign-key', 'extra', 'different').map(
      ({ actual }) => `$table->dropForeign(${phpString((actual as ForeignKey).name)})`,
    ),
    ...of('index', 'extra', 'different')
      .filter(({ actual }) => !falls(actual as Index))
      .map(({ actual }) => dropIndexCall(context, actual as Index)),
    ...(gone.length > 0
      ? [
          `$table->dropColumn(${gone.length === 1 ? phpString(gone[0]!) : `[${gone.map(phpString).join(', ')}]`})`,
        ]
      : []),
    ...of('column', 'missing').map(({ expected }) =>
      columnCall(context, expected as Column, placeOf(table, (expected as Column).name)),
    ),
    ...of('column', 'different').map(({ expected }) => {
      const call = columnCall(context, expected as Column, null);
      return call && `${call}->change()`;
    }),
    ...of('index', 'missing', 'different')
      .filter(({ expected }) => !(expected as Index).implicit)
      .map(({ expected }) => indexCall(context, expected as Index)),
    ...of('foreign-key', 'missing', 'different').map(({ expected }) =>
      foreignKeyCall(context, expected as ForeignKey),
    ),
  ];
  return ended(calls);
}

/** The table as it was: in the schema before `up()`, or as an earlier statement of it had made it. */
function tableBefore(
  study: Study,
  connection: string,
  name: string,
  differences: readonly SchemaDifference[],
): Table | null {
  const schemas = [
    study.step.before.connections.get(connection)?.schema,
    ...study.first.entries.filter((entry) => entry.connection === connection).map(({ before }) => before),
  ];
  for (const schema of schemas) {
    const table = schema && getTable(schema.tables, name);
    const holds = differences.every(
      ({ kind, expected }) => kind !== 'column' || !expected || table?.columns.includes(expected as Column),
    );
    if (table && holds) return table;
  }
  return null;
}

/** The column before it; '' where it is the first, null where it is the last. */
function placeOf({ columns }: Table, name: string): string | null {
  const at = columns.findIndex((column) => column.name === name);
  return at === columns.length - 1 ? null : (columns[at - 1]?.name ?? '');
}

function ended(calls: readonly (string | null)[]): readonly string[] | null {
  return calls.every((call) => call !== null) ? calls.map((call) => `${call};`) : null;
}

function tableCall(
  { blueprint, indent }: Names,
  schema: string,
  table: string,
  calls: readonly string[],
  method: 'table' | 'create' = 'table',
): readonly string[] {
  return [
    `${schema}${method}(${phpString(table)}, function (${blueprint} $table) {`,
    ...calls.map((call) => `${indent}${call}`),
    '});',
  ];
}

function contextOf(study: Study, table: Table): WritingContext {
  const length = study.app.providers.switches.defaultStringLength;
  return { variable: '$table', table, stringLength: typeof length === 'number' ? length : 255 };
}

/** A table's name as Laravel is told it: without the connection's prefix. null where the name lacks it. */
function namer(study: Study, connection: string): (table: string) => string | null {
  const prefix = study.app.connections.byName.get(connection)?.prefix ?? '';
  return (table) => (table.startsWith(prefix) ? table.slice(prefix.length) : null);
}

function schemaOf(study: Study, { schema }: Names, connection: string): string {
  return connection === study.first.world.defaultConnection
    ? `${schema}::`
    : `${schema}::connection(${phpString(connection)})->`;
}
