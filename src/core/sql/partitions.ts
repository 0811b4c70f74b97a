import type { Partitioning } from '../schema/model';
import type { Cursor } from './cursor';
import { canonicalTokens } from './expression';
import type { Token } from './token';

type Partition = Partitioning['partitions'][number];

/** Reads what follows `PARTITION BY`. HASH and KEY partitions without a list get the server's names p0, p1, … */
export function readPartitioning(cursor: Cursor): Partitioning {
  const { method, expression } = readMethod(cursor);
  let count: number | null = null;
  let subpartition: string | null = null;
  for (;;) {
    if (cursor.accept('PARTITIONS')) count = cursor.integer();
    else if (cursor.accept('SUBPARTITION', 'BY')) {
      const sub = readMethod(cursor);
      subpartition = `${sub.method} (${sub.expression})`;
    } else if (cursor.accept('SUBPARTITIONS'))
      subpartition = `${subpartition ?? ''} ${cursor.integer()}`.trim();
    else break;
  }
  const listed = cursor.sees('(') ? cursor.parenthesised(() => readPartition(cursor)) : null;
  const partitions =
    listed?.map(({ name, description }) => ({
      name,
      description: method === 'LIST' ? nullFirst(description) : description,
    })) ?? numbered(method, count ?? 1);
  const parts = listed?.[0]?.subpartitions ?? 0;
  if (subpartition?.endsWith(')') && parts > 0) subpartition = `${subpartition} ${parts}`;
  return { method, expression, partitions, subpartition };
}

/** The server lists a NULL before the other values. */
const nullFirst = (description: string): string =>
  description.endsWith(', null') || description.includes(', null, ')
    ? `null, ${description.replace(', null', '')}`
    : description;

const numbered = (method: string, count: number): Partition[] =>
  /HASH|KEY/.test(method) && count <= 8192
    ? Array.from({ length: count }, (_, i) => ({ name: `p${i}`, description: '' }))
    : [];

function readMethod(cursor: Cursor): { method: string; expression: string } {
  const linear = cursor.accept('LINEAR') ? 'LINEAR ' : '';
  const kind = cursor.acceptAny('HASH', 'KEY', 'RANGE', 'LIST', 'SYSTEM_TIME');
  if (!kind) cursor.refuse();
  if (kind === 'SYSTEM_TIME') cursor.giveUp('partitions by SYSTEM_TIME');
  if (kind === 'KEY' && cursor.accept('ALGORITHM')) {
    cursor.accept('=');
    cursor.integer();
  }
  const columns = (kind === 'RANGE' || kind === 'LIST') && cursor.accept('COLUMNS');
  const inside = cursor.balanced();
  const isNames = columns || kind === 'KEY';
  const expression = isNames ? nameList(inside) : canonicalTokens(inside, { sqlMode: cursor.server.sqlMode });
  return { method: `${linear}${kind}${columns ? ' COLUMNS' : ''}`, expression };
}

/** The column names of KEY and COLUMNS in one spelling. */
export const nameList = (tokens: readonly Token[]): string =>
  tokens
    .filter(({ kind }) => kind === 'word' || kind === 'name')
    .map(({ text }) => `\`${text.replaceAll('`', '``')}\``)
    .join(', ');

/** `PARTITION name [VALUES …] [options] [(subpartitions)]`. */
export function readPartition(cursor: Cursor): Partition & { readonly subpartitions: number } {
  cursor.expect('PARTITION');
  const name = cursor.name();
  let description = '';
  const isLess = cursor.sees('VALUES', 'LESS');
  if (cursor.accept('VALUES')) cursor.expect(...(isLess ? ['LESS', 'THAN'] : ['IN']));
  if (isLess) {
    description = cursor.accept('MAXVALUE') ? 'maxvalue' : values(cursor.balanced());
  } else if (cursor.previous.word === 'IN') {
    description = cursor.sees('(') ? values(cursor.balanced()) : '';
  } else if (cursor.accept('DEFAULT')) description = 'default';
  while (!cursor.seesAny(',', ')', '(') && !cursor.atEnd) cursor.next();
  const inside = cursor.sees('(') ? cursor.balanced() : [];
  return { name, description, subpartitions: inside.filter(({ word }) => word === 'SUBPARTITION').length };
}

/** The values of VALUES LESS THAN and VALUES IN in one spelling. */
export const values = (tokens: readonly Token[]): string => {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.word === '(') depth++;
    if (token.word === ')') depth--;
    if (token.word === ',' && depth === 0) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.map((part) => (part[0]?.word === 'MAXVALUE' ? 'maxvalue' : canonicalTokens(part))).join(', ');
};
