import type { Expression, IfNode, Loc } from '../../php/ast';
import { methodCall, type PlacedNode, textOf } from '../../php/enclosing';
import { getTable } from '../../schema/tableMap';
import type { TraceEntry } from '../../session/trace';
import type { FixDraft } from '../draft';
import { say } from '../said';
import type { Study } from '../study';
import { type Change, changed, editOf, type Layout, layoutAt, outdented } from './change';
import { guardPlace, placesOf } from './guard';
import { offsetsOf, type Place, placeAt } from './place';
import { asksSchema } from './steady';

/**
 * One guard around several statements hides for ever what a run has not made that stopped between them: the edit gives
 * each a guard of its own in its place. `entry`: a statement that the next run passes over.
 */
export function splitGuard(study: Study, entry: TraceEntry): readonly FixDraft[] {
  const { text, migration } = study.step;
  const range = entry.statement.origin?.range;
  const place = range?.file === migration.file ? placeAt(text, range) : null;
  if (!place) return [];
  const around = place.path
    .filter(isGuard)
    .reverse()
    .flatMap((guard) => splitText(study, guard) ?? [])
    .map(({ guard: { loc }, code }) => [{ from: loc.start.offset, to: loc.end.offset, text: code }]);
  const before = place.path.flatMap((block) => splitReturn(study, block, place.statement) ?? []);
  return [...around, ...(before.length > 0 ? [before] : [])].map((changes) => ({
    title: say('Give each statement its own guard'),
    edits: changes.map((change) => editOf(migration.file, text, change)),
  }));
}

/** The same for `if (Schema::hasTable(…)) { return; }` somewhere before the statement: it goes. */
function splitReturn(study: Study, block: PlacedNode, statement: PlacedNode): readonly Change[] | null {
  const { text } = study.step;
  if (block.kind !== 'block') return null;
  const { children } = block as PlacedNode & { readonly children: readonly PlacedNode[] };
  const before = children.filter(({ loc }) => loc.end.offset <= statement.loc.start.offset);
  const guard = before.find(isReturn);
  const places = guard && placesWithin(study, { start: guard.loc.end, end: block.loc.end });
  const next = guard && children[children.indexOf(guard) + 1];
  if (!places || places.length === 0 || !next || !layoutAt(text, guard)) return null;
  const inner = places.flatMap((place) => (place && guardPlace(study, place)?.change) ?? []);
  if (inner.length < places.length) return null;
  const gap = /^\s*/.exec(text.slice(guard.loc.end.offset, next.loc.start.offset))![0].length;
  return [{ from: guard.loc.start.offset, to: guard.loc.end.offset + gap, text: '' }, ...inner];
}

/** `if (Schema::hasTable('x')) { return; }`, by what the migration makes: one that wants what it rests on stays. */
function isReturn(node: PlacedNode): boolean {
  const { kind, test, alternate, body } = node as Guard;
  if (kind !== 'if' || alternate || !asksSchema(test) || mentionsNot(test)) return false;
  const statements = body.kind === 'block' ? body.children : [body];
  return statements.length === 1 && statements[0]?.kind === 'return';
}

const mentionsNot = (test: Expression): boolean =>
  test.kind === 'bin' ? mentionsNot(test.left) || mentionsNot(test.right) : test.kind === 'unary';

/** Does a statement stand under an `if` that asks whether something is not there yet? */
export function isGuarded(study: Study, { statement: { origin } }: TraceEntry): boolean {
  const { text, migration } = study.step;
  const place = origin?.range.file === migration.file ? placeAt(text, origin.range) : null;
  return place?.path.some((node) => isGuard(node) && mentionsNot(node.test)) ?? false;
}

type Guard = PlacedNode & Omit<IfNode, 'loc' | 'kind'>;

/** An `if` without `else` that asks the schema and nothing else. */
function isGuard(node: PlacedNode): node is Guard {
  const { kind, test, alternate, body } = node as Guard;
  return kind === 'if' && !alternate && body.kind === 'block' && asksSchema(test);
}

/** The parts of a condition that want a thing to be there; null where it can't be taken apart so. */
function wantedThere(test: Expression): readonly Expression[] | null {
  if (test.kind === 'bin' && /^(&&|and)$/i.test(test.type)) {
    const [left, right] = [wantedThere(test.left), wantedThere(test.right)];
    return left && right && [...left, ...right];
  }
  if (test.kind === 'call') return [test];
  return test.kind === 'unary' || !mentionsThere(test) ? [] : null;
}

const mentionsThere = (test: Expression): boolean =>
  test.kind === 'bin' ? mentionsThere(test.left) || mentionsThere(test.right) : test.kind === 'call';

/** The guard with each statement that sends something guarded by itself; what it wants to be there, and will be, it keeps. */
function splitText(study: Study, guard: Guard): { readonly guard: Guard; readonly code: string } | null {
  const { text } = study.step;
  const layout = layoutAt(text, guard);
  const places = layout && placesWithin(study, guard.loc);
  const there = wantedThere(guard.test)?.filter((test) => !isGoneAfter(study, test));
  const children = (guard.body as { readonly children: readonly PlacedNode[] }).children;
  const [first, last] = [children[0], children.at(-1)];
  if (!places || places.length === 0 || !there || !first || !last) return null;
  const inner = places.flatMap((place) => (place && guardPlace(study, place)?.change) ?? []);
  if (inner.length < places.length) return null;
  if (there.length === 0) {
    const body = changed(text, first.loc.start.offset, last.loc.end.offset, inner);
    return { guard, code: outdented(body, stepOf(text, layout, first)) };
  }
  const { start, end } = (guard.test as unknown as PlacedNode).loc;
  const test = {
    from: start.offset,
    to: end.offset,
    text: there.map((each) => textOf(text, each)).join(' && '),
  };
  return { guard, code: changed(text, guard.loc.start.offset, guard.loc.end.offset, [test, ...inner]) };
}

/** Is what a test asks for, a table or a column by its name, gone after the first run? */
function isGoneAfter({ first: { world }, app: { prefix } }: Study, test: Expression): boolean {
  if (test.kind !== 'call') return false;
  const [table, column] = test.arguments.map((given) => (given.kind === 'string' ? given.value : null));
  const schema = world.connections.get(world.defaultConnection)?.schema;
  if (!schema || typeof table !== 'string') return false;
  const found = getTable(schema.tables, prefix + table);
  const columns = found?.columns.map(({ name }) => name.toLowerCase()) ?? [];
  return (
    !found || (typeof column === 'string' && isColumnTest(test) && !columns.includes(column.toLowerCase()))
  );
}

const isColumnTest = (test: Expression) => /^hasColumn$/i.test(methodCall(test as never)?.name ?? '');

/** By how much the body stands further in than its guard. */
function stepOf(text: string, { indent, unit }: Layout, first: PlacedNode): string {
  const inner = layoutAt(text, first)?.indent ?? '';
  return inner.startsWith(indent) ? inner.slice(indent.length) : unit;
}

/** The statements of the code between two places that send something; null where one writes rows, or has no place. */
function placesWithin(study: Study, { start, end }: Loc): readonly (Place | null)[] | null {
  const { text, migration } = study.step;
  const places = new Map<number, Place | null>();
  for (const entry of study.first.entries) {
    const { statement, origin } = entry.statement;
    if (origin?.range.file !== migration.file) continue;
    const { from, to } = offsetsOf(text, origin.range);
    if (from < start.offset || to > end.offset) continue;
    if (statement.kind === 'data') return null;
    for (const place of placesOf(study, entry)) places.set(place?.statement.loc.start.offset ?? -1, place);
  }
  const all = [...places.values()];
  // What a `Schema::create` sends beside its CREATE TABLE goes with it.
  return all.filter(
    (place) => !all.some((outer) => outer !== place && outer && place && holds(outer, place)),
  );
}

function holds({ statement: outer }: Place, { statement: inner }: Place): boolean {
  return outer.loc.start.offset <= inner.loc.start.offset && outer.loc.end.offset >= inner.loc.end.offset;
}
