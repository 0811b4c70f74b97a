import { constantAt } from './constants';
import type { Draft } from './draft';
import type { Column, Expression } from './model';
import { findNamed } from './names';
import { type Run, refuse } from './run';
import { tokensOf } from './tokens';
import { familyOf } from './types';

/*
 * Neither server computes with a geometry: MySQL orders none (1210), MariaDB compares none with a number (4078).
 */

/** Asks that of all generated columns, functional indexes and checks of the table. */
export function checkGeometries(run: Run, draft: Draft): void {
  if (!hasGeometry(draft)) return;
  for (const { generated } of draft.columns) if (generated) checkGeometry(run, draft, generated.sql);
  for (const { parts } of draft.indexes)
    for (const part of parts) if ('expression' in part) checkGeometry(run, draft, part.expression);
  for (const { sql } of draft.checks) checkGeometry(run, draft, sql);
}

const hasGeometry = ({ columns }: Draft) => columns.some(({ type }) => familyOf(type) === 'spatial');

const ORDERED = /^(?:<|>|<=|>=|between|like|[-+*/%])$/;
const COMPARED = /^(?:=|<=>|<>|<|>|<=|>=|between|in|[-+*/%])$/;

/** Asks it of one expression. */
export function checkGeometry(run: Run, draft: Draft, sql: Expression): void {
  if (!hasGeometry(draft)) return;
  const tokens = tokensOf(sql);
  tokens.forEach((operator, i) => {
    if (!COMPARED.test(operator) && operator !== 'like') return;
    const isNot = tokens[i - 1] === 'not';
    const left = operandAt(draft, tokens, isNot ? i - 2 : i - 1, true);
    const right = operandAt(draft, tokens, operator === 'in' ? i + 2 : i + 1, false);
    if (!left?.geometry && !right?.geometry) return;
    if (run.server.vendor === 'mysql') {
      if (ORDERED.test(operator)) refuse(run, 'wrongArguments', [operator]);
      return;
    }
    const isNumber = (one: Operand | null) => one !== null && !one.geometry && one.type !== null;
    if (!COMPARED.test(operator) || !(isNumber(left) || isNumber(right)) || !left || !right) return;
    const isOne = operator === 'in' && tokens[right.end] === ')';
    const said = isOne ? (isNot ? '<>' : '=') : operator;
    refuse(run, 'illegalTypes', [left.type ?? '', right.type ?? '', said]);
  });
}

interface Operand {
  readonly geometry: boolean;
  /** As MariaDB names it; null of what is no number. */
  readonly type: string | null;
  readonly end: number;
}

function operandAt(
  { columns }: Draft,
  tokens: readonly string[],
  at: number,
  isLeft: boolean,
): Operand | null {
  const token = tokens[at] ?? '';
  if (token.startsWith('`')) {
    const column = findNamed(columns, token.slice(1, -1).replaceAll('``', '`'));
    return column ? ofColumn(column, at + 1) : null;
  }
  const constant = constantAt(tokens, isLeft && tokens[at - 1] === '-' ? at - 1 : at);
  if (!constant) return null;
  const type = constant.isText ? null : /[.e]/i.test(constant.text) ? 'decimal' : 'int';
  return { geometry: false, type, end: constant.end };
}

function ofColumn({ type }: Column, end: number): Operand {
  const family = familyOf(type);
  if (family === 'spatial') return { geometry: true, type: type.base, end };
  const isNumber = /^(?:integer|decimal|float|year|bit)$/.test(family);
  return { geometry: false, type: isNumber ? `${type.base}${type.unsigned ? ' unsigned' : ''}` : null, end };
}
