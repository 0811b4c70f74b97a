import type { ArrowNode, ClosureNode, Expression, Node, TryNode } from '../ast';

const FUNCTIONS: ReadonlySet<string> = new Set(['function', 'closure', 'arrowfunc', 'method', 'class']);

/** Is it so for any of the nodes directly below a node? */
function someChild(node: object, test: (child: Node) => boolean): boolean {
  for (const name in node) {
    if (name === 'loc') continue;
    const value: unknown = (node as Record<string, unknown>)[name];
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      for (const one of value) if (typeof one === 'object' && one !== null && test(one as Node)) return true;
    } else if (test(value as Node)) return true;
  }
  return false;
}

/** Does the body give values with `yield`, not counting functions inside it? */
export function yields(node: Node): boolean {
  return someChild(node, (child) => {
    if (child.kind === 'yield' || child.kind === 'yieldfrom') return true;
    return !FUNCTIONS.has(child.kind) && yields(child);
  });
}

/** The names of all variables in an expression, functions inside it included. */
export function usedVariables(node: Node, found: Set<string> = new Set()): Set<string> {
  if (node.kind === 'variable' && typeof node.name === 'string') found.add(node.name);
  someChild(node, (child) => {
    usedVariables(child, found);
    return false;
  });
  return found;
}

/** Calls of methods on these are calls on what the closure was given. */
function isOwn(node: Expression, own: ReadonlySet<string>): boolean {
  switch (node.kind) {
    case 'variable':
      return typeof node.name === 'string' && own.has(node.name);
    case 'propertylookup':
    case 'nullsafepropertylookup':
    case 'offsetlookup':
      return isOwn(node.what, own);
    case 'call':
      return isOwn(node.what, own);
    default:
      return false;
  }
}

/**
 * Does a closure do anything that can be seen outside it, other than by what it returns? Calls of functions are
 * taken for harmless (helpers, PHP's own); static calls, `new`, calls on `$this` and on captured objects are not.
 */
export function reachesOut(node: ClosureNode | ArrowNode): boolean {
  if (node.kind === 'closure' && node.uses.some((use) => use.byref)) return true;
  const own = new Set(node.arguments.map((one) => one.name.name.replace(/^\$/, '')));
  if (node.kind === 'closure') {
    const captured = new Set(node.uses.map((use) => String(use.name)));
    for (const name of usedVariables(node.body)) if (!captured.has(name) && name !== 'this') own.add(name);
  }
  return reaches(node.body, own);
}

const OUTWARD: ReadonlySet<string> = new Set(['new', 'include', 'eval', 'exit', 'throw', 'global', 'echo']);

function reaches(node: Node, own: ReadonlySet<string>): boolean {
  if (OUTWARD.has(node.kind)) return true;
  if (node.kind === 'call') {
    const what = node.what;
    if (what.kind === 'staticlookup') return true;
    if (what.kind !== 'name' && !isOwn(what, own)) return true;
  }
  if ((node.kind === 'assign' || node.kind === 'pre' || node.kind === 'post') && writesOut(node, own))
    return true;
  return someChild(node, (child) => reaches(child, own));
}

function writesOut(
  node: { readonly left?: Expression; readonly what?: Expression },
  own: ReadonlySet<string>,
): boolean {
  const target = node.left ?? node.what;
  if (!target) return false;
  if (target.kind === 'staticlookup') return true;
  return target.kind === 'propertylookup' && !isOwn(target, own);
}

const LEAVING: ReadonlySet<string> = new Set(['return', 'break', 'continue', 'goto', 'exit']);

/** Does an exception that is thrown in the `try` surely leave it, for all that its catches and its `finally` do? */
export function letsThrough({ catches, always }: TryNode): boolean {
  return catches.every(rethrows) && !(always && hasBelow(always, ({ kind }) => LEAVING.has(kind)));
}

/** `throw $e` at the end of the catch, and no other way out. */
function rethrows({ variable, body }: TryNode['catches'][number]): boolean {
  const last = body.children.at(-1);
  const end = last?.kind === 'expressionstatement' ? last.expression : last;
  const isIt = (node: Node) => node.kind === 'variable' && node.name === variable?.name;
  const isOtherEnd = (node: Node) => LEAVING.has(node.kind) || (node.kind === 'assign' && isIt(node.left));
  return variable !== null && end?.kind === 'throw' && isIt(end.what) && !hasBelow(body, isOtherEnd);
}

/** Is there such a node below this one, outside functions of its own? */
function hasBelow(node: Node, test: (child: Node) => boolean): boolean {
  return someChild(node, (child) => test(child) || (!FUNCTIONS.has(child.kind) && hasBelow(child, test)));
}
