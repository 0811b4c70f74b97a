import type { Draft } from './draft';
import type { Column, Expression } from './model';
import { findNamed } from './names';

/*
 * Texts of several character sets that CONCAT joins, MariaDB brings into the widest of them, and keeps what it does for it
 * in the expression: `concat(convert(`a` using utf8mb4), `b`)`.
 */

const ARGUMENT = "`(?:[^`]|``)*`|'(?:[^'\\\\]|''|\\\\.)*'|convert\\(`(?:[^`]|``)*` using \\w+\\)";
const CONCAT = new RegExp(`\\bconcat\\((${ARGUMENT})((?:, (?:${ARGUMENT}))*)\\)`, 'g');
const EACH = new RegExp(ARGUMENT, 'g');

/** From the narrowest on; each has all characters of those before it that are known here. */
const WIDER = ['latin1', 'utf8mb3', 'utf8mb4'];

/** Writes into the generated columns how their texts are joined. */
export function convertTexts(draft: Draft): void {
  draft.columns = draft.columns.map((column) => {
    const { generated } = column;
    if (!generated?.sql.includes('concat(')) return column;
    const sql = joined(draft.columns, generated.sql);
    return sql === generated.sql ? column : { ...column, generated: { ...generated, sql } };
  });
}

function joined(columns: readonly Column[], sql: Expression): Expression {
  return sql.replace(CONCAT, (call: string) => {
    const all = (call.slice('concat'.length).match(EACH) ?? []).map((text) => ({
      text,
      charset: charsetOf(columns, text),
    }));
    const known = all.flatMap(({ charset }) => (charset === null ? [] : [WIDER.indexOf(charset)]));
    const widest = Math.max(...known);
    if (known.includes(-1) || widest === Math.min(...known)) return call;
    const to = WIDER[widest]!;
    const texts = all.map(({ text, charset }) =>
      charset === null || charset === to ? text : `convert(${text} using ${to})`,
    );
    return `concat(${texts.join(', ')})`;
  });
}

/** null of a number, a moment and a constant, which are brought into any. */
function charsetOf(columns: readonly Column[], text: string): string | null {
  const converted = / using (\w+)\)$/.exec(text);
  if (converted && !text.startsWith("'")) return converted[1]!;
  const column = text.startsWith('`')
    ? findNamed(columns, text.slice(1, -1).replaceAll('``', '`'))
    : undefined;
  return column?.type.base === 'json' ? 'utf8mb4' : (column?.charset ?? null);
}
