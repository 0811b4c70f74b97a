/** What of a pattern decides how many ways a text can be divided among its parts. */
type Node =
  | { readonly kind: 'char' | 'nothing' | 'backreference' }
  | { readonly kind: 'all' | 'either'; readonly parts: readonly Node[] }
  | { readonly kind: 'look'; readonly body: Node }
  | { readonly kind: 'repeat'; readonly body: Node; readonly min: number; readonly max: number };

export interface PatternShape {
  /** How many groups there are, the whole match included. */
  readonly groups: number;
  /** How many steps a text of this length may take at worst, whatever is in it. */
  readonly cost: (length: number) => number;
}

/** One part of JavaScript's notation: an escape, a class, the opening of a group, a repetition, or a character. */
const PART =
  /\\(?:[pPu]\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|k<[^>]*>|\d+|[\s\S])|\[\^?(?:\\[\s\S]|[^\]\\])*\]|\((?:\?(?:<?[=!]|:|<\w+>))?|\{\d+(?:,\d*)?\}|[\s\S]/uy;

const MOST = 1e15;
/** Where choices are repeated, the ways double with each character: longer texts are not even counted. */
const LONGEST_COUNTED = 64;
const MOST_REPEATED = 1000;

/** Reads a pattern in JavaScript's notation (with the `u` flag), which must be a good one. */
export function patternShape(source: string): PatternShape {
  let groups = 1;
  const parts = source.match(new RegExp(PART, 'guy')) ?? [];
  let at = 0;

  const either = (): Node => {
    const branches: Node[][] = [[]];
    for (; at < parts.length && parts[at] !== ')'; at++) {
      const part = parts[at]!;
      if (part === '|') branches.push([]);
      else branches.at(-1)!.push(repeated(one(part)));
    }
    const nodes = branches.map((all): Node => (all.length === 1 ? all[0]! : { kind: 'all', parts: all }));
    return nodes.length === 1 ? nodes[0]! : { kind: 'either', parts: nodes };
  };

  const one = (part: string): Node => {
    if (part.startsWith('(')) {
      if (part === '(' || /^\(\?<\w/.test(part)) groups += 1;
      at += 1;
      const body = either();
      return /[=!]$/.test(part) ? { kind: 'look', body } : body;
    }
    if (part === '^' || part === '$' || /^\\[bB]$/.test(part)) return { kind: 'nothing' };
    return { kind: /^\\(?:[1-9]|k<)/.test(part) ? 'backreference' : 'char' };
  };

  const repeated = (body: Node): Node => {
    const bounds = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})$/.exec(parts[at + 1] ?? '');
    if (!bounds) return body;
    at += 1;
    if (parts[at + 1] === '?') at += 1;
    const mark = bounds[0];
    if (bounds[1] === undefined)
      return {
        kind: 'repeat',
        body,
        min: mark === '+' ? 1 : 0,
        max: mark === '?' ? 1 : Number.POSITIVE_INFINITY,
      };
    const min = Number(bounds[1]);
    const max = bounds[2] === '' ? min : bounds[3] === '' ? Number.POSITIVE_INFINITY : Number(bounds[3]);
    return { kind: 'repeat', body, min, max };
  };

  const tree = either();
  const flat = flatShape(tree);
  const anchored = /^(?:\^|\(\?<!\[\^\]\))/.test(source) && !(tree.kind === 'either');
  const cost = (length: number): number => {
    const starts = anchored ? 1 : length + 1;
    if (flat)
      return Math.min(MOST, flat.size * flat.factor * divisions(length, flat.open + (anchored ? 0 : 1)));
    if (length > LONGEST_COUNTED) return MOST;
    return Math.min(MOST, starts * waysOf(tree, length).steps);
  };
  return { groups, cost };
}

/** In how many ways `open` parts can share a text. */
function divisions(length: number, open: number): number {
  let result = 1;
  for (let i = 1; i <= open && result < MOST; i++) result = (result * (length + i)) / i;
  return result;
}

interface Flat {
  /** Repetitions that may take any part of the text. */
  readonly open: number;
  /** The ways that don't depend on the text's length. */
  readonly factor: number;
  readonly size: number;
}

/** The shape of a pattern in which nothing with a choice in it is repeated; null for others. */
function flatShape(node: Node): Flat | null {
  switch (node.kind) {
    case 'char':
    case 'nothing':
      return { open: 0, factor: 1, size: 1 };
    case 'backreference':
      return { open: 1, factor: 1, size: 1 };
    case 'look':
      return flatShape(node.body);
    case 'all':
    case 'either': {
      const all = node.kind === 'all';
      let result: Flat = { open: 0, factor: all ? 1 : 0, size: 1 };
      for (const part of node.parts) {
        const flat = flatShape(part);
        if (!flat) return null;
        result = {
          open: all ? result.open + flat.open : Math.max(result.open, flat.open),
          factor: all ? result.factor * flat.factor : result.factor + flat.factor,
          size: result.size + flat.size,
        };
      }
      return result;
    }
    case 'repeat': {
      const body = flatShape(node.body);
      if (!body) return null;
      const { min, max } = node;
      if (max === 1) return { ...body, factor: body.factor + 1 };
      if (body.open > 0 || body.factor > 1) return null;
      const size = body.size * Math.max(1, min);
      return max - min > MOST_REPEATED
        ? { open: 1, factor: 1, size }
        : { open: 0, factor: max - min + 1, size };
    }
  }
}

interface Ways {
  /** In how many ways it can take a text of each length. */
  readonly by: readonly number[];
  /** The steps for all of them, from one start. */
  readonly steps: number;
}

const capped = (value: number): number => Math.min(MOST, value);
const sum = (list: readonly number[]): number => capped(list.reduce((a, b) => a + b, 0));

function times(a: readonly number[], b: readonly number[]): number[] {
  return a.map((_, length) =>
    sum(a.slice(0, length + 1).map((ways, i) => capped(ways * (b[length - i] ?? 0)))),
  );
}

function plus(a: readonly number[], b: readonly number[]): number[] {
  return a.map((ways, i) => capped(ways + (b[i] ?? 0)));
}

function waysOf(node: Node, length: number): Ways {
  const only = (taken: number) => Array.from({ length: length + 1 }, (_, i) => (i === taken ? 1 : 0));
  switch (node.kind) {
    case 'char':
      return { by: only(1), steps: 1 };
    case 'nothing':
      return { by: only(0), steps: 1 };
    case 'backreference':
      return { by: Array.from({ length: length + 1 }, () => 1), steps: 1 };
    case 'look':
      return { by: only(0), steps: waysOf(node.body, length).steps };
    case 'all':
      return node.parts.reduce<Ways>(
        (before, part) => {
          const ways = waysOf(part, length);
          return { by: times(before.by, ways.by), steps: capped(before.steps + sum(before.by) * ways.steps) };
        },
        { by: only(0), steps: 1 },
      );
    case 'either': {
      const branches = node.parts.map((part) => waysOf(part, length));
      return {
        by: branches.map(({ by }) => by).reduce(plus),
        steps: sum(branches.map(({ steps }) => steps)),
      };
    }
    case 'repeat':
      return repeatedWays(waysOf(node.body, length), node.min, node.max, only(0));
  }
}

/** Iterations that must be may be empty; those that are free always take something. */
function repeatedWays(body: Ways, min: number, max: number, none: readonly number[]): Ways {
  if (min > MOST_REPEATED) return { by: none.map(() => MOST), steps: MOST };
  let current: readonly number[] = none;
  let tried = 1;
  for (let i = 0; i < min && tried < MOST; i++) {
    current = times(current, body.by);
    tried = capped(tried + sum(current));
  }
  const taking = body.by.map((ways, i) => (i === 0 ? 0 : ways));
  let by = current;
  for (let i = min; i < max && sum(current) > 0 && tried < MOST; i++) {
    current = times(current, taking);
    by = plus(by, current);
    tried = capped(tried + sum(current));
  }
  return { by, steps: capped(tried * body.steps) };
}
