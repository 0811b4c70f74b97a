import type { Chain, ChainCall } from '../../php/chains';
import { sameName } from '../../schema/names';
import type { SourceRange } from '../../source';
import { type Code, isNamed, literal } from './code';

/** A call that makes an index or a foreign key. */
export interface KeyCall {
  readonly chain: Chain;
  readonly call: ChainCall;
  /** A statement of its own (`$table->index('a')`), not a modifier of a column (`$table->string('a')->index()`). */
  readonly own: boolean;
}

/** By kind as conventional names end, and as the model has it. */
const METHODS: Readonly<Record<string, string>> = {
  index: 'index',
  unique: 'unique',
  primary: 'primary',
  fulltext: 'fullText',
  spatial: 'spatialIndex',
  spatialindex: 'spatialIndex',
  foreign: 'foreign',
};

export const isKeyMethod = (call: ChainCall, kind: string): boolean => isNamed(call, METHODS[kind] ?? '');

/** The calls within a range that make a key of a kind over columns. */
export function keyCallsWithin(
  code: Code,
  range: SourceRange | null,
  kind: string,
  columns: readonly string[],
): readonly KeyCall[] {
  const place = code.offsets(range);
  if (!place) return [];
  return code.chains
    .filter(({ from, to }) => from >= place[0] && to <= place[1])
    .flatMap((chain) =>
      chain.calls.flatMap((call, i) =>
        isMaker(chain, call, i, kind, columns) ? [{ chain, call, own: i === 0 }] : [],
      ),
    );
}

function isMaker(
  chain: Chain,
  call: ChainCall,
  at: number,
  kind: string,
  columns: readonly string[],
): boolean {
  const [first] = chain.calls;
  if (at === 0) {
    const own = isKeyMethod(call, kind) ? columnsOf(call) : null;
    return own !== null && sameColumns(own, columns);
  }
  const column = literal(first?.arguments[0]) ?? (first && isNamed(first, 'id') ? 'id' : null);
  if (column === null || !sameColumns([column], columns)) return false;
  if (kind !== 'foreign') return isKeyMethod(call, kind);
  return (
    isNamed(call, 'constrained') ||
    (isNamed(call, 'references') && first !== undefined && !isNamed(first, 'foreign'))
  );
}

/** The columns that the first argument names; null where it can't be read. */
export function columnsOf({ arguments: [first] }: ChainCall): readonly string[] | null {
  const one = literal(first);
  if (one !== null) return [one];
  if (first?.kind !== 'array') return null;
  const names = first.items.map((item) => literal(item.kind === 'entry' ? item.value : item));
  return names.every((name) => name !== null) ? names : null;
}

export const sameColumns = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, i) => sameName(name, b[i]!));
