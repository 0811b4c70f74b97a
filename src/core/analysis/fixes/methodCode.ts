import type { IfNode } from '../../php/ast';
import { methodCall, methodNamed, type PlacedNode } from '../../php/enclosing';
import type { Study } from '../study';
import { type Change, changed } from './change';
import { placesOf } from './guard';
import { columnsMade, splitOf } from './guardCreate';
import { piecesOf } from './pieces';
import type { Place } from './place';
import { isAssignment, isSteady, isUsed } from './steady';
import { stepsOf } from './steps';

/** The body of `up()` or `down()` as the statements that it sends, to be written again with some of them only. */
export interface MethodCode {
  /** By number, in order, the statements of the method's run; those that the code can't tell apart together. */
  readonly groups: readonly (readonly number[])[];
  /** The whole text, this method's body holding the code of these statements only; null where it can't be told apart. */
  with(entries: ReadonlySet<number>): Change | null;
}

type Block = PlacedNode & { readonly children: readonly PlacedNode[] };

/** A statement of the code that sends something. */
interface Unit {
  readonly node: PlacedNode;
  /** null: several statements of the code, such as a loop's. */
  readonly place: Place | null;
  readonly entries: Set<number>;
  /** For a statement that sends several: the code of each, where it can be told apart. */
  pieces: ReadonlyMap<number, string> | null;
}

/** `study.first` is the run of the method. null where its code shares what makes it unsafe to take it apart. */
export function methodCode(study: Study, method: 'up' | 'down'): MethodCode | null {
  const body = methodNamed(study.step.text, method)?.body as unknown as Block | null | undefined;
  if (!body) return null;
  const units = unitsOf(study, body);
  if (!units) return null;
  const groups = new Groups(study.first.entries.length);
  for (const [creates, unit] of withCreates(body, units)) takeApart(study, unit, creates, groups);
  return {
    groups: groups.all(),
    with: (entries) => {
      const kept = new Writer(study.step.text, units, entries).block(body, null);
      return kept && { from: body.loc.start.offset, to: body.loc.end.offset, text: kept.text };
    },
  };
}

/** Numbers that belong together. */
class Groups {
  private readonly leaders: number[];

  constructor(count: number) {
    this.leaders = Array.from({ length: count }, (_, i) => i);
  }

  join(numbers: Iterable<number>): void {
    const [first, ...more] = [...numbers].map((number) => this.leaders[number]!);
    for (const leader of more)
      for (const [i, own] of this.leaders.entries()) if (own === leader) this.leaders[i] = first!;
  }

  all(): readonly (readonly number[])[] {
    const byLeader = new Map<number, number[]>();
    for (const [i, leader] of this.leaders.entries())
      byLeader.set(leader, [...(byLeader.get(leader) ?? []), i]);
    return [...byLeader.values()];
  }
}

/** By where they begin; null where a statement comes from somewhere else, such as a helper method. */
function unitsOf(study: Study, body: Block): Map<number, Unit> | null {
  const units = new Map<number, Unit>();
  for (const [i, entry] of study.first.entries.entries()) {
    const places = placesOf(study, entry);
    if (places.length === 0) return null;
    for (const place of places) {
      const node = place && unitNode(body, place);
      if (!node) return null;
      const { offset } = node.loc.start;
      const known = units.get(offset);
      if (known) known.entries.add(i);
      else
        units.set(offset, {
          node,
          place: isSame(node, place.statement) ? place : null,
          entries: new Set([i]),
          pieces: null,
        });
    }
  }
  return units;
}

/** The innermost statement around a place that may stand or go by itself. */
function unitNode(body: Block, { statement }: Place): PlacedNode | null {
  let block = body;
  for (;;) {
    const child = block.children.find(
      ({ loc }) =>
        loc.start.offset <= statement.loc.start.offset && loc.end.offset >= statement.loc.end.offset,
    );
    if (!child || isSame(child, statement)) return child ?? null;
    const inner = innerBlock(child);
    if (!inner) return child;
    block = inner;
  }
}

const isSame = (a: PlacedNode, b: PlacedNode): boolean =>
  a.loc.start.offset === b.loc.start.offset && a.loc.end.offset === b.loc.end.offset;

/** The statements within a statement that may be left out one by one: those of a guard, or of a `Schema::table`. */
function innerBlock(node: PlacedNode): Block | null {
  if (node.kind === 'if') {
    const { test, body, alternate } = node as PlacedNode & Pick<IfNode, 'test' | 'body' | 'alternate'>;
    return !alternate && body.kind === 'block' && isSteady(test) ? (body as unknown as Block) : null;
  }
  return (opened(node)?.body as Block | undefined) ?? null;
}

const OPENS = /^(table|create)$/i;

/** The `Schema::table('t', function …)` or `Schema::create(…)` that a statement is. */
function opened(
  node: PlacedNode,
): { readonly name: PlacedNode & { readonly name: string }; readonly body: Block } | null {
  const { kind, expression } = node as PlacedNode & { readonly expression?: PlacedNode };
  const found = kind === 'expressionstatement' && expression ? methodCall(expression) : null;
  if (!found || !OPENS.test(found.name) || !('offset' in found.call.what)) return null;
  const closure = found.call.arguments.find((given) => given.kind === 'closure');
  return closure?.kind === 'closure'
    ? { name: found.call.what.offset as never, body: closure.body as unknown as Block }
    : null;
}

/** The units, each with the unit of the `Schema::create` that it stands in. */
function withCreates(body: Block, units: ReadonlyMap<number, Unit>): (readonly [Unit | null, Unit])[] {
  const inBlock = (block: Block, creates: Unit | null): (readonly [Unit | null, Unit])[] =>
    block.children.flatMap((child) => {
      const unit = units.get(child.loc.start.offset);
      const inner = innerBlock(child);
      const isCreate = unit && /^create$/i.test(opened(child)?.name.name ?? '');
      return [
        ...(unit ? [[creates, unit] as const] : []),
        ...(inner ? inBlock(inner, isCreate ? unit : creates) : []),
      ];
    });
  return inBlock(body, null);
}

/** The code of each statement that a unit sends, else they stay together. */
function takeApart(study: Study, unit: Unit, creates: Unit | null, groups: Groups): void {
  const { place, entries, node } = unit;
  const [create] = creates?.entries ?? [];
  if (innerBlock(node)) {
    groups.join(entries);
    return;
  }
  const more = { prefix: study.app.prefix, newline: newlineAt(study.step.text, node) };
  const made = create === undefined ? undefined : study.first.entries[create];
  if (place && made) {
    const all = stepsOf(study, place);
    const steps = all.filter(({ entry }) => entry !== made);
    const columns = columnsMade(made, place);
    if (columns.length === 0 && steps.length === 1 && entries.size === 1) return;
    const found = splitOf(place, steps, columns, more);
    if (found && columns.length > 0) {
      const codes = steps.map(
        ({ entry }, i) => [study.first.entries.indexOf(entry), found.keys[i]!] as const,
      );
      unit.pieces = new Map([[create!, found.kept.text.replace(/;$/, '')], ...codes]);
      entries.add(create!);
    }
  } else if (place && entries.size > 1) {
    const steps = stepsOf(study, place);
    const codes = piecesOf(place, steps, more);
    if (codes)
      unit.pieces = new Map(steps.map(({ entry }, i) => [study.first.entries.indexOf(entry), codes[i]!]));
  }
  const apart = unit.pieces && [...entries].every((entry) => unit.pieces!.has(entry));
  if (apart) return;
  unit.pieces = null;
  if (made) entries.add(create!);
  groups.join(entries);
}

function newlineAt(text: string, { loc }: PlacedNode): string {
  const lineStart = text.lastIndexOf('\n', loc.start.offset - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, loc.start.offset))![0];
  return `${text.includes('\r\n') ? '\r\n' : '\n'}${indent}`;
}

/** What is left of a block. */
interface Kept {
  readonly text: string;
  /** Does it hold anything that sends a statement? */
  readonly sends: boolean;
}

/** Writes blocks with the code of some statements only. */
class Writer {
  constructor(
    private readonly text: string,
    private readonly units: ReadonlyMap<number, Unit>,
    private readonly entries: ReadonlySet<number>,
  ) {}

  /** `creates`: whether the table is made whose Blueprint the block tells; null elsewhere. */
  block(block: Block, creates: boolean | null): Kept | null {
    const extents = extentsOf(this.text, block);
    let tail = '';
    let sends = false;
    for (const [i, child] of [...block.children.entries()].reverse()) {
      const [from, to] = extents[i]!;
      const kept = this.child(child, from, to, creates, tail);
      if (!kept) return null;
      tail = kept.text + tail;
      sends ||= kept.sends;
    }
    const [start, end] = [block.loc.start.offset + 1, block.loc.end.offset];
    const [first, last] = [extents[0]?.[0] ?? start, extents.at(-1)?.[1] ?? start];
    return {
      text:
        this.text.slice(block.loc.start.offset, first) +
        tail.replace(/^(?:[ \t]*\r?\n)+/, '') +
        this.text.slice(last, end),
      sends,
    };
  }

  private child(
    node: PlacedNode,
    from: number,
    to: number,
    creates: boolean | null,
    tail: string,
  ): Kept | null {
    const unit = this.units.get(node.loc.start.offset);
    const inner = innerBlock(node);
    if (inner) return this.around(node, inner, from, to, creates, unit);
    const whole = this.text.slice(from, to);
    if (!unit) {
      if (isAssignment(node)) return { text: isUsed(node, tail) ? whole : '', sends: false };
      // What stands in a Schema::create and sends nothing itself tells what the table is to be.
      return creates === null ? null : { text: creates ? whole : '', sends: false };
    }
    const own = [...unit.entries].filter((entry) => this.entries.has(entry));
    if (own.length === 0) return NOTHING;
    if (own.length === unit.entries.size || !unit.pieces) return { text: whole, sends: true };
    const codes = [...unit.pieces].flatMap(([entry, code]) => (own.includes(entry) ? [code] : []));
    const { start } = node.loc;
    const end = endOf(this.text, node);
    const code = codes.join(`;${newlineAt(this.text, node)}`);
    return {
      text: changed(this.text, from, to, [{ from: start.offset, to: end, text: `${code};` }]),
      sends: true,
    };
  }

  private around(
    node: PlacedNode,
    inner: Block,
    from: number,
    to: number,
    outer: boolean | null,
    unit: Unit | undefined,
  ): Kept | null {
    const name = opened(node)?.name;
    const isCreate = unit !== undefined && name !== undefined && /^create$/i.test(name.name);
    const creates = isCreate ? [...unit.entries].some((entry) => this.entries.has(entry)) : outer;
    const kept = this.block(inner, isCreate ? creates : outer);
    if (!kept) return null;
    const own = unit !== undefined && [...unit.entries].some((entry) => this.entries.has(entry));
    // A guard of which nothing was sent: within a Schema::create it belongs to the table, else nobody knows where.
    if (!kept.sends && !own) {
      if (outer !== null) return { text: outer ? this.text.slice(from, to) : '', sends: false };
      return unit || this.holdsUnit(inner) ? NOTHING : null;
    }
    const { start, end } = inner.loc;
    const header =
      isCreate && !creates && name
        ? [{ from: name.loc.start.offset, to: name.loc.end.offset, text: 'table' }]
        : [];
    const text = changed(this.text, from, start.offset, header) + kept.text + this.text.slice(end.offset, to);
    return { text, sends: true };
  }

  private holdsUnit({ loc }: Block): boolean {
    return [...this.units.keys()].some((offset) => loc.start.offset < offset && offset < loc.end.offset);
  }
}

const NOTHING: Kept = { text: '', sends: false };

/** Where each statement of a block begins and ends with its comments and its lines. */
function extentsOf(text: string, block: Block): readonly (readonly [from: number, to: number])[] {
  const open = block.loc.start.offset + 1;
  let at = open + (/^[ \t]*\r?\n/.exec(text.slice(open))?.[0].length ?? 0);
  const close = block.loc.end.offset - 1;
  const lastLine = text.lastIndexOf('\n', close - 1) + 1;
  const last = text.slice(lastLine, close).trim() === '' ? lastLine : close;
  return block.children.map((child, i) => {
    const from = at;
    const end = endOf(text, child);
    const rest = REST_OF_LINE.exec(text.slice(end, close))?.[0].length ?? 0;
    at = i === block.children.length - 1 ? Math.max(last, end) : end + rest;
    return [from, at] as const;
  });
}

const REST_OF_LINE = /^[ \t]*(?:\/\/[^\r\n]*|#[^\r\n]*|\/\*[^\r\n]*?\*\/)?[ \t]*\r?\n/;

/** The end of a statement with its semicolon. */
function endOf(text: string, { loc }: PlacedNode): number {
  const { offset } = loc.end;
  if (text[offset - 1] === ';' || text[offset - 1] === '}') return offset;
  return offset + (/^\s*;/.exec(text.slice(offset))?.[0].length ?? 0);
}
