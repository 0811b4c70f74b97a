import type { Application } from '../laravel/application';
import { evaluate } from '../laravel/evaluate';
import { sameSchema } from '../schema/diff';
import type { Statement } from '../schema/statement';
import type { Trace, TraceEntry, World } from '../session/trace';
import { doubtsOf } from './doubts';
import { applyEdits } from './edits';
import { failureOf, refusedEntries } from './failures';
import { guardColumn } from './guardColumn';
import { runPassingOver } from './passOver';
import type { ReadStep, ReplayStep } from './replay';
import type { Finding, Fix, UnknownShape } from './results';

/**
 * Is a migration safe to run again? Runs `up()` on the schema that its first run leaves; each statement that the server
 * refuses then is a finding, with the fixes that have been run and proven. `unknown`: what can't be told of either run.
 */
export function lintMigration(app: Application, { text, ...rest }: ReplayStep): Linted {
  const first = doubtsOf(rest.trace, rest.before, 'tell');
  if (text === null) return { findings: [], unknown: first };
  const step = { ...rest, text };
  const second = runAgain(app, step, step.trace);
  const findings = refusedEntries(second).map((entry, i) => ({
    ...findingOf(second, entry, i === 0),
    fixes: fixesFor(app, step, entry, second),
  }));
  // The second run often only rests on what the first left unknown, which is said already.
  const further = doubtsOf(second, step.trace.world, 'tell').filter(
    ({ reason }) => !first.some((known) => reason === known.reason || reason.endsWith(`: ${known.reason}`)),
  );
  return { findings, unknown: [...first, ...further] };
}

export interface Linted {
  readonly findings: readonly Finding[];
  readonly unknown: readonly UnknownShape[];
}

function runAgain(app: Application, step: ReadStep, first: Trace): Trace {
  return runPassingOver(app, { ...step.migration, text: step.text }, first.world);
}

/** `first`: the others are met only when those before them are guarded. */
function findingOf(trace: Trace, entry: TraceEntry, first: boolean): Omit<Finding, 'fixes'> {
  const range = entry.statement.origin?.range;
  const error = entry.error;
  return {
    rule: ruleOf(entry.statement.statement, error?.code ?? 0),
    severity: 'warning',
    file: range?.file ?? trace.file,
    line: range?.line ?? 1,
    column: range?.column ?? 1,
    endLine: range?.endLine ?? 1,
    endColumn: range?.endColumn ?? 1,
    migration: trace.migration,
    method: 'up',
    message: `A second run ${first ? 'stops here' : 'would stop here next'}: ${error?.code} ${error?.message}`,
    statement: entry.statement.sql,
    serverError: error,
  };
}

/** Error code to rule, where the code alone tells what a person would do about it. */
const RULES: Readonly<Record<number, string>> = {
  1050: 'create-table-unguarded',
  1051: 'drop-table-no-if-exists',
  1060: 'add-column-unguarded',
  1061: 'add-index-unguarded',
  1062: 'insert-not-idempotent',
  1068: 'add-index-unguarded',
  1022: 'add-fk-unguarded',
  1826: 'add-fk-unguarded',
  1005: 'add-fk-unguarded',
};

/** Kind of the ALTER's action to rule, for codes that several share (1054, 1091, 1146, 1176). */
const ACTION_RULES: Readonly<Record<string, string>> = {
  dropColumn: 'drop-column-unguarded',
  dropIndex: 'drop-index-unguarded',
  dropForeignKey: 'drop-fk-unguarded',
  dropPrimaryKey: 'drop-primary-unguarded',
  changeColumn: 'change-unguarded',
};

function ruleOf(statement: Statement, code: number): string {
  const actions = statement.kind === 'alterTable' ? statement.actions : [];
  // What a rename meets may be the old name's absence or the new one's presence.
  if (statement.kind === 'renameTable' || actions.some(({ kind }) => kind.startsWith('rename')))
    return 'rename-unguarded';
  const byCode = RULES[code];
  if (byCode) return byCode;
  const action = actions.find(({ kind }) => kind in ACTION_RULES);
  return (action && ACTION_RULES[action.kind]) ?? 'second-run-fails';
}

function fixesFor(app: Application, step: ReadStep, entry: TraceEntry, second: Trace): readonly Fix[] {
  if (ruleOf(entry.statement.statement, entry.error?.code ?? 0) !== 'add-column-unguarded') return [];
  const fix = guardColumn(step, entry);
  return fix && isProven(app, step, entry, second, fix) ? [{ ...fix, proven: true }] : [];
}

/**
 * A fix is proven when the edited text's first run leaves the same schema, and its second run no longer raises this
 * error, and no other than before, and comes to its end or to one of the others: an end that can't be told proves nothing.
 */
function isProven(
  app: Application,
  step: ReadStep,
  entry: TraceEntry,
  second: Trace,
  fix: Omit<Fix, 'proven'>,
): boolean {
  const edited: ReadStep = { ...step, text: applyEdits(step.text, fix.edits) };
  const source = { ...edited.migration, text: edited.text };
  const first = evaluate(app, source, 'up', step.before);
  if (
    first.outcome.kind !== step.trace.outcome.kind ||
    failureOf(first)?.statement !== failureOf(step.trace)?.statement
  )
    return false;
  if (!sameSchemas(first.world, step.trace.world)) return false;
  const again = runAgain(app, edited, first);
  if (again.outcome.kind !== 'done' && !endsLike(again, second)) return false;
  const left = refusedEntries(again).map((refused) => refused.statement.sql);
  const before = refusedEntries(second).map((refused) => refused.statement.sql);
  const gone = before.indexOf(entry.statement.sql);
  before.splice(gone, 1);
  return (
    left.length <= before.length &&
    left.every((sql) => before.includes(sql)) &&
    !left.includes(entry.statement.sql)
  );
}

/** Does a run fail by the same statement, or by the same exception of its own, as another did? */
function endsLike(run: Trace, other: Trace): boolean {
  const [a, b] = [failureOf(run), failureOf(other)];
  return a !== null && b !== null && a.statement === b.statement && a.message === b.message;
}

function sameSchemas(a: World, b: World): boolean {
  return [...a.connections].every(([name, { schema }]) => {
    const other = b.connections.get(name)?.schema;
    return other !== undefined && sameSchema(schema, other);
  });
}
