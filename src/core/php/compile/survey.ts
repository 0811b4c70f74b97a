import type { ArrowNode, ClosureNode, Expression, Node } from '../ast';

const FUNCTIONS: ReadonlySet<string> = new Set(['function', 'closure', 'arrowfunc', 'method', 'class']);

/** The nodes directly below a node. */
function* children(node: object): Iterable<{ readonly kind: string }> {
  for (const [name, value] of Object.entries(node)) {
    if (name === 'loc' || typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      for (const one of value) if (typeof one === 'object' && one !== null && 'kind' in one) yield one;
    } else if ('kind' in value) yield value as { readonly kind: string };
    else if ('children' in value) yield { kind: 'block', ...value };
  }
}

/** Does the body give values with `yield`, not counting functions inside it? */
export function yields(node: Node): boolean {
  for (const child of children(node)) {
    if (child.kind === 'yield' || child.kind === 'yieldfrom') return true;
    if (!FUNCTIONS.has(child.kind) && yields(child as Node)) return true;
  }
  return false;
}

/** The names of all variables in an expression, functions inside it included. */
export function usedVariables(node: Expression, found: Set<string> = new Set()): Set<string> {
  const own = node as { readonly kind: string; readonly name?: unknown };
  if (own.kind === 'variable' && typeof own.name === 'string') found.add(own.name);
  for (const child of children(node)) usedVariables(child as Expression, found);
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
    for (const name of usedVariables(node.body as unknown as Expression))
      if (!captured.has(name) && name !== 'this') own.add(name);
  }
  return reaches(node.body as Node, own);
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
  for (const child of children(node)) if (reaches(child as Node, own)) return true;
  return false;
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
