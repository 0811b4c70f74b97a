import type { ArgumentNode, CallNode, Expression, NewNode } from '../ast';
import {
  callableTarget,
  closureFor,
  constructorOf,
  functionOf,
  invoke,
  isByRef,
  methodOf,
  staticMethodOf,
  type Target,
} from '../calls';
import { handOver } from '../escapes';
import type { Frame, Run } from '../frame';
import type { Arg } from '../invoke';
import { eachEntry } from '../iterate';
import { temporary } from '../refs';
import type { RuntimeClass } from '../runtimeClass';
import { isArray, isObject, isUnknown, type Value } from '../values';
import { compileBase, isLink, type Link, memberName, SHORT, shorts } from './chains';
import { compileClass } from './classes';
import { type Context, resolveOther, siteOf } from './context';
import { compileExpression } from './expressions';
import { frameFunction } from './frameFunctions';
import { compilePlace, isPlace } from './places';
import { classReference, isClass } from './staticMembers';

interface Arguments {
  readonly args: readonly Arg[];
  readonly named: ReadonlyMap<string, Arg> | null;
}

type Evaluate = (f: Frame, target: Target) => Arguments;

const NONE: Arguments = { args: [], named: null };

/** Compiles arguments: each is a value or, where the target takes it by reference, a place. */
function compileArguments(ctx: Context, nodes: readonly ArgumentNode[]): Evaluate {
  if (nodes.length === 0) return () => NONE;
  if (nodes.every((node) => node.kind !== 'variadic' && node.kind !== 'namedargument')) {
    const plain = nodes.map((node) => argument(ctx, node as Expression));
    return (f, target) => ({ args: plain.map((one, i) => one(f, isByRef(target, i))), named: null });
  }
  const mixed = nodes.map((node) => {
    if (node.kind === 'variadic') return { spread: compileExpression(ctx, node.what) };
    if (node.kind === 'namedargument') return { name: node.name, run: argument(ctx, node.value) };
    return { run: argument(ctx, node as Expression) };
  });
  return (f, target) => {
    const args: Arg[] = [];
    const named = new Map<string, Arg>();
    for (const one of mixed) {
      if (one.spread) spread(f, one.spread(f), args, named);
      else if (one.name !== undefined) named.set(one.name, one.run!(f, isByRef(target, 0, one.name)));
      else args.push(one.run!(f, isByRef(target, args.length)));
    }
    return { args, named: named.size > 0 ? named : null };
  };
}

function spread(f: Frame, source: Value, args: Arg[], named: Map<string, Arg>): void {
  if (isUnknown(source as Value)) {
    args.push(f.m.unknown('arguments that are not known'));
    return;
  }
  if (!isArray(source) && !isObject(source))
    f.m.throwError('Error', 'Only arrays and Traversables can be unpacked');
  for (const [key, value] of eachEntry(f.m, source)) {
    f.m.charge(1);
    if (typeof key === 'string') named.set(key, value);
    else args.push(value);
  }
}

function argument(ctx: Context, node: Expression): (f: Frame, byRef: boolean) => Arg {
  const value = compileExpression(ctx, node);
  if (!isPlace(node)) return (f, byRef) => (byRef ? temporary(value(f)) : value(f));
  const place = compilePlace(ctx, node);
  return (f, byRef) => (byRef ? place(f) : value(f));
}

const isPlaceholder = (node: CallNode): boolean => node.arguments[0]?.kind === 'variadicplaceholder';

/** A call of any kind, as a link of its chain. */
export function compileCall(ctx: Context, node: CallNode): Link {
  const what = node.what;
  if (what.kind === 'name') {
    const special = frameFunction(ctx, what, node);
    if (special) return special;
  }
  const resolve = compileTarget(ctx, what);
  const site = siteOf(ctx, node);
  if (isPlaceholder(node)) {
    return (f) => {
      f.m.at = site;
      const target = resolve(f);
      return target === SHORT ? null : closureFor(f.m, target);
    };
  }
  const evaluate = compileArguments(ctx, node.arguments);
  return (f) => {
    f.m.at = site;
    const target = resolve(f);
    if (target === SHORT) return SHORT;
    const { args, named } = evaluate(f, target);
    f.m.at = site;
    return invoke(f.m, target, args, named);
  };
}

function compileTarget(ctx: Context, what: Expression): (f: Frame) => Target | typeof SHORT {
  if (what.kind === 'name') {
    const { name, first } = resolveOther(ctx, what, ctx.functions, true);
    return (f) => functionOf(f.m, name, first);
  }
  if (what.kind === 'propertylookup' || what.kind === 'nullsafepropertylookup') {
    const object = compileBase(ctx, what.what, false);
    const name = memberName(ctx, what.offset);
    const nullsafe = what.kind === 'nullsafepropertylookup';
    const site = siteOf(ctx, what);
    return (f) => {
      const self = object(f) as Value | typeof SHORT;
      if (self === SHORT) return SHORT;
      if (nullsafe && shorts(f, self)) return SHORT;
      const given = typeof name === 'string' ? name : name(f);
      f.m.at = site;
      if (isObject(given)) return callableTarget(f.m, given) ?? notCallable(f);
      const text = f.m.toText(given);
      if (typeof text !== 'string') return { kind: 'unknown', value: text };
      return methodOf(f.m, self, text);
    };
  }
  if (what.kind === 'staticlookup') {
    const reference = classReference(ctx, what.what);
    const name = memberName(ctx, what.offset);
    const site = siteOf(ctx, what);
    return (f) => {
      const cls = reference.find(f);
      if (!isClass(cls)) return { kind: 'unknown', value: cls };
      const text = typeof name === 'string' ? name : f.m.toText(name(f));
      if (typeof text !== 'string') return { kind: 'unknown', value: text };
      f.m.at = site;
      return staticMethodOf(f.m, cls, text, reference.relative);
    };
  }
  const callable = isLink(what) ? compileBase(ctx, what, false) : compileExpression(ctx, what);
  return (f) => {
    const value = callable(f) as Value | typeof SHORT;
    if (value === SHORT) return SHORT;
    return callableTarget(f.m, value) ?? notCallable(f);
  };
}

function notCallable(f: Frame): Target {
  return f.m.throwError('Error', 'Value not callable');
}

export function compileNew(ctx: Context, node: NewNode): Run {
  const site = siteOf(ctx, node);
  const evaluate = compileArguments(ctx, node.arguments ?? []);
  const find = classToMake(ctx, node);
  return (f) => {
    f.m.at = site;
    const cls = find(f);
    if (!isClass(cls)) {
      const { args, named } = evaluate(f, { kind: 'unknown', value: cls });
      f.m.at = site;
      return handOver(f.m, cls, [...args, ...(named?.values() ?? [])] as Value[]);
    }
    f.m.at = site;
    const object = f.m.newObject(cls);
    const initial = constructorOf(f.m, cls, object);
    if (initial) {
      const { args, named } = evaluate(f, initial);
      f.m.at = site;
      invoke(f.m, initial, args, named);
    }
    return object;
  };
}

function classToMake(
  ctx: Context,
  node: NewNode,
): (f: Frame) => RuntimeClass | ReturnType<Frame['m']['unknown']> {
  const what = node.what;
  if (what.kind === 'class') {
    const code = compileClass(ctx, what);
    return (f) => f.m.classes.anonymousClass(code);
  }
  return classReference(ctx, what as Expression).find;
}
