import type { Application } from '../laravel/application';
import { diffSchemas } from '../schema/diff';
import type { SchemaDifference } from '../schema/diffTypes';
import type { Schema } from '../schema/model';
import type { AlterAction, Statement } from '../schema/statement';
import { getTable } from '../schema/tableMap';
import type { Trace, TraceEntry } from '../session/trace';
import type { ReplayStep } from './replay';
import type { HeldShape, RunDocument, RunShape, RunStep } from './results';
import { columnShape, definedBy, foreignKeyShape, indexShape, partShapes, tableShape } from './shapes';
import { type Surroundings, studyOf } from './study';

/** What a migration does, statement by statement: the first time, a second time, and when it is rolled back. */
export function runsOf(
  app: Application,
  { migration, text, before, trace }: ReplayStep,
  around: Surroundings,
): RunDocument | null {
  if (text === null) return null;
  const study = studyOf(app, { migration, text, before, trace }, around);
  return {
    migration: study.first.migration,
    file: study.first.file,
    first: runShape(study.first),
    second: runShape(study.second()),
    down: runShape(study.down()),
  };
}

function runShape(trace: Trace): RunShape {
  const { outcome } = trace;
  return {
    outcome: outcome.kind === 'done' ? 'done' : outcome.kind === 'unknown' ? 'unknown' : 'stops',
    reason:
      outcome.kind === 'unknown'
        ? outcome.reason
        : outcome.kind === 'threw'
          ? `${outcome.exception}: ${outcome.message}`
          : null,
    steps: trace.entries.map(stepOf),
  };
}

function stepOf(entry: TraceEntry): RunStep {
  const { statement, before, after, error, caught, uncertain } = entry;
  return {
    sql: statement.sql,
    range: statement.origin?.range ?? null,
    serverError: error,
    caught,
    uncertain,
    changes: before === after ? [] : diffSchemas(before, after, { columnOrder: false }).map(changeOf),
    held: error ? heldBy(statement.statement, before) : [],
  };
}

function changeOf(difference: SchemaDifference): RunStep['changes'][number] {
  const { expected: before, actual: after } = partShapes(difference);
  const { kind, table, name, properties, certain } = difference;
  return { kind, table, name, before, after, properties, certain };
}

/** What is there already of that which a refused statement would have made. */
function heldBy(statement: Statement, schema: Schema): readonly HeldShape[] {
  if (statement.kind === 'createTable') {
    const table = getTable(schema.tables, statement.table.name);
    return table
      ? [
          {
            kind: 'table',
            table: table.name,
            name: table.name,
            shape: tableShape(table),
            definedBy: definedBy(table.origin),
          },
        ]
      : [];
  }
  if (statement.kind !== 'alterTable') return [];
  const table = getTable(schema.tables, statement.table.name);
  return table ? statement.actions.flatMap((action) => heldByAction(action, schema, table.name)) : [];
}

function heldByAction(action: AlterAction, schema: Schema, name: string): readonly HeldShape[] {
  const table = getTable(schema.tables, name);
  const same = (a: string, b: string | null) => a.toLowerCase() === b?.toLowerCase();
  switch (action.kind) {
    case 'addColumn':
      return (table?.columns ?? [])
        .filter((column) => same(column.name, action.column.name))
        .map((column) => held('column', column.name, columnShape(column), definedBy(column.origin)));
    case 'addIndex':
      return (table?.indexes ?? [])
        .filter((index) => same(index.name, action.index.kind === 'primary' ? 'PRIMARY' : action.index.name))
        .map((index) => held('index', index.name, indexShape(index), definedBy(index.origin)));
    case 'addForeignKey':
      return (table?.foreignKeys ?? [])
        .filter((key) => same(key.name, action.foreignKey.name))
        .map((key) => held('foreign-key', key.name, foreignKeyShape(key), definedBy(key.origin)));
    default:
      return [];
  }

  function held(
    kind: HeldShape['kind'],
    part: string,
    shape: unknown,
    origin: HeldShape['definedBy'],
  ): HeldShape {
    return { kind, table: name, name: part, shape, definedBy: origin };
  }
}
