import type { ArgumentNode } from '../../php/ast';
import { type Chain, type ChainCall, chainsOf } from '../../php/chains';
import type { SourceRange } from '../../source';
import { lineStarts } from '../edits';
import type { Edit } from '../results';
import type { Study } from '../study';
import { editOf, wholeLines } from './change';

/** The text of a migration as fixes see it: places, and the chains of calls in it. Read once for each study. */
export interface Code {
  readonly text: string;
  readonly chains: readonly Chain[];
  /** An edit of the stretch from one offset to another. */
  edit(from: number, to: number, text: string): Edit;
  /** The offsets of a range; null where it lies in another file. */
  offsets(range: SourceRange | null): readonly [from: number, to: number] | null;
}

const known = new WeakMap<Study, Code>();

export function codeOf(study: Study): Code {
  const there = known.get(study);
  if (there) return there;
  const { text, migration } = study.step;
  const starts = lineStarts(text);
  let chains: readonly Chain[] | null = null;
  const code: Code = {
    text,
    // Most questions need no syntax tree.
    get chains() {
      chains ??= chainsOf(text);
      return chains;
    },
    edit: (from, to, replacement) => editOf(migration.file, text, { from, to, text: replacement }),
    offsets(range) {
      if (range?.file !== migration.file) return null;
      const at = (row: number, column: number) => (starts[row - 1] ?? 0) + column - 1;
      return [at(range.line, range.column), at(range.endLine, range.endColumn)];
    },
  };
  known.set(study, code);
  return code;
}

/**
 * The one chain within a range that fits. Where several do it can't be told which of them is meant, so there is none;
 * `prefers` decides between them first.
 */
export function chainWithin(
  code: Code,
  range: SourceRange | null,
  fits: (chain: Chain) => boolean,
  prefers: (chain: Chain) => boolean = () => false,
): Chain | null {
  const place = code.offsets(range);
  if (!place) return null;
  const found = code.chains.filter((chain) => chain.from >= place[0] && chain.to <= place[1] && fits(chain));
  const preferred = found.filter(prefers);
  const chosen = preferred.length > 0 ? preferred : found;
  return chosen.length === 1 ? chosen[0]! : null;
}

/** The chain that writes a column: its first argument is the column's name, or nothing that can be read. */
export function columnChain(
  code: Code,
  range: SourceRange | null,
  column: string,
  fits: (chain: Chain) => boolean = () => true,
): Chain | null {
  const written = (chain: Chain) => literal(chain.calls[0]?.arguments[0]);
  return chainWithin(
    code,
    range,
    (chain) => {
      const name = written(chain);
      return (name === null || name === column) && fits(chain);
    },
    (chain) => written(chain) === column,
  );
}

export function callNamed(chain: Chain, ...names: readonly string[]): ChainCall | undefined {
  return chain.calls.find((call) => names.some((name) => isNamed(call, name)));
}

export function isNamed(call: ChainCall, name: string): boolean {
  return call.name.toLowerCase() === name.toLowerCase();
}

/** The text of a string literal; null for anything else. */
export function literal(argument: ArgumentNode | undefined): string | null {
  return argument?.kind === 'string' ? argument.value : null;
}

/** The text from the arrow on: `->nullable()`. */
export function callText(code: Code, { from, to }: ChainCall): string {
  return code.text.slice(from, to).trim();
}

/** The edit that takes a whole statement away: with its line, where it has that for itself. */
export function withoutStatement(code: Code, chain: Chain): Edit | null {
  const { text } = code;
  const semicolon = /^\s*;/.exec(text.slice(chain.to));
  if (!semicolon) return null;
  const end = chain.to + semicolon[0].length;
  return code.edit(...(wholeLines(text, chain.from, end) ?? [chain.from, end]), '');
}

/** The edit that puts a statement behind (or before) the one that a chain is, on a line of its own; null where that has no line of its own. */
export function besideStatement(
  code: Code,
  chain: Chain,
  side: 'before' | 'behind',
  added: string,
): Edit | null {
  const { text } = code;
  const lineStart = text.lastIndexOf('\n', chain.from - 1) + 1;
  const indent = text.slice(lineStart, chain.from);
  const semicolon = /^\s*;/.exec(text.slice(chain.to));
  if (indent.trim() !== '' || !semicolon) return null;
  const newLine = text.includes('\r\n') ? '\r\n' : '\n';
  const end = chain.to + semicolon[0].length;
  return side === 'before'
    ? code.edit(chain.from, chain.from, `${added}${newLine}${indent}`)
    : code.edit(end, end, `${newLine}${indent}${added}`);
}
