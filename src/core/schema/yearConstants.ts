import type { Draft } from './draft';
import type { Check, Expression } from './model';
import { findNamed } from './names';
import type { ServerProfile } from './server';

const COLUMN = '`(?:[^`]|``)*`';
const OPERATOR = '(?:=|<=>|<>|<|>|<=|>=)';

/** A column compared with constants of that form. */
const comparedWith = (constant: string): RegExp =>
  new RegExp(
    `${constant} ${OPERATOR} ${COLUMN}|${COLUMN} (?:${OPERATOR} ${constant}(?![\\w.])|(?:not )?in \\(${constant}(?:, ${constant})*\\)|(?:not )?between ${constant} and ${constant}(?![\\w.]))`,
    'g',
  );

/** What constants a type is compared with, and how it keeps them. */
interface Folding {
  readonly base: string;
  readonly constant: RegExp;
  readonly compared: RegExp;
  readonly kept: (constant: string) => string;
}

const folding = (base: string, constant: string, kept: Folding['kept']): Folding => ({
  base,
  constant: new RegExp(constant, 'g'),
  compared: comparedWith(constant),
  kept,
});

const YEARS = folding('year', "(?:\\d+(?:\\.\\d+)?|'\\d{1,4}')", yearOf);
const BIG_NUMBERS = folding('bigint', "'(?:[^'\\\\]|'')*'", wholeOf);

/**
 * A constant that a year is compared with is kept as the year that it means: `y > 70` is `y > 1970`. MySQL leaves lists
 * as they are, and checks until the table is altered again. MariaDB likewise keeps a text that a BIGINT is compared with as
 * the number that it means. `before`: the checks that were there.
 */
export function resolveYears(server: ServerProfile, draft: Draft, before: readonly Check[]): void {
  const lists = server.vendor === 'mariadb';
  const foldings = (lists ? [YEARS, BIG_NUMBERS] : [YEARS]).filter((one) =>
    draft.columns.some(({ type }) => type.base === one.base),
  );
  if (foldings.length === 0) return;
  const resolve = (sql: Expression) => foldings.reduce((text, one) => withKept(draft, text, one, lists), sql);
  const isOld = ({ name }: Check) => findNamed(before, name) !== undefined;
  draft.checks = draft.checks.map((check) =>
    lists || isOld(check) ? { ...check, sql: resolve(check.sql) } : check,
  );
  draft.columns = draft.columns.map((column) => {
    const { generated, default: given } = column;
    if (generated) return { ...column, generated: { ...generated, sql: resolve(generated.sql) } };
    return given?.kind === 'expression'
      ? { ...column, default: { kind: 'expression', sql: resolve(given.sql) } }
      : column;
  });
  draft.indexes = draft.indexes.map((index) => ({
    ...index,
    parts: index.parts.map((part) =>
      'expression' in part ? { ...part, expression: resolve(part.expression) } : part,
    ),
  }));
}

function withKept({ columns }: Draft, sql: Expression, folding: Folding, lists: boolean): Expression {
  return sql.replace(folding.compared, (all: string) => {
    const [column] = all.match(new RegExp(COLUMN)) ?? [];
    const found =
      column === undefined ? undefined : findNamed(columns, column.slice(1, -1).replaceAll('``', '`'));
    if (found?.type.base !== folding.base || (!lists && all.endsWith(')'))) return all;
    return all
      .split(new RegExp(`(${COLUMN})`))
      .map((part, i) => (i % 2 ? part : part.replace(folding.constant, folding.kept)))
      .join('');
  });
}

/** The number that a text begins with; what has a fraction stands as it is. */
function wholeOf(constant: string): string {
  const text = constant.slice(1, -1);
  if (/^\s*-?\d*[.eE]\d/.test(text)) return constant;
  const digits = /^\s*(-?\d{1,18})(?!\d)/.exec(text);
  return digits ? String(BigInt(digits[1]!)) : /^\s*-?\d/.test(text) ? constant : '0';
}

/** What is no year stands as it is. */
function yearOf(constant: string): string {
  const text = constant.replaceAll("'", '');
  const number = Math.round(Number(text));
  if (number === 0) return constant.startsWith("'") && text.length < 4 ? '2000' : '0';
  if (number < 70) return String(2000 + number);
  if (number < 100) return String(1900 + number);
  return number >= 1901 && number <= 2155 ? String(number) : constant;
}
