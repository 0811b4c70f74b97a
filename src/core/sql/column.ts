import type { ColumnDefault, ColumnType } from '../schema/model';
import type { ColumnSpec, WrittenDefault } from '../schema/statement';
import { readCheck } from './check';
import type { Cursor } from './cursor';
import { canonicalTokens } from './expression';
import { quoteName } from './expressionPrint';
import { readReferences } from './foreignKey';
import { tokenize } from './lexer';
import { atLeast, CANONICAL } from './lexicalRules';
import { charsetName, readType, type TypeSpec } from './types';

type Mutable = { -readonly [K in keyof ColumnSpec]: ColumnSpec[K] };

/** Where a column is written; some clauses are only for one of them. */
type ColumnPlace = 'create' | 'alter';

/**
 * Reads a column after its name: type and attributes, up to `,`, `)`, FIRST or AFTER.
 * In CREATE TABLE a FIRST or AFTER is refused, as the servers do.
 */
export function readColumn(cursor: Cursor, name: string, place: ColumnPlace): ColumnSpec {
  const typed = readType(cursor);
  const column: Mutable = {
    name,
    type: typed.type,
    charset: typed.charset,
    collation: typed.collation,
    nullable: typed.serial ? false : null,
    default: undefined,
    onUpdate: null,
    generated: null,
    autoIncrement: typed.serial,
    key: typed.serial ? 'unique' : null,
    comment: '',
    invisible: false,
    srid: null,
    check: null,
    references: null,
  };
  let isPlain = true;
  for (;;) {
    cursor.column = { spec: column, at: cursor.at };
    // Nothing but a text's COLLATE stands between the type and AS.
    if (!isPlain && cursor.seesAny('GENERATED', 'AS')) cursor.refuse();
    const isCollate = cursor.sees('COLLATE') && (cursor.server.vendor === 'mysql' || isText(typed));
    if (isComplete(cursor, column) || !readAttribute(cursor, column, typed)) break;
    isPlain &&= isCollate || column.generated !== null;
  }
  cursor.column = null;
  cursor.columns.push(column);
  if (typed.binary && column.collation === null) column.collation = binaryCollation(column.charset);
  if (cursor.server.vendor === 'mariadb') foldJson(column);
  else foldLiteral(column);
  if (cursor.atEnd || cursor.seesAny(',', ')', ';')) return column;
  if (cursor.seesAny('FIRST', 'AFTER')) {
    if (place === 'create') cursor.refuse();
    return column;
  }
  return isComplete(cursor, column) ? cursor.refuse() : cursor.unexpected(true);
}

const isText = ({ type }: TypeSpec): boolean => /char$|text$|^enum$|^set$/.test(type.base);

/** Nothing comes after REFERENCES; on MariaDB nothing but REFERENCES comes after CHECK. */
const isComplete = (cursor: Cursor, column: Mutable): boolean =>
  column.references !== null ||
  (column.check !== null && cursor.server.vendor === 'mariadb' && !cursor.sees('REFERENCES'));

/** MariaDB's JSON is a longtext in utf8mb4_bin with a check of its own (NORMAL-FORM T7). */
function foldJson(column: Mutable): void {
  if (!column.check || !isJsonCheck(column.name, column.check.sql)) return;
  if (column.type.base !== 'longtext' || column.collation !== 'utf8mb4_bin') return;
  column.type = { ...column.type, base: 'json', length: null };
  column.charset = null;
  column.collation = null;
  column.check = null;
}

/** Whether a check is the one that MariaDB makes for a JSON column. */
export const isJsonCheck = (column: string, sql: string): boolean =>
  sql === `json_valid(${quoteName(column)})`;

const NO_LITERAL = /(?:text|blob|json|geometry|point|string|polygon|collection)$/;

/** MySQL keeps `DEFAULT ('a')` apart from `DEFAULT 'a'`; only where a literal is not allowed it is another thing. */
function foldLiteral(column: Mutable): void {
  const given = column.default;
  if (given?.kind !== 'expression' || NO_LITERAL.test(column.type.base)) return;
  column.default = literalIn(given) ?? given;
}

/** The literal that an expression is nothing but; null where it is more. */
export function literalIn(given: WrittenDefault): WrittenDefault | null {
  if (given.kind !== 'expression') return null;
  const tokens = tokenize(given.sql, CANONICAL);
  const [first, second] = tokens;
  if (tokens.length === 2 && first?.kind === 'string') return literal(first.text);
  if (tokens.length === 2 && first?.kind === 'number') return numeral(first.text);
  if (tokens.length === 3 && first?.word === '-' && second?.kind === 'number')
    return numeral(`-${second.text}`);
  return null;
}

/** `char(3) binary`: the binary collation of its character set; `_bin`: of the table's, where none is named. */
const binaryCollation = (charset: string | null): string => `${charset ?? ''}_bin`;

function readAttribute(cursor: Cursor, column: Mutable, typed: TypeSpec): boolean {
  const start = cursor.token;
  const serial = typed.serial && cursor.server.vendor === 'mariadb';
  if (serial && cursor.seesAny('DEFAULT', 'NULL', 'ON', 'AUTO_INCREMENT', 'GENERATED', 'AS')) cursor.refuse();
  const isBare = column.generated && cursor.server.vendor === 'mariadb';
  if (isBare && cursor.seesAny('ON', 'AUTO_INCREMENT', 'SERIAL', 'COLLATE')) cursor.refuse();
  const beside = column.besideGenerated ?? forbiddenBeside(cursor, column);
  if (beside !== undefined) column.besideGenerated = beside;
  if (cursor.accept('NOT', 'NULL')) {
    // MariaDB has no NOT NULL for generated columns.
    if (column.generated && cursor.server.vendor === 'mariadb') cursor.refuse(start);
    column.nullable = false;
    return true;
  }
  if (cursor.accept('NULL')) {
    if (column.generated && cursor.server.vendor === 'mariadb') cursor.refuse(start);
    column.nullable = true;
    column.saysNull = true;
    return true;
  }
  if (cursor.accept('DEFAULT')) {
    if (column.generated && cursor.server.vendor === 'mariadb') cursor.refuse(start);
    column.default = readDefault(cursor, typed.type);
    return true;
  }
  if (cursor.sees('NOT') && cursor.peek().word !== 'SECONDARY') cursor.refuse(cursor.peek());
  if (cursor.sees('PRIMARY') && cursor.peek().word !== 'KEY') cursor.refuse(cursor.peek());
  if (cursor.accept('ON', 'UPDATE')) {
    column.onUpdate = readMoment(cursor) ?? cursor.refuse();
    return true;
  }
  if (cursor.accept('AUTO_INCREMENT')) {
    column.autoIncrement = true;
    return true;
  }
  if (cursor.accept('SERIAL', 'DEFAULT', 'VALUE')) {
    column.autoIncrement = true;
    column.nullable = false;
    column.key ??= 'unique';
    return true;
  }
  if (cursor.accept('COMMENT')) {
    column.comment = cursor.string();
    return true;
  }
  if (cursor.accept('COLLATE')) {
    column.collation = charsetName(cursor);
    return true;
  }
  if (cursor.accept('PRIMARY', 'KEY') || cursor.accept('KEY')) {
    column.key = 'primary';
    return true;
  }
  if (cursor.accept('UNIQUE')) {
    cursor.accept('KEY');
    column.key ??= 'unique';
    return true;
  }
  if (cursor.sees('GENERATED') || cursor.sees('AS')) {
    if (cursor.accept('GENERATED')) cursor.expect('ALWAYS');
    cursor.expect('AS');
    return readGenerated(cursor, column);
  }
  if (cursor.accept('INVISIBLE')) {
    if (!hasInvisibleColumns(cursor)) cursor.refuse(start);
    column.invisible = true;
    return true;
  }
  if (cursor.sees('VISIBLE') && atLeast(cursor.server, 'mysql', 8, 0, 23)) return cursor.accept('VISIBLE');
  if (cursor.sees('SRID')) {
    if (!atLeast(cursor.server, 'mysql', 8)) cursor.unexpected(true);
    cursor.next();
    column.srid = cursor.integer();
    return true;
  }
  if (cursor.sees('REF_SYSTEM_ID')) {
    if (cursor.server.vendor !== 'mariadb') cursor.refuse();
    cursor.next();
    cursor.expect('=');
    // MariaDB keeps it nowhere that a schema shows.
    cursor.integer();
    return true;
  }
  if (cursor.sees('REFERENCES')) {
    column.references = readReferences(cursor);
    return true;
  }
  if (cursor.sees('CONSTRAINT') || cursor.sees('CHECK')) return readColumnCheck(cursor, column);
  return readUnimportant(cursor, typed);
}

/** What stands here and is no attribute of a generated column. */
function forbiddenBeside(cursor: Cursor, { generated, autoIncrement }: Mutable): string | undefined {
  // SERIAL comes before the value.
  if (autoIncrement && cursor.seesAny('GENERATED', 'AS')) return 'SERIAL';
  if (!generated) return undefined;
  if (cursor.sees('SERIAL', 'DEFAULT')) return 'SERIAL DEFAULT VALUE';
  if (cursor.sees('ON', 'UPDATE')) return 'ON UPDATE';
  return cursor.seesAny('DEFAULT', 'AUTO_INCREMENT') ? cursor.token.word : undefined;
}

const hasInvisibleColumns = (cursor: Cursor): boolean =>
  atLeast(cursor.server, 'mysql', 8, 0, 23) || atLeast(cursor.server, 'mariadb', 10, 3);

/** Attributes that leave no trace in the model. */
function readUnimportant(cursor: Cursor, typed: TypeSpec): boolean {
  if (cursor.server.vendor === 'mysql' && cursor.acceptAny('COLUMN_FORMAT', 'STORAGE')) {
    if (!cursor.acceptAny('DEFAULT', 'FIXED', 'DYNAMIC', 'DISK', 'MEMORY')) cursor.refuse();
    return true;
  }
  if (cursor.acceptAny('ENGINE_ATTRIBUTE', 'SECONDARY_ENGINE_ATTRIBUTE')) {
    cursor.accept('=');
    cursor.string();
    return true;
  }
  if (cursor.accept('NOT', 'SECONDARY')) return true;
  if (cursor.server.vendor !== 'mariadb') return false;
  if (/^var|text$|blob$/.test(typed.type.base) && cursor.accept('COMPRESSED')) {
    if (cursor.accept('=')) cursor.next();
    return true;
  }
  if (cursor.accept('WITH', 'SYSTEM', 'VERSIONING') || cursor.accept('WITHOUT', 'SYSTEM', 'VERSIONING'))
    return true;
  // Storage engine options: name=value.
  if (!typed.serial && cursor.seesName() && cursor.peek().word === '=') {
    cursor.at += 2;
    cursor.next();
    return true;
  }
  return false;
}

function readColumnCheck(cursor: Cursor, column: Mutable): boolean {
  let name: string | null = null;
  if (cursor.accept('CONSTRAINT')) {
    if (cursor.seesName()) name = cursor.name();
    if (!cursor.sees('CHECK')) cursor.giveUp('a constraint on a column that is no CHECK');
    if (cursor.server.vendor === 'mariadb') cursor.refuse();
  }
  cursor.expect('CHECK');
  const check = readCheck(cursor, name);
  // A second check on one column would need a list; nobody writes one.
  if (column.check) cursor.giveUp('a second CHECK on one column');
  column.check = check;
  return true;
}

function readGenerated(cursor: Cursor, column: Mutable): boolean {
  const { sqlMode } = cursor.server;
  if (cursor.sees('ROW')) cursor.giveUp('a system-versioned table');
  const sql = canonicalTokens(cursor.balanced(), { sqlMode });
  let stored = false;
  if (cursor.accept('STORED')) stored = true;
  else if (cursor.sees('PERSISTENT')) {
    if (cursor.server.vendor === 'mysql') cursor.refuse();
    cursor.next();
    stored = true;
  } else cursor.accept('VIRTUAL');
  column.generated = { stored, sql };
  return true;
}

/**
 * The value after DEFAULT: null for NULL, decoded literals as they are written (numbers keep their digits, TRUE is 1),
 * CURRENT_TIMESTAMP in its canonical form, everything else as an expression. `type`: the column's, where it is known.
 */
export function readDefault(cursor: Cursor, type: ColumnType | null): WrittenDefault | null {
  const { kind, word, text } = cursor.token;
  if (cursor.accept('NULL')) return null;
  if (cursor.accept('TRUE')) return { ...numeral('1'), isTruth: true };
  if (cursor.accept('FALSE')) return { ...numeral('0'), isTruth: true };
  if (kind === 'string') {
    const value = cursor.string();
    return type?.base === 'bit' ? { kind: 'bytes', bytes: utf8Bytes(value), number: true } : literal(value);
  }
  if (kind === 'introducer') {
    cursor.next();
    return cursor.token.kind === 'bytes' ? readBytes(cursor) : literal(cursor.string());
  }
  if (kind === 'number') {
    cursor.next();
    return numeral(text);
  }
  if (kind === 'bytes') return readBytes(cursor);
  if (word === '-' || word === '+') {
    cursor.next();
    if (cursor.token.kind !== 'number') cursor.refuse();
    const digits = cursor.next().text;
    return numeral(word === '-' ? `-${digits}` : digits);
  }
  const moment = readMoment(cursor);
  if (moment) return { kind: 'expression', sql: moment };
  if (word === '(') return readExpressionDefault(cursor);
  if ((word === 'DATE' || word === 'TIME' || word === 'TIMESTAMP') && cursor.peek().kind === 'string') {
    if (cursor.server.vendor === 'mysql') cursor.giveUp(`a ${word} literal as a default`);
    cursor.next();
    return literal(cursor.string());
  }
  return readBareDefault(cursor);
}

function readExpressionDefault(cursor: Cursor): WrittenDefault | null {
  const { server } = cursor;
  if (server.vendor === 'mysql' && !atLeast(server, 'mysql', 8, 0, 13)) cursor.refuse();
  const inside = cursor.balanced();
  const sql = canonicalTokens(inside, { sqlMode: server.sqlMode });
  if (server.vendor === 'mariadb') {
    // MariaDB keeps a literal in parentheses as the literal.
    if (sql === 'null') return null;
    const bare = inside.filter(({ word }) => word !== '(' && word !== ')');
    if (bare.length === 1 && bare[0]?.kind === 'string') return literal(bare[0].text);
    if (bare.length === 1 && bare[0]?.kind === 'number') return numeral(bare[0].text);
    if (bare.length === 2 && bare[0]?.word === '-' && bare[1]?.kind === 'number')
      return numeral(`-${bare[1].text}`);
    return { kind: 'expression', sql };
  }
  return { kind: 'expression', sql, inParentheses: true };
}

/** MariaDB (10.2 on) takes an expression of one term without parentheses: `DEFAULT uuid()`. */
function readBareDefault(cursor: Cursor): ColumnDefault {
  const { server, token } = cursor;
  if (!atLeast(server, 'mariadb', 10, 2)) cursor.refuse();
  const from = cursor.at;
  const sequence = cursor.accept('NEXT', 'VALUE', 'FOR')
    ? 'nextval'
    : cursor.accept('PREVIOUS', 'VALUE', 'FOR')
      ? 'lastval'
      : null;
  if (sequence) return { kind: 'expression', sql: `${sequence}(${quoteName(cursor.tableName().name)})` };
  if (token.kind !== 'word' && token.kind !== 'name') cursor.refuse();
  cursor.next();
  while (cursor.accept('.')) cursor.next();
  if (cursor.sees('(')) cursor.balanced();
  else if (token.word !== 'CURRENT_USER' && token.word !== 'CURRENT_ROLE' && !cursor.server.vendor)
    cursor.refuse(token);
  const tokens = cursor.tokens.slice(from, cursor.at);
  return { kind: 'expression', sql: canonicalTokens(tokens, { sqlMode: server.sqlMode }) };
}

const literal = (value: string) => ({ kind: 'literal', value }) as const;
const numeral = (value: string) => ({ kind: 'literal', value, isNumber: true }) as const;

/** `x'0f'`, `0x0F`, `b'1111'` or `0b1111`. MariaDB takes `x'0f'` for text where a number is wanted. */
function readBytes(cursor: Cursor): WrittenDefault {
  const { text } = cursor.next();
  const isQuoted = text[1] === "'";
  const digits = isQuoted ? text.slice(2, -1) : text.slice(2);
  const isBits = text[0] === 'b' || text[1] === 'b';
  const [base, width] = isBits ? [2, 8] : [16, 2];
  const whole = digits.padStart(Math.ceil(digits.length / width) * width, '0');
  let bytes = '';
  for (let i = 0; i < whole.length; i += width)
    bytes += String.fromCharCode(Number.parseInt(whole.slice(i, i + width), base));
  const number = isBits || !isQuoted || cursor.server.vendor === 'mysql';
  return { kind: 'bytes', bytes, number };
}

/** Text as UTF-8, each byte a character. */
const utf8Bytes = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));

/** CURRENT_TIMESTAMP in any spelling, canonical; null if something else comes next. */
function readMoment(cursor: Cursor): string | null {
  const word = cursor.token.word;
  if (word === 'NOW' && cursor.peek().word !== '(') return null;
  if (!['CURRENT_TIMESTAMP', 'NOW', 'LOCALTIME', 'LOCALTIMESTAMP'].includes(word)) return null;
  cursor.next();
  if (!cursor.accept('(')) return 'CURRENT_TIMESTAMP';
  const digits = cursor.sees(')') ? 0 : cursor.integer();
  cursor.expect(')');
  return digits > 0 ? `CURRENT_TIMESTAMP(${digits})` : 'CURRENT_TIMESTAMP';
}
