import type { Draft } from './draft';
import type { Check, Expression } from './model';
import { findNamed } from './names';
import type { ServerProfile } from './server';

const COLUMN = '`(?:[^`]|``)*`';
const NUMBER = "(?:\\d+(?:\\.\\d+)?|'\\d{1,4}')";
const OPERATOR = '(?:=|<=>|<>|<|>|<=|>=)';
const COMPARED = new RegExp(
  `${NUMBER} ${OPERATOR} ${COLUMN}|${COLUMN} (?:${OPERATOR} ${NUMBER}(?![\\w.])|(?:not )?in \\(${NUMBER}(?:, ${NUMBER})*\\)|(?:not )?between ${NUMBER} and ${NUMBER}(?![\\w.]))`,
  'g',
);

/**
 * A constant that a year is compared with is kept as the year that it means: `y > 70` is `y > 1970`. MySQL leaves lists
 * as they are, and checks until the table is altered again. `before`: the checks that were there.
 */
export function resolveYears(server: ServerProfile, draft: Draft, before: readonly Check[]): void {
  if (!draft.columns.some(({ type }) => type.base === 'year')) return;
  const lists = server.vendor === 'mariadb';
  const resolve = (sql: Expression) => withYears(draft, sql, lists);
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

function withYears({ columns }: Draft, sql: Expression, lists: boolean): Expression {
  return sql.replace(COMPARED, (all: string) => {
    const [column] = all.match(new RegExp(COLUMN)) ?? [];
    const found =
      column === undefined ? undefined : findNamed(columns, column.slice(1, -1).replaceAll('``', '`'));
    if (found?.type.base !== 'year' || (!lists && all.endsWith(')'))) return all;
    return all
      .split(new RegExp(`(${COLUMN})`))
      .map((part, i) => (i % 2 ? part : part.replace(new RegExp(NUMBER, 'g'), yearOf)))
      .join('');
  });
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
