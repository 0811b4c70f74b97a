import type { ArgumentNode, CallNode, Expression, Loc } from './ast';
import { parseFile } from './parse';

/** One call in a chain of method calls on a variable: `->nullable()` of `$table->string('a')->nullable()`. */
export interface ChainCall {
  readonly name: string;
  readonly arguments: readonly ArgumentNode[];
  /** Offset behind what it is called on; the blanks and the arrow follow. */
  readonly from: number;
  readonly to: number;
}

/** A chain of method calls as the code has it, the first call first. */
export interface Chain {
  readonly root: Expression;
  readonly calls: readonly ChainCall[];
  readonly from: number;
  readonly to: number;
}

/** All whole chains on variables in a text; none where it can't be read. */
export function chainsOf(text: string): readonly Chain[] {
  const chains: Chain[] = [];
  visit(text, parseFile('', text).children, chains);
  return chains;
}

function visit(text: string, value: unknown, chains: Chain[]): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(text, item, chains);
    return;
  }
  if (typeof value !== 'object' || value === null || !('kind' in value)) return;
  const chain = value.kind === 'call' ? chainOf(text, value as CallNode) : null;
  if (chain) {
    chains.push(chain);
    for (const call of chain.calls) visit(text, call.arguments, chains);
    return;
  }
  for (const [key, part] of Object.entries(value)) if (key !== 'loc') visit(text, part, chains);
}

/** The chain that ends with a call; null where it does not begin with a variable. */
function chainOf(text: string, last: CallNode): Chain | null {
  const calls: ChainCall[] = [];
  let node: Expression = last;
  while (node.kind === 'call') {
    const { what, loc }: { what: Expression; loc?: Loc } = node;
    if (what.kind !== 'propertylookup' && what.kind !== 'nullsafepropertylookup') return null;
    if (what.offset.kind !== 'identifier' || !what.what.loc || !loc) return null;
    // The parser gives a call that is a whole statement the semicolon as well.
    const to = text.lastIndexOf(')', loc.end.offset - 1) + 1;
    calls.unshift({
      name: what.offset.name,
      arguments: node.arguments,
      from: what.what.loc.end.offset,
      to,
    });
    node = what.what;
  }
  if (node.kind !== 'variable' || !node.loc || calls.length === 0) return null;
  return { root: node, calls, from: node.loc.start.offset, to: calls.at(-1)!.to };
}
