import { type PlacedNode, textOf } from '../../php/enclosing';
import type { Column } from '../../schema/model';
import { getTable } from '../../schema/tableMap';
import type { TraceEntry } from '../../session/trace';
import type { Study } from '../study';
import { type Change, changed, type Layout, layoutAt, withoutLine, wrapped } from './change';
import { movedBranches } from './movedBranches';
import { columnsPiece, piecesOf } from './pieces';
import { closureHeader, offsetsOf, type Place, placeAt } from './place';
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
  const moved = movedFrom(study, steps, closure.body as unknown as PlacedNode, inside, inner);
  if (!moved) return null;
  const { start, end } = place.statement.loc;
  const made = changed(place.text, start.offset, end.offset, moved.changes);
  const values = valuesFor(place.text, closure.body as unknown as PlacedNode, moved.keys.join('\n'));
  const lines = [...values, ...moved.keys].map((line) => inner.indent + line);
  const after = [`${asked.schema}table(${asked.table}, ${closureHeader(place.text, closure)}`, ...lines];
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
  /** Each with its guard. */
  readonly keys: readonly string[];
}

/** What is taken out of the closure, and what is written of it behind, in the order of the steps. */
function movedFrom(
  study: Study,
  [create, ...steps]: readonly Step[],
  body: PlacedNode,
  asked: Asked,
  layout: Layout,
): Moved | null {
  const { text } = study.step;
  const changes = new Map<number, Change>();
  const keys = new Map<PlacedNode | Step, string>();
  const lines = (body as PlacedNode & { readonly children: readonly PlacedNode[] }).children;
  for (const step of steps) {
    const place = placeAt(text, step.range);
    const loc = place?.statement.loc;
    const line = lines.find(
      (each) => loc && each.loc.start.offset <= loc.start.offset && each.loc.end.offset >= loc.end.offset,
    );
    if (!loc || !line || place.root.kind !== 'variable') return null;
    if (line.kind === 'if') {
      const moved = movedBranches(study, line, asked, layout);
      const kept = moved === null ? null : withoutLine(text, line.loc);
      if (moved === null || !kept) return null;
      keys.set(line, moved);
      changes.set(line.loc.start.offset, kept);
      continue;
    }
    if (line.loc.start.offset !== loc.start.offset) return null;
    const all = stepsOf(study, place, asked.table.includes('$')).filter(
      (each) => each.entry !== create?.entry,
    );
    const at = all.findIndex((each) => each.entry === step.entry);
    const newline = layout.eol + layout.indent;
    const split =
      at < 0
        ? null
        : splitOf(place, all, columnsMade(create!.entry, place), { prefix: asked.prefix, newline });
    if (!split) return null;
    const { tests } = all[at]!;
    const test = tests.length > 0 ? condition(tests, asked) : '';
    const code = `${split.keys[at]!};`;
    if (test === null) return null;
    keys.set(step, test === '' ? code : wrapped(layout, test, code));
    changes.set(loc.start.offset, split.kept);
  }
  return { changes: [...changes.values()], keys: [...keys.values()] };
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
  const kept = withoutLine(text, statement.loc);
  const code = text.slice(statement.loc.start.offset, statement.loc.end.offset).replace(/;$/, '');
  return kept && { kept, keys: [code] };
}
