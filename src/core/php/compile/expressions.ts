import { complement, negate } from '../arithmetic';
import { appendEntry, MutableArray, setEntry, toKey } from '../arrays';
import type { ArrayNode, CastNode, Expression, MatchNode, NameNode, TernaryNode } from '../ast';
import { castTo } from '../casts';
import { clone } from '../cloning';
import { captureClosure } from '../closures';
import { identical, strictEquals } from '../compare';
import { constantValue } from '../constants';
import { toBool } from '../convert';
import type { Frame, Run } from '../frame';
import { giveValue } from '../generators';
import { includePath } from '../include';
import { eachEntry } from '../iterate';
import { readLiteral } from '../numbers';
import { Exited, PhpThrow } from '../signals';
import { isArray, isObject, isUnknown, type Unknown, type Value } from '../values';
import { compileNew } from './callExpressions';
import { chainEnd, compileLink, isLink } from './chains';
import { type Context, resolveOther, siteOf } from './context';
import { compileClosure } from './functions';
import { magicConstant } from './magicConstants';
import { compileBinary } from './operators';
import { assign, assignRef, isPlace, step } from './places';
import { encapsed } from './strings';

/** Compiles an expression to a function of the running frame. */
export function compileExpression(ctx: Context, node: Expression): Run {
  if (isLink(node)) return chainEnd(compileLink(ctx, node));
  switch (node.kind) {
    case 'string':
    case 'nowdoc':
    case 'boolean': {
      const value = node.value;
      return () => value;
    }
    case 'number': {
      const value = readLiteral(node.value);
      return () => value;
    }
    case 'nullkeyword':
      return () => null;
    case 'identifier': {
      const name = node.name;
      return () => name;
    }
    case 'name':
      return constant(ctx, node);
    case 'magic': {
      const value = magicConstant(ctx, node.value, node.loc?.start.line ?? 1);
      return typeof value === 'function' ? value : () => value;
    }
    case 'literal':
      return compileExpression(ctx, node.value);
    case 'encapsed':
      return encapsed(ctx, node);
    case 'encapsedpart':
      return compileExpression(ctx, node.expression);
    case 'array':
      return arrayLiteral(ctx, node);
    case 'variable':
      return variable(ctx, node.name);
    case 'bin':
      return compileBinary(ctx, node);
    case 'unary':
      return unary(ctx, node.type, node.what);
    case 'cast':
      return cast(ctx, node);
    case 'assign':
      return assign(ctx, node);
    case 'assignref':
      return assignRef(ctx, node);
    case 'pre':
    case 'post':
      return step(ctx, node);
    case 'retif':
      return ternary(ctx, node);
    case 'match':
      return matchExpression(ctx, node);
    case 'closure':
    case 'arrowfunc': {
      const code = compileClosure(ctx, node);
      return (f) => captureClosure(f, code);
    }
    case 'isset':
      return isset(ctx, node.variables);
    case 'empty': {
      const peek = compilePeek(ctx, node.expression);
      return (f) => negation(f, peek(f) ?? null);
    }
    case 'silent': {
      const run = compileExpression(ctx, node.expr);
      return (f) => {
        f.m.silent += 1;
        try {
          return run(f);
        } finally {
          f.m.silent -= 1;
        }
      };
    }
    case 'clone': {
      const run = compileExpression(ctx, node.what);
      return (f) => clone(f.m, run(f));
    }
    case 'print': {
      const run = compileExpression(ctx, node.expression);
      return (f) => {
        printValue(f, run(f));
        return 1;
      };
    }
    case 'exit': {
      const run = node.expression && compileExpression(ctx, node.expression);
      const site = siteOf(ctx, node);
      return (f) => {
        const value = run?.(f);
        if (typeof value === 'string') f.m.print(value);
        throw new Exited(site.range);
      };
    }
    case 'throw':
      return throwing(compileExpression(ctx, node.what));
    case 'include':
      return include(ctx, node);
    case 'eval':
      return (f) => f.m.unknown('eval');
    case 'yield':
      return yieldValue(ctx, node);
    case 'yieldfrom':
      return yieldFrom(ctx, node.value);
    case 'list':
    case 'variadic':
    case 'selfreference':
    case 'parentreference':
    case 'staticreference':
      return (f) => f.m.unknown('code that is not understood');
    case 'new':
      return compileNew(ctx, node);
    default:
      return unreadable(node);
  }
}

function unreadable(node: never): Run {
  const kind = String((node as { kind?: unknown })?.kind);
  return (f) => f.m.unknown(`code that is not understood (${kind})`);
}

/** An expression for isset and `??`: undefined instead of a warning where there is nothing. */
export function compilePeek(ctx: Context, node: Expression): (f: Frame) => Value | undefined {
  if (node.kind === 'variable' && typeof node.name === 'string' && node.name !== 'this') {
    const name = node.name;
    return (f) => f.vars.get(name)?.peek(f.m);
  }
  if (node.kind === 'variable' && node.name === 'this') return (f) => f.self ?? undefined;
  if (node.kind === 'silent') return compilePeek(ctx, node.expr);
  if (isLink(node)) return chainEnd(compileLink(ctx, node, true), undefined);
  return compileExpression(ctx, node);
}

function constant(ctx: Context, node: NameNode): Run {
  const { name, first } = resolveOther(ctx, node, ctx.constants, false);
  const site = siteOf(ctx, node);
  return (f) => {
    f.m.at = site;
    return constantValue(f.m, name, first);
  };
}

function variable(ctx: Context, name: string | Expression): Run {
  if (name === 'this')
    return (f) => f.self ?? f.m.throwError('Error', 'Using $this when not in object context');
  if (typeof name === 'string') {
    return (f) => {
      const value = f.vars.get(name)?.peek(f.m);
      return value === undefined ? f.m.warn(`Undefined variable $${name}`) : value;
    };
  }
  const run = compileExpression(ctx, name);
  return (f) => {
    const given = run(f);
    const text = f.m.toText(given);
    if (typeof text !== 'string') return f.m.derive(text, 'variable of that name');
    if (text === 'this' && f.self) return f.self;
    return f.ref(text).read(f.m);
  };
}

function arrayLiteral(ctx: Context, node: ArrayNode): Run {
  const items = node.items.map((item) => {
    if (item.kind !== 'entry')
      return item.kind === 'variadic'
        ? { key: null, value: compileExpression(ctx, item.what), unpack: true, byRef: false }
        : { key: null, value: compileExpression(ctx, item), unpack: false, byRef: false };
    return {
      key: item.key ? compileExpression(ctx, item.key) : null,
      value: compileExpression(ctx, item.value),
      unpack: item.unpack,
      byRef: item.byRef && isPlace(item.value),
    };
  });
  const size = items.length * 2;
  return (f) => {
    const m = f.m;
    m.charge(size);
    const array = new MutableArray();
    for (const item of items) {
      if (item.unpack) {
        if (!unpack(f, array, item.value(f))) return m.unknown('an array is unpacked that is not known');
        continue;
      }
      if (item.byRef) {
        appendOrSet(f, array, item.key?.(f), m.unknown('a reference kept in an array is not followed'));
        continue;
      }
      const key = item.key?.(f);
      appendOrSet(f, array, key, item.value(f));
      if (key !== undefined && key !== null && isUnknown(key)) return m.derive(key, `a key ${m.steps}`);
    }
    return array;
  };
}

function appendOrSet(f: Frame, array: MutableArray, key: Value | undefined, value: Value): void {
  if (key === undefined) {
    appendEntry(array, value);
    return;
  }
  const at = toKey(key);
  if (at !== undefined) setEntry(array, at, value);
  else if (!isUnknown(key)) f.m.throwError('TypeError', 'Illegal offset type');
}

function unpack(f: Frame, array: MutableArray, source: Value): boolean {
  if (isUnknown(source as Value)) return false;
  if (!isArray(source) && !isObject(source)) {
    f.m.throwError('Error', 'Only arrays and Traversables can be unpacked');
  }
  for (const [key, value] of eachEntry(f.m, source)) {
    f.m.charge(2);
    if (typeof key === 'string') setEntry(array, key, value);
    else appendEntry(array, value);
  }
  return true;
}

/** `!value`, which for an Unknown is the Unknown that is true where it is false. */
export function negation(f: Frame, value: Value): boolean | Unknown {
  const answer = toBool(value);
  return typeof answer === 'boolean' ? !answer : f.m.opposite(answer);
}

function unary(ctx: Context, type: '!' | '-' | '+' | '~', what: Expression): Run {
  const run = compileExpression(ctx, what);
  switch (type) {
    case '!':
      return (f) => negation(f, run(f));
    case '-':
      return (f) => negate(f.m, run(f));
    case '+':
      return (f) => negate(f.m, negate(f.m, run(f)));
    case '~':
      return (f) => complement(f.m, run(f));
  }
}

function cast(ctx: Context, node: CastNode): Run {
  const run = compileExpression(ctx, node.expr);
  const type = node.type;
  return (f) => castTo(f.m, type, run(f));
}

function ternary(ctx: Context, node: TernaryNode): Run {
  const test = compileExpression(ctx, node.test);
  const no = compileExpression(ctx, node.falseExpr);
  const site = siteOf(ctx, node.test);
  if (!node.trueExpr) {
    return (f) => {
      const value = test(f);
      f.m.at = site;
      return f.m.truth(value) ? value : no(f);
    };
  }
  const yes = compileExpression(ctx, node.trueExpr);
  return (f) => {
    const value = test(f);
    if (typeof value !== 'boolean') f.m.at = site;
    return f.m.truth(value) ? yes(f) : no(f);
  };
}

function matchExpression(ctx: Context, node: MatchNode): Run {
  const subject = compileExpression(ctx, node.cond);
  const site = siteOf(ctx, node.cond);
  const arms = node.arms.map((arm) => ({
    conds: arm.conds?.map((cond) => compileExpression(ctx, cond)) ?? null,
    body: compileExpression(ctx, arm.body),
  }));
  const fallback = arms.find((arm) => arm.conds === null);
  return (f) => {
    const value = subject(f);
    for (const arm of arms) {
      for (const cond of arm.conds ?? []) {
        const other = cond(f);
        const same = identical(value, other) ?? strictEquals(f.m, value, other);
        if (typeof same !== 'boolean') f.m.at = site;
        if (f.m.truth(same)) return arm.body(f);
      }
    }
    if (fallback) return fallback.body(f);
    f.m.at = site;
    if (isUnknown(value)) return f.m.throwError('UnhandledMatchError', value);
    return f.m.throwError('UnhandledMatchError', `Unhandled match case ${describe(f, value)}`);
  };
}

function describe(f: Frame, value: Value): string {
  if (typeof value === 'string') return `'${value.replaceAll("'", "\\'")}'`;
  if (value === null) return 'NULL';
  if (typeof value === 'boolean') return String(value);
  if (isObject(value)) return `of type ${value.class.name}`;
  if (isArray(value)) return 'of type array';
  return String(f.m.toText(value));
}

function isset(ctx: Context, nodes: readonly Expression[]): Run {
  const peeks = nodes.map((node) => compilePeek(ctx, node));
  return (f) => {
    for (const peek of peeks) {
      const value = peek(f);
      if (value === undefined || value === null) return false;
      if (isUnknown(value)) {
        const there = f.m.derive(value, 'isset');
        if (peeks.length === 1) return there;
        if (!f.m.truth(there)) return false;
      }
    }
    return true;
  };
}

function throwing(run: Run): Run {
  return (f) => {
    const value = run(f);
    if (isObject(value) && f.m.isThrowable(value)) throw new PhpThrow(value);
    if (isUnknown(value)) return f.m.throwUnknown(value);
    return f.m.throwError('Error', 'Can only throw objects');
  };
}

export { throwing };

function include(
  ctx: Context,
  node: { readonly target: Expression; readonly once: boolean; readonly require: boolean },
): Run {
  const target = compileExpression(ctx, node.target);
  return (f) => includePath(f, target(f), node.once, node.require);
}

function yieldValue(
  ctx: Context,
  node: { readonly key: Expression | null; readonly value: Expression | null },
): Run {
  const key = node.key && compileExpression(ctx, node.key);
  const value = node.value && compileExpression(ctx, node.value);
  return (f) => {
    if (f.generator) giveValue(f.m, f.generator, key?.(f), value?.(f) ?? null);
    return null;
  };
}

function yieldFrom(ctx: Context, node: Expression): Run {
  const source = compileExpression(ctx, node);
  return (f) => {
    const value = source(f);
    if (isUnknown(value)) return value;
    for (const [key, item] of eachEntry(f.m, value)) if (f.generator) giveValue(f.m, f.generator, key, item);
    return isObject(value) ? f.m.generatorReturn(value) : null;
  };
}

export function printValue(f: Frame, value: Value): void {
  const text = f.m.toText(value);
  f.m.print(typeof text === 'string' ? text : '…');
}
