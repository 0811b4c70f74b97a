import type {
  CallNode,
  Expression,
  LookupNode,
  NewNode,
  OffsetNode,
  StaticLookupNode,
  VariableNode,
} from '../ast';
import { peekElement, readElement } from '../elements';
import type { Frame } from '../frame';
import { getProperty, peekProperty } from '../properties';
import type { Value } from '../values';
import { compileCall } from './callExpressions';
import { type Context, siteOf } from './context';
import { compileExpression, compilePeek } from './expressions';
import { staticMember } from './staticMembers';

/** What a chain gives after `?->` on null: nothing further of it is evaluated. */
export const SHORT: unique symbol = Symbol('short');

/** One link of a chain like `$a?->b()['c']`; undefined (only where peeking) when there is nothing. */
export type Link = (f: Frame) => Value | typeof SHORT | undefined;

type LinkNode = LookupNode | StaticLookupNode | OffsetNode | CallNode;

export function isLink(node: Expression | NewNode | VariableNode): node is LinkNode {
  return (
    node.kind === 'propertylookup' ||
    node.kind === 'nullsafepropertylookup' ||
    node.kind === 'offsetlookup' ||
    node.kind === 'staticlookup' ||
    node.kind === 'call'
  );
}

/** The whole chain's value: null after a short circuit. */
export function chainEnd(link: Link): (f: Frame) => Value;
export function chainEnd(link: Link, nothing: undefined): (f: Frame) => Value | undefined;
export function chainEnd(link: Link): (f: Frame) => Value {
  return (f) => {
    const value = link(f);
    return value === SHORT ? null : (value as Value);
  };
}

/** Compiles what a link hangs on. A parenthesised chain is a chain of its own: its short circuit ends there. */
export function compileBase(ctx: Context, node: Expression, peek: boolean): Link {
  if (isLink(node) && !node.parenthesizedExpression) return compileLink(ctx, node, peek);
  return peek ? compilePeek(ctx, node) : compileExpression(ctx, node);
}

export function compileLink(ctx: Context, node: LinkNode, peek = false): Link {
  switch (node.kind) {
    case 'call':
      return compileCall(ctx, node);
    case 'staticlookup':
      return staticMember(ctx, node, peek);
    case 'offsetlookup':
      return offset(ctx, node, peek);
    case 'propertylookup':
    case 'nullsafepropertylookup':
      return property(ctx, node, peek);
  }
}

function offset(ctx: Context, node: OffsetNode, peek: boolean): Link {
  const base = compileBase(ctx, node.what, peek);
  const key = node.offset && compileExpression(ctx, node.offset);
  const site = siteOf(ctx, node);
  return (f) => {
    const container = base(f);
    if (container === SHORT || container === undefined) return container;
    if (!key) return f.m.throwError('Error', 'Cannot use [] for reading');
    const at = key(f);
    if (peek) return peekElement(f.m, container, at);
    f.m.at = site;
    return readElement(f.m, container, at);
  };
}

/** The name of a property or method, where it is written or computed. */
export function memberName(ctx: Context, node: Expression): string | ((f: Frame) => Value) {
  if (node.kind === 'identifier') return node.name;
  if (node.kind === 'name') return node.name;
  return compileExpression(ctx, node);
}

function property(ctx: Context, node: LookupNode, peek: boolean): Link {
  const base = compileBase(ctx, node.what, peek);
  const name = memberName(ctx, node.offset);
  const nullsafe = node.kind === 'nullsafepropertylookup';
  const site = siteOf(ctx, node);
  return (f) => {
    const object = base(f);
    if (object === SHORT || object === undefined) return object;
    if (nullsafe && shorts(f, object)) return SHORT;
    const given = typeof name === 'string' ? name : f.m.toText(name(f));
    if (typeof given !== 'string') return given;
    if (peek) return peekProperty(f.m, object, given);
    f.m.at = site;
    return getProperty(f.m, object, given);
  };
}

/** Does `?->` stop here? An Unknown may be null, but what hangs on it is Unknown all the same. */
export function shorts(_f: Frame, object: Value): boolean {
  return object === null;
}
