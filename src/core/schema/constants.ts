import type { Draft } from './draft';
import { canonicalLiteral } from './literals';
import type { Column, Expression } from './model';
import { findNamed } from './names';
import { type Run, refuse } from './run';
import type { ServerProfile } from './server';
import { tokensOf } from './tokens';
import { familyOf } from './types';

/*
 * MySQL reads a constant as the type of the column that it is compared with as soon as it makes the table, and in
 * strict mode refuses what it can't read: `check (day > 'x')`.
 */

/** Refuses the checks, generated columns and functional indexes that compare a column so: 1292, 3751. */
export function checkConstants(run: Run, draft: Draft): void {
  const { server } = run;
  if (!server.strict) return;
  for (const { generated } of draft.columns) if (generated) checkExpression(run, draft, generated.sql, null);
  for (const { name, parts } of draft.indexes)
    for (const part of parts) if ('expression' in part) checkExpression(run, draft, part.expression, name);
  for (const { sql } of draft.checks) checkExpression(run, draft, sql, null);
}

function checkExpression(run: Run, { columns }: Draft, sql: Expression, index: string | null): void {
  if (!/'|\d/.test(sql)) return;
  const tokens = tokensOf(sql);
  tokens.forEach((token, i) => {
    if (!token.startsWith('`') || !BEFORE.test(tokens[i - 1] ?? '')) return;
    const column = findNamed(columns, token.slice(1, -1).replaceAll('``', '`'));
    const message = column && wrongConstant(run.server, column, tokens, i);
    if (message && index !== null) refuse(run, 'functionalTruncated', [index]);
    if (message) refuse(run, 'wrongConstant', [message]);
  });
}

const COMPARISON = /^(?:=|<=>|<>|<|>|<=|>=)$/;
/** What may stand before and behind an operand of a comparison. */
const BEFORE = /^(?:[(,]|and|or|not|xor|when|then|else|=|<=>|<>|<|>|<=|>=|)$/;
const BEHIND = /^(?:[),]|and|or|xor|when|then|else|end|)$/;

export interface Constant {
  readonly text: string;
  readonly isText: boolean;
  /** The token behind it. */
  readonly end: number;
}

export function constantAt(tokens: readonly string[], at: number): Constant | null {
  const token = tokens[at] ?? '';
  const sign = token === '-' ? '-' : '';
  const word = sign ? (tokens[at + 1] ?? '') : token;
  const end = at + (sign ? 2 : 1);
  if (!sign && word.startsWith("'"))
    return { text: word.slice(1, -1).replaceAll("''", "'"), isText: true, end };
  return /^\d/.test(word) ? { text: sign + word, isText: false, end } : null;
}

/** The server's words about a constant that the column can't be compared with. */
function wrongConstant(
  server: ServerProfile,
  column: Column,
  tokens: readonly string[],
  at: number,
): string | null {
  const words = MOMENTS[column.type.base];
  const wrong = (constant: Constant | null) =>
    words && constant && !isMoment(server, column, constant)
      ? `Incorrect ${words} value: '${constant.text}' for column '${column.name}' at row 1`
      : null;
  const before = constantBefore(tokens, at);
  if (before && BEHIND.test(tokens[at + 1] ?? '')) return wrong(before);
  let next = at + 1;
  if (tokens[next] === 'not') next++;
  const operator = tokens[next] ?? '';
  const first = constantAt(tokens, next + 1);
  if (COMPARISON.test(operator)) return first && BEHIND.test(tokens[first.end] ?? '') ? wrong(first) : null;
  if (operator === 'between' && first && tokens[first.end] === 'and') {
    const last = constantAt(tokens, first.end + 1);
    const each = [first, last].filter((one) => one && (words === 'time' || !one.isText));
    return each.map(wrong).find((message) => message !== null) ?? null;
  }
  if (operator !== 'in' || tokens[next + 1] !== '(') return null;
  const list = listAt(tokens, next + 2);
  return list && (list.length === 1 ? wrong(list[0]!) : wrongInList(server, column, list, wrong));
}

/** `'x' = c` */
function constantBefore(tokens: readonly string[], at: number): Constant | null {
  if (!COMPARISON.test(tokens[at - 1] ?? '')) return null;
  const start = tokens[at - 3] === '-' ? at - 3 : at - 2;
  const constant = constantAt(tokens, start);
  return constant?.end === at - 1 && BEFORE.test(tokens[start - 1] ?? '') ? constant : null;
}

/** Constants of one kind up to the parenthesis. */
function listAt(tokens: readonly string[], start: number): readonly Constant[] | null {
  const list: Constant[] = [];
  for (let at = start; ; at++) {
    const constant = constantAt(tokens, at);
    if (!constant || constant.isText !== (list[0] ?? constant).isText) return null;
    list.push(constant);
    at = constant.end;
    if (tokens[at] === ')') return list;
    if (tokens[at] !== ',') return null;
  }
}

function wrongInList(
  server: ServerProfile,
  column: Column,
  list: readonly Constant[],
  wrong: (constant: Constant) => string | null,
): string | null {
  const { base } = column.type;
  const isText = list[0]!.isText;
  if (/^(?:integer|decimal|float|bit)$/.test(familyOf(column.type))) {
    const bad = isText ? list.find(({ text }) => Number.isNaN(Number(text))) : undefined;
    return bad ? `Truncated incorrect DOUBLE value: '${bad.text}'` : null;
  }
  const words = MOMENTS[base];
  const bad = list.find((constant) => !isMoment(server, column, constant));
  if (!words || !bad) return null;
  if (words === 'datetime') return isText ? wrong(bad) : `Incorrect datetime value: '${bad.text}'`;
  return isText ? `Truncated incorrect ${words} value: '${bad.text}'` : null;
}

const MOMENTS: Readonly<Record<string, string>> = {
  date: 'date',
  datetime: 'datetime',
  timestamp: 'datetime',
  time: 'time',
};

function isMoment(server: ServerProfile, { type }: Column, { text, isText }: Constant): boolean {
  if (text === '0' && !isText) return true;
  if (type.base === 'time')
    return text === '' || canonicalLiteral(server, type, text) !== null || isSmall(text);
  return canonicalLiteral(server, type, text) !== null;
}

/** A number of seconds, minutes and hours. */
const isSmall = (text: string): boolean => {
  const number = Math.abs(Number(text));
  if (!/^-?\d{1,7}(?:\.\d+)?$/.test(text) || number > 8385959) return false;
  return number % 100 < 60 && Math.floor(number / 100) % 100 < 60;
};
