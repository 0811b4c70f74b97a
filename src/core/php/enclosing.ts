import type { ArgumentNode, CallNode, Expression, Loc, MethodNode, Statement } from './ast';
import { parseFile } from './parse';

/** A node of the syntax tree as an editor sees it: what it is, and from where to where its text goes. */
export interface PlacedNode {
  readonly kind: string;
  readonly loc: Loc;
}

const treeOf = (text: string): readonly Statement[] => parseFile('', text).children;

/** The nodes that hold a stretch of text (offsets, end-exclusive), the outermost first; empty for text that can't be read. */
export function enclosingNodes(text: string, from: number, to: number): readonly PlacedNode[] {
  const path: PlacedNode[] = [];
  let candidates: readonly unknown[] = treeOf(text);
  while (candidates.length > 0) {
    const next = candidates.find((node): node is PlacedNode => isPlaced(node) && holds(node.loc, from, to));
    if (!next) break;
    path.push(next);
    candidates = childrenOf(next);
  }
  return path;
}

/** The method of a class in the file, by its name; the first where several classes have it. */
export function methodNamed(text: string, name: string): MethodNode | null {
  const isNamed = (node: PlacedNode): node is PlacedNode & MethodNode =>
    isMethod(node) && node.name.name.toLowerCase() === name.toLowerCase();
  return nodesOf(treeOf(text)).find(isNamed) ?? null;
}

function isMethod(node: PlacedNode): node is PlacedNode & MethodNode {
  return node.kind === 'method';
}

function holds({ start, end }: Loc, from: number, to: number): boolean {
  return start.offset <= from && end.offset >= to;
}

function isPlaced(value: unknown): value is PlacedNode {
  return (
    typeof value === 'object' && value !== null && 'kind' in value && 'loc' in value && Boolean(value.loc)
  );
}

/** All nodes directly below: in properties and in lists of them; nodes without a place are looked through. */
function childrenOf(node: object): unknown[] {
  const found: unknown[] = [];
  const add = (value: unknown) => {
    if (Array.isArray(value)) for (const item of value) add(item);
    else if (isPlaced(value)) found.push(value);
    else if (typeof value === 'object' && value !== null && 'kind' in value) found.push(...childrenOf(value));
  };
  for (const [key, value] of Object.entries(node)) if (key !== 'loc') add(value);
  return found;
}

/** Nodes and everything below them. */
export function nodesOf(nodes: readonly object[]): readonly PlacedNode[] {
  const found: PlacedNode[] = [];
  const add = (node: unknown) => {
    if (!isPlaced(node)) return;
    found.push(node);
    for (const child of childrenOf(node)) add(child);
  };
  for (const node of nodes) add(node);
  return found;
}

/** A call of a named method (`->name(…)` or `::name(…)`), or null. */
export function methodCall(node: PlacedNode): { readonly name: string; readonly call: CallNode } | null {
  if (node.kind !== 'call') return null;
  const call = node as unknown as CallNode;
  const { what } = call;
  if (
    what.kind !== 'staticlookup' &&
    what.kind !== 'propertylookup' &&
    what.kind !== 'nullsafepropertylookup'
  )
    return null;
  return what.offset.kind === 'identifier' ? { name: what.offset.name, call } : null;
}

/** The first call of a chain: `$table->string('a')` of `$table->string('a')->nullable()->after('b')`. */
export function firstCallOf(expression: Expression): CallNode | null {
  let first: CallNode | null = null;
  let node: Expression = expression;
  for (;;) {
    if (node.kind === 'call') {
      first = node;
      node = node.what;
    } else if (node.kind === 'propertylookup' || node.kind === 'nullsafepropertylookup') node = node.what;
    else return first;
  }
}

/** The text of a node. */
export function textOf(text: string, node: Expression | ArgumentNode | PlacedNode): string | null {
  return node.loc ? text.slice(node.loc.start.offset, node.loc.end.offset) : null;
}
