import type { CharsetClause, TableOptions } from '../schema/statement';
import type { Cursor } from './cursor';
import { charsetName } from './types';

/** Options with a plain value (word, number or string), by name; several words are one name. */
const VALUED = new Set(
  `AUTOEXTEND_SIZE AVG_ROW_LENGTH CHECKSUM TABLE_CHECKSUM COMPRESSION CONNECTION DELAY_KEY_WRITE ENCRYPTION ENCRYPTED
ENCRYPTION_KEY_ID ENGINE_ATTRIBUTE IETF_QUOTES INSERT_METHOD KEY_BLOCK_SIZE MAX_ROWS MIN_ROWS PACK_KEYS PAGE_CHECKSUM
PAGE_COMPRESSED PAGE_COMPRESSION_LEVEL PASSWORD ROW_FORMAT SECONDARY_ENGINE SECONDARY_ENGINE_ATTRIBUTE SEQUENCE
STATS_AUTO_RECALC STATS_PERSISTENT STATS_SAMPLE_PAGES TABLESPACE TRANSACTIONAL`.split(/\s+/),
);

const ONLY_MARIADB = new Set(
  'ENCRYPTED ENCRYPTION_KEY_ID IETF_QUOTES PAGE_CHECKSUM PAGE_COMPRESSED PAGE_COMPRESSION_LEVEL SEQUENCE TRANSACTIONAL'.split(
    ' ',
  ),
);

/** Options that leave no trace in the model; those that only say a default are left out by `apply`. */
const LEFT_OUT = new Set(['AUTO_INCREMENT', 'PASSWORD']);

type Mutable = { -readonly [K in keyof TableOptions]: TableOptions[K] } & { other: Record<string, string> };

/** Reads table options, with or without commas and `=`, as far as there are any; null if there is none here. */
export function readTableOptions(cursor: Cursor): TableOptions | null {
  const options: Mutable = { engine: null, charset: null, collation: null, comment: null, other: {} };
  const from = cursor.at;
  for (;;) {
    const before = cursor.at;
    if (cursor.at > from) cursor.accept(',');
    if (readOption(cursor, options)) continue;
    cursor.at = before;
    return cursor.at === from ? null : options;
  }
}

function readOption(cursor: Cursor, options: Mutable): boolean {
  if (cursor.accept('DEFAULT', 'CHARACTER', 'SET') || cursor.accept('CHARACTER', 'SET'))
    return readCharset(cursor, options);
  if (cursor.accept('DEFAULT', 'CHARSET') || cursor.accept('CHARSET')) return readCharset(cursor, options);
  if (cursor.accept('DEFAULT', 'COLLATE') || cursor.accept('COLLATE')) {
    cursor.accept('=');
    return noteClause(options, 'collation', charsetName(cursor));
  }
  if ((cursor.sees('ENGINE') || cursor.sees('TYPE')) && !cursor.sees('ENGINE_ATTRIBUTE')) {
    if (cursor.sees('TYPE') && cursor.peek().word !== '=') return false;
    cursor.next();
    cursor.accept('=');
    options.engine = value(cursor);
    return true;
  }
  if (cursor.accept('COMMENT')) {
    cursor.accept('=');
    options.comment = cursor.string();
    return true;
  }
  if (cursor.accept('AUTO_INCREMENT')) {
    cursor.accept('=');
    const first = Number(cursor.integer());
    if (first > 0) options.firstNumber = first;
    return true;
  }
  if (cursor.accept('DATA', 'DIRECTORY') || cursor.accept('INDEX', 'DIRECTORY')) {
    cursor.accept('=');
    cursor.string();
    return true;
  }
  if (cursor.sees('UNION') && (cursor.peek().word === '(' || cursor.peek().word === '=')) {
    cursor.next();
    cursor.accept('=');
    cursor.balanced();
    return true;
  }
  if (cursor.sees('WITH', 'SYSTEM') && cursor.server.vendor === 'mysql') cursor.refuse(cursor.peek());
  if (cursor.accept('WITH', 'SYSTEM', 'VERSIONING')) {
    options.other.SYSTEM_VERSIONING = 'ON';
    return true;
  }
  if (cursor.sees('START', 'TRANSACTION') && cursor.server.vendor === 'mysql') {
    cursor.at += 2;
    return true;
  }
  return readValued(cursor, options);
}

function readValued(cursor: Cursor, options: Mutable): boolean {
  const { token } = cursor;
  const isForeign =
    cursor.server.vendor === 'mariadb' &&
    cursor.peek().word === '=' &&
    isOptionName(cursor) &&
    !isAction(token);
  const name = token.word || token.text.toUpperCase();
  const isOwn =
    VALUED.has(token.word) && (cursor.server.vendor === 'mariadb' || !ONLY_MARIADB.has(token.word));
  if (!isOwn && !isForeign) return false;
  cursor.next();
  cursor.accept('=');
  const written = value(cursor);
  const plain = written.toUpperCase();
  if (!LEFT_OUT.has(name) && !(name === 'SEQUENCE' && plain === '0')) options.other[name] = plain;
  return true;
}

/** What ALTER TABLE may say beside options. */
const isAction = ({ word }: { readonly word: string }) => word === 'ALGORITHM' || word === 'LOCK';

/** MariaDB takes any name as an option, for engines to read: `` `ENCRYPTION_KEY_ID`=2 ``. */
const isOptionName = (cursor: Cursor): boolean => cursor.token.kind === 'name' || cursor.seesName();

function readCharset(cursor: Cursor, options: Mutable): boolean {
  cursor.accept('=');
  return noteClause(options, 'charset', charsetName(cursor));
}

function noteClause(options: Mutable, kind: CharsetClause['kind'], name: string): true {
  const { charset, collation, clauses } = options;
  // CHARACTER SET and then COLLATE need no list.
  const isMore = kind === 'collation' ? collation !== null : charset !== null || collation !== null;
  if (isMore || clauses) {
    const before: CharsetClause[] = [];
    if (charset !== null) before.push({ kind: 'charset', name: charset });
    if (collation !== null) before.push({ kind: 'collation', name: collation });
    options.clauses = [...(clauses ?? before), { kind, name }];
  }
  options[kind] = name;
  return true;
}

function value(cursor: Cursor): string {
  const { kind, word } = cursor.token;
  if (kind !== 'word' && kind !== 'name' && kind !== 'string' && kind !== 'number') cursor.refuse();
  if (kind === 'word' && word !== 'DEFAULT' && !cursor.seesName()) cursor.refuse();
  const { text } = cursor.next();
  // Sizes are written with a unit: 4M.
  return text;
}
