import { freeze, type Key } from '../arrays';
import type { Expression, ForeachNode, ForNode, ListNode, WhileNode } from '../ast';
import { BREAK, CONTINUE, type Completion, type Exec, type Frame, NEXT } from '../frame';
import { eachEntry } from '../iterate';
import { ElementRef, type Ref, temporary } from '../refs';
import { typeName } from '../types';
import { isArray, isObject, isUnknown, type Unknown, type Value } from '../values';
import { type Context, siteOf, within } from './context';
import { compileExpression } from './expressions';
import { compilePlace, isPlace, refBinder, spreader } from './places';
import { compileBody } from './statements';

/** What a loop does after its body: go on, or leave with a completion for what is around it. */
function afterBody(f: Frame, done: Completion): Completion | 'again' {
  if (done === NEXT) return 'again';
  if (done === BREAK) {
    f.levels -= 1;
    return f.levels > 0 ? BREAK : NEXT;
  }
  if (done === CONTINUE) {
    f.levels -= 1;
    return f.levels > 0 ? CONTINUE : 'again';
  }
  return done;
}

/**
 * A loop's condition. Where it can't be known, the first two times may fork the run; after that the loop is left, as
 * more rounds of it can't be told apart.
 */
function loopTest(ctx: Context, node: Expression): (f: Frame, round: { unknown: number }) => boolean {
  const inner = within(ctx, node);
  const run = compileExpression(inner, node);
  const site = siteOf(inner, node);
  return (f, rounds) => {
    f.m.at = site;
    f.m.step();
    const value = run(f);
    if (typeof value === 'boolean') return value;
    f.m.at = site;
    if (!isUnknownTruth(value)) return f.m.truth(value);
    rounds.unknown += 1;
    if (rounds.unknown > 1) {
      f.m.unknown(`how often this loop runs is not known: ${value.reason}`);
      return false;
    }
    return f.m.decide(f.m.derive(value, `round of ${site.line} at ${f.m.steps}`), site.range);
  };
}

function isUnknownTruth(value: Value): value is Unknown {
  return value !== null && isUnknown(value);
}

export function whileLoop(ctx: Context, node: WhileNode): Exec {
  const test = loopTest(ctx, node.test);
  const body = compileBody(ctx, node.body);
  return (f) => {
    const rounds = { unknown: 0 };
    while (test(f, rounds)) {
      const next = afterBody(f, body(f));
      if (next !== 'again') return next;
    }
    return NEXT;
  };
}

export function doLoop(ctx: Context, node: WhileNode): Exec {
  const test = loopTest(ctx, node.test);
  const body = compileBody(ctx, node.body);
  return (f) => {
    const rounds = { unknown: 0 };
    do {
      const next = afterBody(f, body(f));
      if (next !== 'again') return next;
    } while (test(f, rounds));
    return NEXT;
  };
}

export function forLoop(ctx: Context, node: ForNode): Exec {
  const runs = (nodes: readonly Expression[]): ((f: Frame) => void) => {
    const list = nodes.map((one) => compileExpression(within(ctx, one), one));
    return (f) => {
      for (const run of list) run(f);
    };
  };
  const init = runs(node.init);
  const before = runs(node.test.slice(0, -1));
  const last = node.test.at(-1);
  const test = last ? loopTest(ctx, last) : null;
  const increment = runs(node.increment);
  const body = compileBody(ctx, node.body);
  const site = siteOf(ctx, node);
  return (f) => {
    f.m.at = site;
    init(f);
    const rounds = { unknown: 0 };
    for (;;) {
      before(f);
      if (test) {
        if (!test(f, rounds)) return NEXT;
      } else {
        f.m.at = site;
        f.m.step();
      }
      const next = afterBody(f, body(f));
      if (next !== 'again') return next;
      increment(f);
    }
  };
}

type Target = (f: Frame, value: Value) => void;

function target(ctx: Context, node: Expression): Target {
  if (node.kind === 'list' || node.kind === 'array') {
    const spread = spreader(ctx, node as ListNode);
    return (f, value) => spread(f, value, null);
  }
  const place = compilePlace(ctx, node);
  return (f, value) => place(f).write(f.m, value);
}

export function foreachLoop(ctx: Context, node: ForeachNode): Exec {
  const inner = within(ctx, node.source);
  const source = compileExpression(inner, node.source);
  const site = siteOf(inner, node.source);
  const key = node.key ? target(ctx, node.key) : null;
  const body = compileBody(ctx, node.body);
  const value = node.value;
  if ((value.kind === 'variable' && value.byref) || hasRefs(value)) return byReference(ctx, node, body, key);
  const write = target(ctx, value);
  const round = (f: Frame, at: Value, item: Value): Completion | 'again' => {
    f.m.step();
    write(f, item);
    key?.(f, at);
    return afterBody(f, body(f));
  };
  return (f) => {
    f.m.at = site;
    f.m.step();
    const over = source(f);
    f.m.at = site;
    if (over !== null && isUnknown(over)) return unknownRows(f, over, site.line, round);
    if (isArray(over)) {
      freeze(over);
      const alias = aliasInto(f, value, over);
      for (const [at, item] of over.entries) {
        const next = round(f, at, alias?.key === at ? (alias.peek(f.m) ?? null) : item);
        if (next !== 'again') return next;
      }
      return NEXT;
    }
    if (!isObject(over)) return notIterable(f, over);
    for (const [at, item] of eachEntry(f.m, over)) {
      if (isUnknown(item) && isUnknown(at)) return unknownRows(f, item, site.line, round);
      const next = round(f, at, item);
      if (next !== 'again') return next;
    }
    return NEXT;
  };
}

/** The loop's variable where it is still bound to an element of the array it goes over, from a loop by reference. */
function aliasInto(f: Frame, node: Expression, over: Value): ElementRef | null {
  if (node.kind !== 'variable' || typeof node.name !== 'string') return null;
  const ref = f.vars.get(node.name);
  return ref instanceof ElementRef && ref.base.peek(f.m) === over ? ref : null;
}

function notIterable(f: Frame, over: Value): Completion {
  f.m.warn(`foreach() argument must be of type array|object, ${typeName(over)} given`);
  return NEXT;
}

/** A loop over what isn't known: either no round, or one with an Unknown element. */
function unknownRows(
  f: Frame,
  over: Unknown,
  line: number,
  round: (f: Frame, key: Value, value: Value) => Completion | 'again',
): Completion {
  f.m.unknown(`how often this loop runs is not known: ${over.reason}`);
  if (!f.m.decide(f.m.derive(over, 'has rows'), f.m.at.range)) return NEXT;
  const item = over.item?.() ?? f.m.derive(over, `row in ${line}`);
  const next = round(f, f.m.derive(over, `key in ${line}`), item);
  return next === 'again' ? NEXT : next;
}

function hasRefs(node: Expression): boolean {
  return (
    (node.kind === 'list' || node.kind === 'array') &&
    (node as ListNode).items.some((item) => item?.kind === 'entry' && (item.byRef || hasRefs(item.value)))
  );
}

/** foreach by reference: each element is bound in turn, also those that are added on the way. */
function byReference(ctx: Context, node: ForeachNode, body: Exec, key: Target | null): Exec {
  const inner = within(ctx, node.source);
  const site = siteOf(inner, node.source);
  const value = node.value;
  const place = compilePlace(inner, node.source);
  const run = isPlace(node.source) ? null : compileExpression(inner, node.source);
  const bind: (f: Frame, ref: Ref) => void =
    value.kind === 'variable' ? refBinder(ctx, value) : listBinder(ctx, value as ListNode);
  return (f) => {
    f.m.at = site;
    f.m.step();
    const base = run ? temporary(run(f)) : place(f);
    const there = base.peek(f.m) ?? base.read(f.m);
    if (there !== null && isUnknown(there)) {
      return unknownRows(f, there, site.line, (_f, at, item) => {
        key?.(f, at);
        bind(f, temporary(item));
        return afterBody(f, body(f));
      });
    }
    if (isObject(there)) return overObject(f, there, bind, key, body);
    if (!isArray(there)) return notIterable(f, there);
    base.forWrite(f.m);
    for (const at of liveKeys(f, base)) {
      f.m.step();
      key?.(f, at);
      bind(f, new ElementRef(base, at));
      const next = afterBody(f, body(f));
      if (next !== 'again') return next;
    }
    return NEXT;
  };
}

/** The keys of the array in a place, also those that come to its end on the way; without those that go. */
function* liveKeys(f: Frame, base: Ref): Generator<Key> {
  let last: Key | undefined;
  for (;;) {
    const array = base.peek(f.m);
    if (array === undefined || !isArray(array)) return;
    f.m.charge(array.entries.size);
    const keys = [...array.entries.keys()];
    const rest = last === undefined ? keys : keys.slice(keys.indexOf(last) + 1);
    if (rest.length === 0 || (last !== undefined && !array.entries.has(last))) return;
    for (const key of rest) {
      const now = base.peek(f.m);
      if (now === undefined || !isArray(now)) return;
      if (now.entries.has(key)) yield key;
      last = key;
    }
  }
}

function listBinder(ctx: Context, node: ListNode): (f: Frame, ref: Ref) => void {
  const spread = spreader(ctx, node);
  return (f, ref) => spread(f, ref.read(f.m), ref);
}

function overObject(
  f: Frame,
  over: Value,
  bind: (f: Frame, ref: Ref) => void,
  key: Target | null,
  body: Exec,
): Completion {
  for (const [at, item] of eachEntry(f.m, over)) {
    f.m.step();
    bind(f, temporary(item));
    key?.(f, at);
    const next = afterBody(f, body(f));
    if (next !== 'again') return next;
  }
  return NEXT;
}
