import type { Statement } from '../schema/statement';
import type { Cursor } from './cursor';
import { charsetName } from './types';

type SetStatement = Extract<Statement, { kind: 'set' }>;
type Variable = SetStatement['variables'][number];

/** Options of CREATE and ALTER DATABASE. */
export function readDatabaseOptions(cursor: Cursor): { charset: string | null; collation: string | null } {
  let charset: string | null = null;
  let collation: string | null = null;
  for (;;) {
    cursor.accept(',');
    cursor.accept('DEFAULT');
    if (cursor.accept('CHARACTER', 'SET') || cursor.accept('CHARSET')) {
      cursor.accept('=');
      charset = charsetName(cursor);
    } else if (cursor.accept('COLLATE')) {
      cursor.accept('=');
      collation = charsetName(cursor);
    } else if (cursor.acceptAny('ENCRYPTION', 'COMMENT')) {
      cursor.accept('=');
      cursor.string();
    } else if (cursor.accept('READ', 'ONLY')) {
      cursor.accept('=');
      cursor.next();
    } else return { charset, collation };
  }
}

/** Reads what follows SET. Global variables and user variables are left out: they decide nothing here. */
export function readSet(cursor: Cursor): SetStatement | Statement {
  if (cursor.accept('NAMES')) {
    const value = charsetName(cursor);
    if (cursor.accept('COLLATE')) charsetName(cursor);
    return { kind: 'set', variables: [{ name: 'names', value }] };
  }
  if (cursor.accept('CHARACTER', 'SET') || cursor.accept('CHARSET')) {
    return { kind: 'set', variables: [{ name: 'names', value: charsetName(cursor) }] };
  }
  if (cursor.seesAny('PASSWORD', 'ROLE', 'DEFAULT', 'RESOURCE', 'TRANSACTION', 'STATEMENT')) {
    const verb = `set ${cursor.token.word.toLowerCase()}`;
    if (cursor.sees('STATEMENT')) cursor.giveUp('SET STATEMENT … FOR');
    while (!cursor.atEnd && !cursor.sees(';')) cursor.next();
    return { kind: 'noEffect', verb };
  }
  if (cursor.sees('GLOBAL', 'TRANSACTION') || cursor.sees('SESSION', 'TRANSACTION')) {
    while (!cursor.atEnd && !cursor.sees(';')) cursor.next();
    return { kind: 'noEffect', verb: 'set transaction' };
  }
  const variables: Variable[] = [];
  do {
    const variable = readVariable(cursor);
    if (variable) variables.push(variable);
  } while (cursor.accept(','));
  return { kind: 'set', variables };
}

function readVariable(cursor: Cursor): Variable | null {
  let scope = cursor.acceptAny('GLOBAL', 'SESSION', 'LOCAL', 'PERSIST', 'PERSIST_ONLY') ?? 'SESSION';
  let name: string;
  if (cursor.token.kind === 'variable') {
    const { text } = cursor.next();
    const isSystem = text.startsWith('@@');
    name = text.slice(isSystem ? 2 : 1).toLowerCase();
    const dot = name.indexOf('.');
    if (isSystem && dot > 0) {
      scope = name.slice(0, dot).toUpperCase();
      name = name.slice(dot + 1);
    }
    if (!isSystem) scope = 'USER';
  } else {
    name = cursor.name().toLowerCase();
    while (cursor.accept('.')) name = cursor.name().toLowerCase();
  }
  if (!cursor.accept('=') && !cursor.accept(':=')) cursor.refuse();
  const value = readValue(cursor);
  return scope === 'SESSION' || scope === 'LOCAL' ? { name, value } : null;
}

/** A value as text if it is one literal or word; null for expressions, variables and DEFAULT. */
function readValue(cursor: Cursor): string | null {
  const from = cursor.at;
  while (!cursor.atEnd && !cursor.seesAny(',', ';')) {
    if (cursor.sees('(')) cursor.balanced();
    else cursor.next();
  }
  if (cursor.at === from) cursor.refuse();
  const tokens = cursor.tokens.slice(from, cursor.at);
  const [first, second] = tokens;
  if (tokens.length === 2 && first?.word === '-' && second?.kind === 'number') return `-${second.text}`;
  if (tokens.length !== 1 || !first) return null;
  if (first.kind === 'string' || first.kind === 'number' || first.kind === 'name') return first.text;
  return first.kind === 'word' && first.word !== 'DEFAULT' ? first.text : null;
}
