import { OPERATORS } from '../arithmetic';
import type { BinNode, Expression } from '../ast';
import { callableTarget, invoke } from '../calls';
import { toBool } from '../convert';
import type { Frame, Run } from '../frame';
import { isSubclass, missingAncestor, type RuntimeClass } from '../runtimeClass';
import { isObject, isUnknown, type Value } from '../values';
import { type Context, isRelative, resolveClass, siteOf } from './context';
import { compileExpression, compilePeek } from './expressions';
import { classReference, isClass } from './staticMembers';

/** How tightly PHP 8's operators bind, where the parser's own idea differs: `.` below `+`, `-` and the shifts. */
const STRENGTH: Readonly<Record<string, number>> = { '.': 1, '<<': 2, '>>': 2, '+': 3, '-': 3 };

function isMisread(node: Expression): node is BinNode {
  return node.kind === 'bin' && node.type in STRENGTH && !node.parenthesizedExpression;
}

/** Puts a run of `.`, `+`, `-`, `<<` and `>>` together again as PHP 8 reads it. */
function regroup(node: BinNode): BinNode {
  const operands: Expression[] = [];
  const operators: { type: string; node: BinNode }[] = [];
  const flatten = (at: Expression, top: boolean): void => {
    if ((top || isMisread(at)) && at.kind === 'bin') {
      flatten(at.left, false);
      operators.push({ type: at.type, node: at });
      flatten(at.right, false);
    } else operands.push(at);
  };
  flatten(node, true);
  if (new Set(operators.map((one) => STRENGTH[one.type])).size < 2) return node;
  const build = (from: number, to: number): Expression => {
    if (from === to) return operands[from]!;
    let at = from;
    for (let i = from; i < to; i++)
      if (STRENGTH[operators[i]!.type]! <= STRENGTH[operators[at]!.type]!) at = i;
    const loc = spanning(operands[from]!, operands[to]!) ?? node.loc;
    const left = build(from, at);
    const right = build(at + 1, to);
    return { kind: 'bin', type: operators[at]!.type, left, right, loc, parenthesizedExpression: true };
  };
  return build(0, operands.length - 1) as BinNode;
}

function spanning(first: Expression, last: Expression): BinNode['loc'] {
  return first.loc && last.loc ? { start: first.loc.start, end: last.loc.end } : undefined;
}

export function compileBinary(ctx: Context, node: BinNode): Run {
  return compileStrict(ctx, node.type in STRENGTH ? regroup(node) : node);
}

function compileStrict(ctx: Context, node: BinNode): Run {
  const site = siteOf(ctx, node);
  switch (node.type) {
    case '&&':
    case 'and':
      return logical(ctx, node, false);
    case '||':
    case 'or':
      return logical(ctx, node, true);
    case 'xor':
      return exclusive(ctx, node);
    case '??':
      return coalesce(ctx, node);
    case 'instanceof':
      return instanceOf(ctx, node);
    case '|>': {
      const left = compileExpression(ctx, node.left);
      const right = compileExpression(ctx, node.right);
      return (f) => {
        const value = left(f);
        const target = callableTarget(f.m, right(f));
        f.m.at = site;
        return target ? invoke(f.m, target, [value]) : f.m.throwError('Error', 'Value not callable');
      };
    }
  }
  const operate = OPERATORS[node.type];
  if (!operate) return (f) => f.m.unknown(`operator ${node.type} is not understood`);
  const left = compileExpression(ctx, node.left);
  const right = compileExpression(ctx, node.right);
  return (f) => {
    const a = left(f);
    const b = right(f);
    if (typeof a === 'object' || typeof b === 'object' || typeof a !== typeof b) f.m.at = site;
    return operate(f.m, a, b);
  };
}

/** `&&` and `||`: an Unknown on one side matters only where the other side doesn't decide. */
function logical(ctx: Context, node: BinNode, deciding: boolean): Run {
  const left = compileExpression(ctx, node.left);
  const right = compileExpression(ctx, node.right);
  const leftSite = siteOf(ctx, node.left);
  const rightPure = isPure(node.right);
  return (f) => {
    const a = toBool(left(f));
    if (a === deciding) return deciding;
    if (typeof a === 'boolean') return toBool(right(f));
    if (rightPure) {
      const b = toBool(right(f));
      if (b === deciding) return deciding;
      if (typeof b === 'boolean') return a;
    }
    f.m.at = leftSite;
    if (f.m.truth(a) === deciding) return deciding;
    return toBool(right(f));
  };
}

/** Can the expression be evaluated without being seen, whatever the other side says? */
function isPure(node: Expression): boolean {
  switch (node.kind) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'nullkeyword':
      return true;
    case 'unary':
      return isPure(node.what);
    default:
      return false;
  }
}

function exclusive(ctx: Context, node: BinNode): Run {
  const left = compileExpression(ctx, node.left);
  const right = compileExpression(ctx, node.right);
  const site = siteOf(ctx, node);
  return (f) => {
    const a = left(f);
    const b = right(f);
    f.m.at = site;
    return f.m.truth(a) !== f.m.truth(b);
  };
}

function coalesce(ctx: Context, node: BinNode): Run {
  const left = compilePeek(ctx, node.left);
  const right = compileExpression(ctx, node.right);
  const site = siteOf(ctx, node.left);
  return (f) => {
    const value = left(f);
    if (value === undefined || value === null) return right(f);
    if (!isUnknown(value)) return value;
    f.m.at = site;
    return value.notNull || f.m.truth(f.m.derive(value, 'isset')) ? value : right(f);
  };
}

function instanceOf(ctx: Context, node: BinNode): Run {
  const left = compileExpression(ctx, node.left);
  const right = node.right;
  const site = siteOf(ctx, node);
  if (right.kind === 'name') {
    const name = resolveClass(ctx, right);
    return (f) => {
      const value = left(f);
      f.m.at = site;
      return instanceTest(f, value, name);
    };
  }
  if (isRelative(right)) {
    const reference = classReference(ctx, right);
    return (f) => {
      const value = left(f);
      const cls = reference.find(f);
      return isClass(cls) ? instanceTest(f, value, cls.name) : cls;
    };
  }
  const run = compileExpression(ctx, right);
  return (f) => {
    const value = left(f);
    const other = run(f);
    if (isObject(other)) return instanceTest(f, value, other.class.name);
    const text = f.m.toText(other);
    return typeof text === 'string' ? instanceTest(f, value, text) : text;
  };
}

/** Is the value an object of the class? An Unknown where it is one, or where its ancestry isn't known. */
export function instanceTest(f: Frame, value: Value, name: string): Value {
  const m = f.m;
  const canonical = m.canonicalClassName(name).toLowerCase();
  if (value !== null && isUnknown(value)) return m.derive(value, `instanceof ${canonical}`);
  if (!isObject(value)) return false;
  const cls = value.class as RuntimeClass;
  if (isSubclass(cls, canonical)) return true;
  const missing = missingAncestor(cls);
  return missing === null ? false : m.unknown(`class ${missing} is not known: whether it is a ${name}`);
}
