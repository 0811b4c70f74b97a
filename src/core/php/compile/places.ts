import { concat, increment, OPERATORS } from '../arithmetic';
import type { AssignNode, AssignRefNode, Expression, ListNode, StepNode } from '../ast';
import { readElement } from '../elements';
import type { Frame, Place, Run } from '../frame';
import { ElementRef, PropertyRef, type Ref, temporary, VarRef } from '../refs';
import { isArray, isObject, isUnknown, type Value } from '../values';
import { memberName } from './chains';
import { type Context, siteOf } from './context';
import { compileExpression, compilePeek } from './expressions';
import { staticPlace } from './staticMembers';

/** Is the expression one that can be written to or referred to? */
export function isPlace(node: Expression): boolean {
  switch (node.kind) {
    case 'variable':
    case 'offsetlookup':
    case 'propertylookup':
      return true;
    case 'staticlookup':
      return node.offset.kind === 'variable';
    default:
      return false;
  }
}

/** Compiles an expression to the place it names; what is no place gives one that nobody sees. */
export function compilePlace(ctx: Context, node: Expression): Place {
  switch (node.kind) {
    case 'variable': {
      const name = node.name;
      if (name === 'this') return (f) => temporary(f.self);
      if (typeof name === 'string') return (f) => f.ref(name);
      const run = compileExpression(ctx, name);
      return (f) => {
        const text = f.m.toText(run(f));
        return typeof text === 'string' ? f.ref(text) : temporary(text);
      };
    }
    case 'offsetlookup': {
      const base = compilePlace(ctx, node.what);
      const key = node.offset && compileExpression(ctx, node.offset);
      if (!key) return (f) => new ElementRef(base(f), null, true);
      return (f) => {
        const at = base(f);
        return new ElementRef(at, key(f));
      };
    }
    case 'propertylookup':
    case 'nullsafepropertylookup': {
      const base = isPlace(node.what)
        ? objectPlace(compilePlace(ctx, node.what))
        : compileExpression(ctx, node.what);
      const name = memberName(ctx, node.offset);
      return (f) => {
        const object = base(f);
        const text = typeof name === 'string' ? name : f.m.toText(name(f));
        return typeof text === 'string' ? new PropertyRef(object, text) : temporary(text);
      };
    }
    case 'staticlookup': {
      const place = staticPlace(ctx, node);
      const site = siteOf(ctx, node);
      return (f) => {
        f.m.at = site;
        const ref = place(f);
        return 'kind' in ref ? temporary(ref) : ref;
      };
    }
    default: {
      const run = compileExpression(ctx, node);
      return (f) => temporary(run(f));
    }
  }
}

function objectPlace(place: Place): Run {
  return (f) => {
    const ref = place(f);
    const value = ref.peek(f.m);
    return value === undefined ? ref.read(f.m) : value;
  };
}

const COMPOUND = /^(.+)=$/;

export function assign(ctx: Context, node: AssignNode): Run {
  const { left, operator } = node;
  if (operator === '=') {
    if (left.kind === 'list' || left.kind === 'array')
      return destructuring(ctx, left as ListNode, node.right);
    return plainAssign(ctx, left, node.right);
  }
  const place = compilePlace(ctx, left);
  const value = compileExpression(ctx, node.right);
  const site = siteOf(ctx, node);
  if (operator === '??=') {
    const peek = compilePeek(ctx, left);
    return (f) => {
      const there = peek(f);
      if (there !== undefined && there !== null && !isUnknown(there)) return there;
      if (there !== undefined && there !== null) {
        f.m.at = site;
        if (f.m.truth(f.m.derive(there, 'isset'))) return there;
      }
      const given = value(f);
      place(f).write(f.m, given);
      return given;
    };
  }
  const op = COMPOUND.exec(operator)?.[1] ?? '';
  const compute = op === '.' ? concat : OPERATORS[op]!;
  return (f) => {
    const ref = place(f);
    f.m.at = site;
    const before = ref.read(f.m);
    const right = value(f);
    f.m.at = site;
    const result = compute(f.m, before, right);
    ref.write(f.m, result);
    return result;
  };
}

function plainAssign(ctx: Context, left: Expression, right: Expression): Run {
  const value = compileExpression(ctx, right);
  if (left.kind === 'variable' && typeof left.name === 'string') {
    const name = left.name;
    if (name === 'this') return (f) => f.m.throwError('Error', 'Cannot re-assign $this');
    return (f) => {
      const given = value(f);
      const ref = f.vars.get(name);
      if (ref) ref.write(f.m, given);
      else f.ref(name).write(f.m, given);
      return given;
    };
  }
  const place = compilePlace(ctx, left);
  const site = siteOf(ctx, left);
  return (f) => {
    const ref = place(f);
    const given = value(f);
    f.m.at = site;
    ref.write(f.m, given);
    return given;
  };
}

export function assignRef(ctx: Context, node: AssignRefNode): Run {
  const { left, right } = node;
  if (right.kind === 'call') return assignResult(ctx, left, right);
  if (!isPlace(right)) return plainAssign(ctx, left, right);
  const source = compilePlace(ctx, right);
  const target = refBinder(ctx, left);
  return (f) => {
    const ref = source(f);
    settle(f, ref);
    target(f, ref);
    return ref.peek(f.m) ?? null;
  };
}

/** `$a = &f()`: what a function gives by reference isn't followed; an object is its own reference. */
function assignResult(ctx: Context, left: Expression, right: Expression): Run {
  const value = compileExpression(ctx, right);
  const place = compilePlace(ctx, left);
  return (f) => {
    const given = value(f);
    const kept = isObject(given) ? given : f.m.unknown('a reference given by a function is not followed');
    place(f).write(f.m, kept);
    return kept;
  };
}

/** A place that is referred to exists from then on. */
function settle(f: Frame, ref: Ref): void {
  if (ref.peek(f.m) === undefined) ref.write(f.m, null);
}

/** Binds a name to another place. Only variables can; an element or property bound to a place isn't followed. */
export function refBinder(ctx: Context, left: Expression): (f: Frame, ref: Ref) => void {
  if (left.kind === 'variable' && typeof left.name === 'string') {
    const name = left.name;
    return (f, ref) => {
      f.vars.set(name, ref);
    };
  }
  const place = compilePlace(ctx, left);
  if (left.kind === 'staticlookup')
    return (f, ref) => {
      place(f).write(f.m, ref.peek(f.m) ?? null);
    };
  return (f, ref) => {
    if (left.kind === 'propertylookup' && ref instanceof VarRef && isObject(ref.value ?? null)) {
      place(f).write(f.m, ref.value ?? null);
      return;
    }
    place(f).write(f.m, f.m.unknown('a reference kept in an array or object is not followed'));
  };
}

export function step(ctx: Context, node: StepNode): Run {
  const place = compilePlace(ctx, node.what);
  const by = node.type === '+' ? 1 : -1;
  const isPre = node.kind === 'pre';
  const site = siteOf(ctx, node);
  return (f) => {
    const ref = place(f);
    f.m.at = site;
    const before = ref.read(f.m);
    const after = increment(f.m, before, by);
    ref.write(f.m, after);
    return isPre ? after : before;
  };
}

/** Writes the parts of a value to the places of a list: `[$a, 'k' => [$b]] = …`, foreach targets. */
export type Spreader = (f: Frame, value: Value, source: Ref | null) => void;

interface Part {
  readonly key: Run | number;
  readonly nested: Spreader | null;
  readonly place: Place | null;
  readonly bind: ((f: Frame, ref: Ref) => void) | null;
}

export function spreader(ctx: Context, node: ListNode): Spreader {
  const parts: Part[] = [];
  node.items.forEach((item, index) => {
    if (!item || item.kind === 'noop') return;
    const entry = item.kind === 'entry' ? item : { key: null, value: item as Expression, byRef: false };
    const target = entry.value;
    const nested = target.kind === 'list' || target.kind === 'array';
    parts.push({
      key: entry.key ? compileExpression(ctx, entry.key) : index,
      nested: nested ? spreader(ctx, target as ListNode) : null,
      place: nested ? null : compilePlace(ctx, target),
      bind: entry.byRef && !nested ? refBinder(ctx, target) : null,
    });
  });
  return (f, value, source) => {
    for (const part of parts) {
      const key = typeof part.key === 'number' ? part.key : part.key(f);
      if (part.bind && source) {
        const ref = new ElementRef(source, key);
        settle(f, ref);
        part.bind(f, ref);
        continue;
      }
      const item = partOf(f, value, key);
      if (part.nested) part.nested(f, item, source ? new ElementRef(source, key) : null);
      else part.place!(f).write(f.m, item);
    }
  };
}

function partOf(f: Frame, value: Value, key: Value): Value {
  if (value !== null && typeof value === 'object' && value.kind !== 'float')
    return readElement(f.m, value, key);
  return null;
}

function destructuring(ctx: Context, left: ListNode, right: Expression): Run {
  const value = compileExpression(ctx, right);
  const spread = spreader(ctx, left);
  const place = isPlace(right) ? compilePlace(ctx, right) : null;
  const byRef = place !== null && left.items.some((item) => item?.kind === 'entry' && item.byRef);
  const site = siteOf(ctx, left);
  return (f) => {
    const source = byRef ? place!(f) : null;
    const given = value(f);
    f.m.at = site;
    const held = isArray(given) ? [...given.entries] : null;
    spread(f, held ? { kind: 'array', entries: new Map(held), nextIndex: 0 } : given, source);
    return given;
  };
}
