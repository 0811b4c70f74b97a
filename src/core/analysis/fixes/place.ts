import type { CallNode, ClosureNode, Expression } from '../../php/ast';
import { enclosingNodes, methodCall, type PlacedNode, textOf } from '../../php/enclosing';
import type { SourceRange } from '../../source';
import { lineStarts } from '../edits';

/** A statement of the migration's code that sends SQL, and what stands around it. */
export interface Place {
  readonly text: string;
  /** From the whole file down to the call; the statement is one of these. */
  readonly path: readonly PlacedNode[];
  readonly statement: PlacedNode;
  readonly calls: readonly ChainCall[];
  /** What the chain begins with: `$table`, `Schema`, `DB`. */
  readonly root: Expression;
  /** The `Schema::table('t', function …)` that it stands in; null for one of its own, or in another method. */
  readonly opening: Opening | null;
}

/** One call of a chain, from its arrow to its closing parenthesis. */
export interface ChainCall {
  readonly name: string;
  readonly call: CallNode;
  readonly from: number;
  readonly to: number;
}

export interface Opening {
  /** `Schema::`, or `Schema::connection('x')->`. */
  readonly schema: string;
  /** The first argument as written. */
  readonly table: string;
  readonly statement: PlacedNode;
  readonly call: ChainCall;
  /** The closure holds this one statement and nothing else. */
  readonly alone: boolean;
}

/** The statement at a range; null where the code is of a form that leaves no place for an edit. */
export function placeAt(text: string, range: SourceRange): Place | null {
  const { from, to } = offsetsOf(text, range);
  return placeBetween(text, from, to);
}

/** The same by offsets. */
export function placeBetween(text: string, from: number, to: number): Place | null {
  const path = enclosingNodes(text, from, to);
  const at = path.findLastIndex((node) => node.kind === 'expressionstatement');
  const statement = path[at] as (PlacedNode & { readonly expression?: Expression }) | undefined;
  if (!statement?.expression || isBranch(path[at - 1])) return null;
  const { calls, root } = chainOf(text, statement.expression);
  return calls.length > 0
    ? { text, path, statement, calls, root, opening: openingOf(text, path, statement) }
    : null;
}

export function offsetsOf(text: string, range: SourceRange): { readonly from: number; readonly to: number } {
  const starts = lineStarts(text);
  const offset = (line: number, column: number) => (starts[line - 1] ?? 0) + column - 1;
  return { from: offset(range.line, range.column), to: offset(range.endLine, range.endColumn) };
}

/** `if (a) $table->…;` without braces: an `else` behind it would belong to a guard put there. */
function isBranch(parent: PlacedNode | undefined): boolean {
  return parent?.kind === 'if';
}

/** The calls of a chain from its first to its last, and what it begins with. */
function chainOf(
  text: string,
  expression: Expression,
): {
  readonly calls: readonly ChainCall[];
  readonly root: Expression;
} {
  const calls: ChainCall[] = [];
  let node = expression;
  for (;;) {
    if (node.kind === 'assign') {
      node = node.right;
    } else if (node.kind === 'call') {
      const named = node.loc && methodCall(node as unknown as PlacedNode);
      if (!named || !('what' in node.what)) return { calls: calls.reverse(), root: node };
      const what = node.what.what as Expression;
      // The parser counts the semicolon to some calls.
      const end = node.loc!.end.offset;
      const to = text[end - 1] === ';' ? end - 1 : end;
      calls.push({ name: named.name, call: node, from: what.loc!.end.offset, to });
      node = what;
    } else if (node.kind === 'propertylookup' || node.kind === 'nullsafepropertylookup') {
      node = node.what;
    } else {
      return { calls: calls.reverse(), root: node };
    }
  }
}

/** The `Schema::table('t', function …)` or `Schema::create(…)` around a statement. */
function openingOf(text: string, path: readonly PlacedNode[], inner: PlacedNode): Opening | null {
  const end = path.indexOf(inner);
  for (let i = path.length - 1; i >= 0; i--) {
    const found = methodCall(path[i]!);
    const callee = found?.call.what;
    if (!found || !callee || !('what' in callee) || !OPENS.test(found.name)) continue;
    const statement = path.slice(0, i).findLast((outer) => outer.kind === 'expressionstatement');
    const [table] = found.call.arguments;
    const closure = path.slice(i).find(({ kind }) => kind === 'closure' || kind === 'arrowfunc');
    if (!statement || !table || !closure) continue;
    const subject = callee.what as Expression;
    const body = path.slice(i).find((part) => part.kind === 'block') as
      | (PlacedNode & { readonly children?: readonly unknown[] })
      | undefined;
    return {
      schema: `${textOf(text, subject)}${callee.kind === 'staticlookup' ? '::' : '->'}`,
      table: textOf(text, table) ?? '',
      statement,
      call: {
        name: found.name,
        call: found.call,
        from: subject.loc!.end.offset,
        to: found.call.loc!.end.offset,
      },
      // An arrow function is the one expression of the statement that the call stands in.
      alone: body ? body.children?.length === 1 && path[end - 1] === body : statement === inner,
    };
  }
  return null;
}

const OPENS = /^(table|create|whenTable\w+)$/i;
const NAMED_FACADE = /^use\s+Illuminate\\Support\\Facades\\Schema\s*;/m;

/** How the schema builder is asked where the code has none at hand: `Schema::`, by its full name where not imported. */
export function schemaFacade(text: string): string {
  return NAMED_FACADE.test(text) ? 'Schema::' : '\\Illuminate\\Support\\Facades\\Schema::';
}

/** A closure's text down to its first brace, as it may stand before another body. */
export function closureHeader(text: string, { loc, body, isStatic }: ClosureNode): string {
  const from = loc?.start.offset ?? 0;
  // The parser leaves `static` out of some closures.
  const isCut = isStatic && !text.startsWith('static', from);
  return `${isCut ? 'static ' : ''}${text.slice(from, (body?.loc?.start.offset ?? from) + 1)}`;
}

/** The text of an argument; null where there is none. */
export function argumentText({ text }: Pick<Place, 'text'>, { call }: ChainCall, at: number): string | null {
  const given = call.arguments[at];
  return given ? textOf(text, given) : null;
}
