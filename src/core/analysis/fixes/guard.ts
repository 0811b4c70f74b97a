import { atLeast } from '../../laravel/version';
import type { Expression } from '../../php/ast';
import { textOf } from '../../php/enclosing';
import { getTable } from '../../schema/tableMap';
import type { TraceEntry } from '../../session/trace';
import type { SourceRange } from '../../source';
import type { FixDraft } from '../draft';
import { say } from '../said';
import type { Study } from '../study';
import { ownPosition, placesInClosure } from './afterClosure';
import { type Change, changed, editOf, layoutAt, wrapped } from './change';
import { guardCreate } from './guardCreate';
import { missedBy } from './missed';
import { piecesOf } from './pieces';
import { argumentText, type ChainCall, offsetsOf, type Place, placeAt, schemaFacade } from './place';
import { type Step, stepsOf } from './steps';
import { type Asked, bare, condition, type Test } from './tests';
import { phpString } from './writeBlueprint';

/**
 * The edit that lets a statement run only where the server will take it: `if (! Schema::hasColumn(…))` around what adds a
 * column, and the like for tables, indexes, keys, drops, renames and changes. It stands around the whole `Schema::table`
 * where that does nothing else, else inside it. Code that sends several SQL statements is written as several, each with
 * a guard of its own, since a run may stop between them. Indentation, line ends, quotes and names stay as in the file.
 */
export function guard(study: Study, entry: TraceEntry): readonly FixDraft[] {
  const guarded = placesOf(study, entry).map((place) => place && guardPlace(study, place, entry));
  if (guarded.length === 0 || !guarded.every((each) => each !== null)) return [];
  const { file } = study.step.migration;
  const edits = guarded.map(({ change }) => editOf(file, study.step.text, change));
  const names = [...new Set(guarded.flatMap(({ names }) => names))].map((name) => `'${name}'`).join(', ');
  const title = guarded.some(({ several }) => several)
    ? say('Guard {0}, each statement by itself', names)
    : say('Guard {0} with {1}', names, guarded[0]!.by);
  return [{ title, edits }];
}

/** A change of the code, what it guards, and by which question. */
export interface Guarded {
  readonly change: Change;
  readonly names: readonly string[];
  readonly by: string;
  /** More than one SQL statement, each with a guard of its own. */
  readonly several: boolean;
}

/**
 * The statements of the code that send an SQL statement: one, or for each column of an ALTER that adds several. A key
 * that stands with one of these columns is guarded with all of them.
 */
export function placesOf(study: Study, entry: TraceEntry): readonly (Place | null)[] {
  const { statement, origin } = entry.statement;
  if (!origin || origin.migration !== study.first.migration) return [];
  const table =
    statement.kind === 'alterTable' ? getTable(entry.after.tables, statement.table.name) : undefined;
  const own = (statement.kind === 'alterTable' ? statement.actions : []).flatMap((action) => {
    const name = action.kind === 'addColumn' ? action.column.name : null;
    const made = table?.columns.find((column) => column.name === name)?.origin;
    return made && made.migration === origin.migration && isWithin(study, origin.range, made.range)
      ? [made.range]
      : [];
  });
  const beside = own.length === 0 ? alterBeside(study, entry) : null;
  if (beside) return placesOf(study, beside);
  const places = new Map<number, Place | null>();
  for (const range of own.length > 0 ? own : [origin.range]) {
    const place = range.file === study.step.migration.file ? placeAt(study.step.text, range) : null;
    for (const each of [place, ...(place ? placesInClosure(study, place) : [])])
      places.set(each?.statement.loc.start.offset ?? -1, each);
  }
  return [...places].sort(([a], [b]) => a - b).map(([, place]) => place);
}

/** The ALTER that adds the column of a chain that makes a key, too. */
function alterBeside(study: Study, { statement: { statement, origin } }: TraceEntry): TraceEntry | null {
  if (statement.kind !== 'alterTable' || !origin || origin.range.file !== study.step.migration.file)
    return null;
  const addsColumns = ({ actions }: Pick<Step, 'actions'>) =>
    actions.some(({ kind }) => kind === 'addColumn');
  const place = addsColumns(statement) ? null : placeAt(study.step.text, origin.range);
  return (place && stepsOf(study, place).find(addsColumns)?.entry) ?? null;
}

function isWithin({ step: { text } }: Study, outer: SourceRange, inner: SourceRange): boolean {
  const [a, b] = [offsetsOf(text, outer), offsetsOf(text, inner)];
  return outer.file === inner.file && a.from <= b.from && a.to >= b.to;
}

/** The guards of one statement of the code; null where there is no way to write them. */
export function guardPlace(study: Study, place: Place, refused?: TraceEntry): Guarded | null {
  if (refused?.statement.statement.kind === 'data') return guardRows(study, place, refused);
  const inside = isBlueprint(place);
  const asked = askedBy(study, place, refused, inside ? 'inside' : 'around');
  const steps = stepsOf(study, place, asked.table.includes('$'));
  const [first] = steps;
  if (!first) return null;
  const tests = forError(refused, asked.table, first.tests) ?? first.tests;
  const several = steps.length > 1 && tests === first.tests;
  const told = tests === first.tests ? steps.flatMap((step) => step.tests) : tests;
  const names = [...new Set(told.flatMap((test) => test.names))];
  const by = questionIn(condition(tests, asked) ?? '');
  const found = (change: Change | null): Guarded | null => change && { change, names, by, several };
  if (several) {
    return found(inside ? guardPieces(place, steps, asked) : guardCreate(study, place, steps, asked));
  }
  const whole = refused?.error?.code === NO_TABLE || place.opening?.alone;
  if (!inside || !place.opening || !whole)
    return found(around(place, place.statement, tests, asked, ownPosition(place, first)));
  // What a closure of this one statement uses comes from outside it, so the guard may stand there as well.
  const outside = askedBy(study, place, refused, 'around');
  return found(
    whenTable(study, place, tests, outside) ?? around(place, place.opening.statement, tests, outside),
  );
}

/** What reads or writes rows of what the migration takes away itself: only while that is there. */
function guardRows(study: Study, place: Place, refused: TraceEntry): Guarded | null {
  const { statement } = place;
  const missed = missedBy(study, refused);
  // What a value is read for stands behind it.
  const isValue = (statement as { readonly expression?: Expression }).expression?.kind === 'assign';
  if (!missed || isValue) return null;
  const { laravel, prefix } = study.app;
  const table = phpString(bare(missed.table, prefix));
  const asked = { laravel, prefix, schema: connectionOf(place), table };
  const change = around(place, statement, [missed.test], asked);
  const by = questionIn(condition([missed.test], asked) ?? '');
  return change && { change, names: missed.test.names, by, several: false };
}

const NO_TABLE = 1146;
const NO_COLUMN: ReadonlySet<number> = new Set([1054, 1072]);

/** What has to be asked besides where the server does not find what the statement rests on. */
function forError(
  refused: TraceEntry | undefined,
  table: string,
  own: readonly Test[],
): readonly Test[] | null {
  const code = refused?.error?.code ?? 0;
  const statement = refused?.statement.statement;
  if (code === NO_TABLE) {
    if (own.some(({ kind, there }) => kind === 'table' && there)) return null;
    const names = [tableOf(refused)];
    return [{ kind: 'table', there: true, names, columns: [], written: table }, ...own];
  }
  const [action] = statement?.kind === 'alterTable' ? statement.actions : [];
  if (!NO_COLUMN.has(code) || action?.kind !== 'addIndex') return null;
  const columns = action.index.parts.flatMap((part) => ('column' in part ? [part.column] : []));
  return [{ kind: 'column', there: true, names: columns, columns, written: null }, ...own];
}

function around(
  place: Place,
  statement: Place['statement'],
  tests: readonly Test[],
  asked: Asked,
  position = '',
): Change | null {
  const layout = layoutAt(place.text, statement);
  const test = condition(tests, asked);
  if (!layout || !test) return null;
  const { start, end } = statement.loc;
  const at = place.calls.at(-1)!.to;
  const placed = position === '' ? [] : [{ from: at, to: at, text: position }];
  const code = changed(place.text, start.offset, end.offset, placed);
  return { from: start.offset, to: end.offset, text: wrapped(layout, test, code) };
}

/** Each SQL statement of one statement of the code by itself, with its own guard. */
function guardPieces(place: Place, steps: readonly Step[], asked: Asked): Change | null {
  const layout = layoutAt(place.text, place.statement);
  if (!layout) return null;
  const { indent, eol } = layout;
  const pieces = piecesOf(place, steps, { prefix: asked.prefix, newline: `${eol}${indent}` });
  const guarded = (pieces ?? [null]).map((piece, i) => {
    const { tests } = steps[i]!;
    if (piece === null || tests.length === 0) return piece && `${piece};`;
    const test = condition(tests, asked);
    return test && wrapped(layout, test, `${piece}${ownPosition(place, steps[i]!)};`);
  });
  if (!guarded.every((each) => each !== null)) return null;
  const { start, end } = place.statement.loc;
  return { from: start.offset, to: end.offset, text: guarded.join(`${eol}${indent}`) };
}

/** The first Laravel with `whenTable…` of a kind. */
const WHEN_TABLE = { column: ['Column', '9.6'], index: ['Index', '12.42'] } as const;

/** `Schema::whenTableDoesntHaveColumn('t', 'c', function …)` in place of `Schema::table('t', function …)`. */
function whenTable(
  study: Study,
  { opening, text }: Place,
  tests: readonly Test[],
  asked: Asked,
): Change | null {
  const [only] = tests;
  const [table] = opening?.call.call.arguments ?? [];
  if (study.around.policy.guardStyle !== 'whenTable' || tests.length !== 1 || !only || !opening) return null;
  const known = only.kind === 'column' || only.kind === 'index' ? WHEN_TABLE[only.kind] : null;
  if (!known || !atLeast(asked.laravel, known[1]) || only.names.length !== 1 || !table?.loc) return null;
  if (opening.call.name.toLowerCase() !== 'table' || only.written?.startsWith('[')) return null;
  const method = `whenTable${only.there ? 'Has' : 'DoesntHave'}${known[0]}`;
  const { from } = opening.call;
  const at = text.toLowerCase().indexOf('table', from);
  const to = table.loc.end.offset;
  const name = `, ${only.written ?? phpString(only.names[0] ?? '')}`;
  const changes = [
    { from: at, to: at + 'table'.length, text: method },
    { from: to, to, text: name },
  ];
  return { from, to, text: changed(text, from, to, changes) };
}

/** `$table->…`: a statement that sends nothing itself but tells a Blueprint. */
function isBlueprint({ root, calls, opening }: Place): boolean {
  const [first] = calls;
  if (root.kind !== 'variable' || !first) return false;
  return opening !== null || !(BUILDER.test(first.name) && first.call.arguments.length > 1);
}

const BUILDER = /^(create|table|rename|drop\w*|whenTable\w*|statement|unprepared|insert)$/i;

/** Whom the guard asks, from around the code or from inside the closure of `Schema::table`. */
export function askedBy(
  study: Study,
  place: Place,
  refused: TraceEntry | undefined,
  from: 'inside' | 'around',
): Asked {
  const { app } = study;
  const prefix = app.prefix;
  const base = { laravel: app.laravel, prefix };
  const { opening, text } = place;
  if (isBlueprint(place)) {
    const schema = opening?.schema ?? schemaFacade(text);
    const literal = opening && (from === 'around' || !opening.table.includes('$'));
    return { ...base, schema, table: literal ? opening.table : `${textOf(text, place.root)}->getTable()` };
  }
  const command = place.calls.find(({ name }) => BUILDER.test(name));
  const raw = command && RAW.test(command.name);
  const given = command && !raw ? argumentText(place, command, 0) : null;
  return {
    ...base,
    schema: command && !raw ? subjectOf(place, command) : connectionOf(place),
    table: given ?? phpString(bare(tableOf(refused), prefix)),
  };
}

const RAW = /^(statement|unprepared|insert)$/i;

/** `Schema::` or `Schema::connection('x')->`: what a method is called on. */
function subjectOf({ text, root }: Place, { call, from }: ChainCall): string {
  const arrow = call.what.kind === 'staticlookup' ? '::' : '->';
  return `${text.slice((root.loc as NonNullable<Expression['loc']>).start.offset, from)}${arrow}`;
}

/** The schema builder of the connection that raw SQL is sent on. */
function connectionOf(place: Place): string {
  const named = place.calls.find(({ name }) => name.toLowerCase() === 'connection');
  const name = named && argumentText(place, named, 0);
  return name ? `${schemaFacade(place.text)}connection(${name})->` : schemaFacade(place.text);
}

function tableOf(refused: TraceEntry | undefined): string {
  const statement = refused?.statement.statement;
  if (!statement) return '';
  if ('table' in statement && statement.table) return statement.table.name;
  return statement.kind === 'dropTable' ? (statement.tables[0]?.name ?? '') : '';
}

/** The question of a condition as people call it: `Schema::hasColumn`. */
function questionIn(text: string): string {
  if (text.includes('information_schema')) return 'information_schema';
  const name = /->?(has\w+|get\w+)\(|::(has\w+|get\w+)\(/.exec(text);
  return `Schema::${name?.[1] ?? name?.[2] ?? ''}`;
}
