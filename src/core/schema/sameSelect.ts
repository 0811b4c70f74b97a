import type { Expression } from './model';
import { sameText } from './sameText';

/**
 * Whether two canonical SELECTs of a view mean the same. A server expands `*`, qualifies every column and orders some
 * conditions its own way; what a person wrote does not. `unknown` where only the tables' columns could tell.
 */
export function sameSelect(a: Expression, b: Expression): 'same' | 'different' | 'unknown' {
  if (sameText(a, b)) return 'same';
  const left = tokensOf(a);
  const right = tokensOf(b);
  if (hasStar(left) !== hasStar(right)) return 'unknown';
  if (matches(left, right)) return 'same';
  return sorted(left) === sorted(right) ? 'unknown' : 'different';
}

const TOKEN = /'(?:[^'\\]|''|\\.)*'|`(?:[^`]|``)*`|[A-Za-z_0-9]+|\s+|[^\s]/gs;

const tokensOf = (sql: Expression): string[] =>
  [...sql.matchAll(TOKEN)].map(([text]) => text).filter((text) => text.trim() !== '');

/** `select *`, `c.*`: not the `*` of a product. */
const hasStar = (tokens: readonly string[]): boolean =>
  tokens.some((text, i) => text === '*' && ['select', 'distinct', ',', '.'].includes(tokens[i - 1] ?? ''));

const isName = (text: string | undefined): boolean => text?.startsWith('`') ?? false;

/** Equal but for qualifiers that only one side has, and for a DISTINCT that MySQL drops where groups are distinct. */
function matches(left: readonly string[], right: readonly string[]): boolean {
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    const step = qualified(left, i) === qualified(right, j) ? 0 : 2;
    if (step > 0 && qualified(left, i) && left[i + 2] === right[j]) i += step;
    else if (step > 0 && qualified(right, j) && right[j + 2] === left[i]) j += step;
    else if (left[i] === 'distinct' && right[j] !== 'distinct' && grouped(left)) {
      i++;
      continue;
    } else if (right[j] === 'distinct' && left[i] !== 'distinct' && grouped(right)) {
      j++;
      continue;
    }
    if (left[i] !== right[j]) return false;
    i++;
    j++;
  }
  return true;
}

const grouped = (tokens: readonly string[]): boolean => tokens.includes('group');

const qualified = (tokens: readonly string[], at: number): boolean =>
  isName(tokens[at]) && tokens[at + 1] === '.' && isName(tokens[at + 2]);

/** The tokens in order, without qualifiers. */
const sorted = (tokens: readonly string[]): string =>
  tokens
    .filter((text, i) => text !== '.' && !qualified(tokens, i))
    .sort()
    .join(' ');
