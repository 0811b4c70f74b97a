import type { ArgumentNode, ArrayNode } from '../../php/ast';
import { textOf } from '../../php/enclosing';
import type { AlterAction, SourcedStatement } from '../../schema/statement';
import { getTable } from '../../schema/tableMap';
import type { TraceEntry } from '../../session/trace';
import type { SourceRange } from '../../source';
import type { Study } from '../study';
import { type ChainCall, offsetsOf, type Place } from './place';
import { merged, type Test, testsOf, testsOfStatement } from './tests';

/** One SQL statement (of an ALTER with several actions perhaps a part) that a statement of the code sends. */
export interface Step {
  readonly entry: TraceEntry;
  readonly actions: readonly AlterAction[];
  readonly tests: readonly Test[];
  /** Where in the code it comes from. */
  readonly range: SourceRange;
}

/** What a statement of the code sends in the first run, in order; in a loop what its first turn sends. */
export function stepsOf(study: Study, place: Place, dynamicTable = false): readonly Step[] {
  const steps: Step[] = [];
  const known = new Set<string>();
  for (const entry of study.first.entries) {
    const step = stepOf(study, place, entry);
    if (!step) continue;
    // What a closure within sends has names of its own.
    const own = offsetsOf(place.text, step.range).from <= place.root.loc!.start.offset;
    const tests = own
      ? step.tests.map((test) => ({ ...test, written: writtenIn(place, step, test, dynamicTable) }))
      : step.tests;
    const varies = tests.some(({ written }) => written?.includes('$')) || dynamicTable;
    const { line, column } = step.range;
    const named = ({ written, names }: Test) => (varies ? (written ?? `${line}:${column}`) : names);
    const key = tests.map((test) => `${test.kind} ${test.there} ${named(test)}`).join();
    if (known.has(key) && tests.length > 0) continue;
    known.add(key);
    steps.push({ ...step, tests });
  }
  return steps;
}

function stepOf(study: Study, place: Place, entry: TraceEntry): Step | null {
  const { origin, statement } = entry.statement;
  if (!origin || origin.migration !== study.first.migration || origin.range.file !== study.first.file)
    return null;
  if (isWithin(place, origin.range)) {
    const actions = statement.kind === 'alterTable' ? statement.actions : [];
    return { entry, actions, tests: testsOfStatement(statement, entry.before), range: origin.range };
  }
  // One ALTER for all columns of a Blueprint: each column knows its own place.
  const made =
    statement.kind === 'alterTable' ? getTable(entry.after.tables, statement.table.name) : undefined;
  const actions = addedColumns(entry.statement).filter((name) => {
    const own = made?.columns.find((column) => column.name === name)?.origin;
    return own && own.migration === origin.migration && isWithin(place, own.range);
  });
  if (actions.length === 0 || statement.kind !== 'alterTable') return null;
  const own = statement.actions.filter(
    (each) => each.kind === 'addColumn' && actions.includes(each.column.name),
  );
  const tests = merged(own.flatMap((each) => testsOf(each, statement.table.name, entry.before)));
  return { entry, actions: own, tests, range: origin.range };
}

function addedColumns({ statement }: SourcedStatement): readonly string[] {
  if (statement.kind !== 'alterTable') return [];
  return statement.actions.flatMap((each) => (each.kind === 'addColumn' ? [each.column.name] : []));
}

/** Is a range that of the statement, or inside it? */
function isWithin({ text, statement }: Place, range: SourceRange): boolean {
  const { from, to } = offsetsOf(text, range);
  return statement.loc.start.offset <= from && statement.loc.end.offset >= to;
}

/** A name as the code writes it, where that can be copied: a literal keeps its quotes, a variable its turn of the loop. */
function writtenIn(place: Place, { tests, actions }: Step, test: Test, dynamicTable: boolean): string | null {
  const call = commandOf(place, test);
  if (!call) return null;
  const [first, second] = call.call.arguments;
  const position = tests.filter(({ kind }) => kind === test.kind).indexOf(test);
  switch (test.kind) {
    case 'view':
      return null;
    case 'table':
      return TABLE_METHODS.test(call.name)
        ? copied(place, position === 0 ? first : second, test.names)
        : null;
    case 'column':
      return copied(place, position === 0 ? first : second, test.names);
    default:
      if (actions.some(({ kind }) => kind === 'renameIndex'))
        return copied(place, position === 0 ? first : second, test.names);
      return writtenKey(place, test, call, dynamicTable);
  }
}

const TABLE_METHODS = /^(create|rename|drop|table)$/i;
const KEY_METHODS = /^(index|unique|primary|fulltext|spatialindex|rawindex)$/i;

/** The call whose arguments name the thing. */
function commandOf({ calls }: Place, { kind, there }: Test): ChainCall | undefined {
  if (kind === 'table') return calls.find(({ name }) => TABLE_METHODS.test(name));
  const fluent =
    kind === 'index' && !there ? calls.slice(1).find(({ name }) => KEY_METHODS.test(name)) : undefined;
  return fluent ?? calls[0];
}

function writtenKey(place: Place, test: Test, call: ChainCall, dynamicTable: boolean): string | null {
  const [first, second] = call.call.arguments;
  const fluent = call !== place.calls[0];
  const column = place.calls[0]?.call.arguments[0];
  if (test.there) {
    if (!first) return null;
    if (first.kind === 'array') return hasVariable(first) || dynamicTable ? textOf(place.text, first) : null;
    return copied(place, first, test.names);
  }
  const name = fluent ? first : second;
  const named =
    name && (name.kind !== 'string' || name.value === test.names[0]) ? textOf(place.text, name) : null;
  if (named) return named;
  const subject = fluent ? column : first;
  if (subject?.kind === 'variable') return `[${textOf(place.text, subject)}]`;
  if (subject?.kind === 'array' && hasVariable(subject)) return textOf(place.text, subject);
  return dynamicTable && test.columns.length > 0
    ? `[${test.columns.map((each) => `'${each}'`).join(', ')}]`
    : null;
}

function copied({ text }: Place, given: ArgumentNode | undefined, names: readonly string[]): string | null {
  if (!given) return null;
  if (given.kind === 'variable') return textOf(text, given);
  if (given.kind === 'string')
    return names.length === 1 && given.value === names[0] ? textOf(text, given) : null;
  if (given.kind !== 'array') return null;
  const values = elements(given).map((each) => (each?.kind === 'string' ? each.value : null));
  const same = values.length === names.length && values.every((value, i) => value === names[i]);
  return (same && names.length > 1) || hasVariable(given) ? textOf(text, given) : null;
}

const elements = ({ items }: ArrayNode) => items.map((item) => (item?.kind === 'entry' ? item.value : item));
const hasVariable = (array: ArrayNode) => elements(array).some((each) => each?.kind === 'variable');
