import { type PlacedNode, textOf } from '../../php/enclosing';
import type { Column } from '../../schema/model';
import { getTable } from '../../schema/tableMap';
import type { TraceEntry } from '../../session/trace';
import type { Study } from '../study';
import { type Change, changed, layoutAt, wrapped } from './change';
import { columnsPiece, piecesOf } from './pieces';
import { offsetsOf, type Place, placeAt } from './place';
import { isAssignment, isUsed } from './steady';
import { type Step, stepsOf } from './steps';
import { type Asked, condition } from './tests';

/**
 * The guard of a `Schema::create` that sends several statements: `hasTable` around what makes the table, and the keys that
 * Laravel adds by statements of their own in a `Schema::table` behind it, each with its own guard. Around the whole one
 * guard would hide for ever what a run has not made that stopped half-way. null where its code can't be told apart.
 */
export function guardCreate(study: Study, place: Place, steps: readonly Step[], asked: Asked): Change | null {
  const layout = layoutAt(place.text, place.statement);
  const create = place.calls.find(({ name }) => name.toLowerCase() === 'create');
  const closure = create?.call.arguments[1];
  const test = condition(steps[0]?.tests ?? [], asked);
  if (!layout || !create || closure?.kind !== 'closure' || !closure.body.loc || !test) return null;
  const inner = { ...layout, indent: layout.indent + layout.unit };
  const inside = { ...asked, table: insideTable(closure.arguments[0]?.name.name, asked) };
  const moved = movedFrom(
    study,
    steps,
    closure.body as unknown as PlacedNode,
    inside,
    layout.eol + inner.indent,
  );
  if (!moved) return null;
  const { start, end } = place.statement.loc;
  const made = changed(place.text, start.offset, end.offset, moved.changes);
  const keys = moved.keys.map(({ code, tests }) => {
    const own = tests.length > 0 ? condition(tests, inside) : '';
    return own === '' ? `${code};` : own && wrapped(inner, own, `${code};`);
  });
  if (!keys.every((key) => key !== null)) return null;
  const from = closure.loc!.start.offset;
  // The parser leaves `static` out of some closures.
  const isCut = closure.isStatic && !place.text.startsWith('static', from);
  const header = `${isCut ? 'static ' : ''}${place.text.slice(from, closure.body.loc.start.offset + 1)}`;
  const values = valuesFor(place.text, closure.body as unknown as PlacedNode, keys.join('\n'));
  const lines = [...values, ...keys].map((line) => inner.indent + line);
  const after = [`${asked.schema}table(${asked.table}, ${header}`, ...lines];
  const text = [
    wrapped(layout, test, made),
    '',
    `${layout.indent}${after.join(layout.eol)}`,
    `${layout.indent}});`,
  ];
  return { from: start.offset, to: end.offset, text: text.join(layout.eol) };
}

/** The assignments among the statements of a closure whose values some code needs. */
function valuesFor(text: string, body: PlacedNode, code: string): readonly string[] {
  const needed: string[] = [];
  for (const node of (
    body as PlacedNode & { readonly children: readonly PlacedNode[] }
  ).children.toReversed())
    if (isAssignment(node) && isUsed(node, [...needed, code].join('\n')))
      needed.unshift(textOf(text, node) ?? '');
  return needed;
}

function insideTable(parameter: unknown, { table }: Asked): string {
  return table.includes('$') ? `$${String(parameter)}->getTable()` : table;
}

interface Moved {
  readonly changes: readonly Change[];
  readonly keys: readonly { readonly code: string; readonly tests: Step['tests'] }[];
}

/** What is taken out of the closure, and what is written of it behind, in the order of the steps. */
function movedFrom(
  study: Study,
  [create, ...steps]: readonly Step[],
  body: PlacedNode,
  asked: Asked,
  newline: string,
): Moved | null {
  const { text } = study.step;
  const changes = new Map<number, Change>();
  const keys: Moved['keys'][number][] = [];
  const lines = (body as PlacedNode & { readonly children: readonly PlacedNode[] }).children;
  for (const { entry, range } of steps) {
    const place = placeAt(text, range);
    const start = place?.statement.loc.start.offset;
    if (place?.root.kind !== 'variable' || !lines.some(({ loc }) => loc.start.offset === start)) return null;
    const all = stepsOf(study, place, asked.table.includes('$')).filter(
      (step) => step.entry !== create?.entry,
    );
    const at = all.findIndex((step) => step.entry === entry);
    const split =
      at < 0
        ? null
        : splitOf(place, all, columnsMade(create!.entry, place), { prefix: asked.prefix, newline });
    if (!split) return null;
    keys.push({ code: split.keys[at]!, tests: all[at]!.tests });
    changes.set(place.statement.loc.start.offset, split.kept);
  }
  return { changes: [...changes.values()], keys };
}

/** The columns of the new table that a statement within its closure makes. */
export function columnsMade(
  { statement, after }: TraceEntry,
  { text, statement: { loc } }: Place,
): readonly Column[] {
  const name = statement.statement.kind === 'createTable' ? statement.statement.table.name : '';
  const made = getTable(after.tables, name)?.columns ?? [];
  return made.filter(({ origin }) => {
    const { from = -1, to = -1 } = origin ? offsetsOf(text, origin.range) : {};
    return loc.start.offset <= from && to <= loc.end.offset;
  });
}

/** A statement within `Schema::create` as what CREATE TABLE makes of it, and the keys beside it. */
export function splitOf(
  place: Place,
  steps: readonly Step[],
  columns: readonly Column[],
  more: { readonly prefix: string; readonly newline: string },
): { readonly kept: Change; readonly keys: readonly string[] } | null {
  const { start, end } = place.statement.loc;
  if (columns.length === 0) return steps.length === 1 ? movedWhole(place) : null;
  const code = columnsPiece(place, columns, more.newline);
  const keys = piecesOf(place, steps, more);
  return code !== null && keys
    ? { kept: { from: start.offset, to: end.offset, text: `${code};` }, keys }
    : null;
}

/** `$table->foreign(…)`, `$table->index(…)`: moves as it stands, with its line. */
function movedWhole({
  text,
  statement,
}: Place): { readonly kept: Change; readonly keys: readonly string[] } | null {
  const { start, end } = statement.loc;
  const lineStart = text.lastIndexOf('\n', start.offset - 1) + 1;
  const lineEnd = text.indexOf('\n', end.offset);
  const around = text.slice(lineStart, start.offset) + text.slice(end.offset, lineEnd);
  if (around.trim() !== '') return null;
  const code = text.slice(start.offset, end.offset).replace(/;$/, '');
  return { kept: { from: lineStart, to: lineEnd + 1, text: '' }, keys: [code] };
}
