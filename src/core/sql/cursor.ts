import { isSameTable } from '../schema/lookup';
import type { TableName } from '../schema/model';
import type { ServerProfile } from '../schema/server';
import type { ColumnSpec } from '../schema/statement';
import { tokenize } from './lexer';
import { lexicalRules, versionNumber } from './lexicalRules';
import { isReserved } from './reserved';
import type { Token } from './token';

/** Why reading stopped: the server surely refuses the text here, or only we can't read it. */
export class ReadingStopped extends Error {
  constructor(
    readonly verdict: 'syntaxError' | 'unreadable' | 'unknownType' | 'wrongTable',
    readonly token: Token,
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** Versions whose grammar we have read; later ones may have more. */
const KNOWN = { mysql: 90_799, mariadb: 120_399 } as const;

/** Keywords that MariaDB does not take for an option's name, though it does for a column's. */
const NO_OPTION = new Set([
  'VISIBLE',
  'CHARSET',
  'COMPRESSED',
  'STORAGE',
  'COLUMN_FORMAT',
  'VIRTUAL',
  'STORED',
  'PERSISTENT',
]);

const isNewer = (server: ServerProfile): boolean => versionNumber(server.version) > KNOWN[server.vendor];

/** The tokens of one statement and a place in them. Its methods throw only ReadingStopped. */
export class Cursor {
  at = 0;
  /** The table whose columns the statement defines. */
  table: TableName | null = null;
  /** The columns that have been read. */
  readonly columns: ColumnSpec[] = [];
  /** The column that is being read, which is a whole column if nothing follows the token there. */
  column: { readonly spec: ColumnSpec; readonly at: number } | null = null;
  readonly tokens: readonly Token[];

  constructor(
    readonly sql: string,
    readonly server: ServerProfile,
  ) {
    this.tokens = tokenize(sql, lexicalRules(server));
  }

  get token(): Token {
    return this.tokens[this.at] as Token;
  }

  peek(offset = 1): Token {
    return this.tokens[Math.min(this.at + offset, this.tokens.length - 1)] as Token;
  }

  next(): Token {
    const token = this.token;
    if (token.kind === 'broken') this.refuse();
    if (token.kind !== 'end') this.at++;
    return token;
  }

  /** The last token read. */
  get previous(): Token {
    return this.tokens[Math.max(this.at - 1, 0)] as Token;
  }

  /** True when the words and symbols come next, in this order. */
  sees(first: string, second?: string, third?: string): boolean {
    if (this.token.word !== first) return false;
    if (second !== undefined && this.peek(1).word !== second) return false;
    return third === undefined || this.peek(2).word === third;
  }

  seesAny(...words: readonly string[]): boolean {
    return words.includes(this.token.word);
  }

  /** Passes over the words if all of them come next. */
  accept(first: string, second?: string, third?: string): boolean {
    if (!this.sees(first, second, third)) return false;
    this.at += second === undefined ? 1 : third === undefined ? 2 : 3;
    return true;
  }

  acceptAny(...words: readonly string[]): string | null {
    const { word } = this.token;
    if (word === '' || !words.includes(word)) return null;
    this.at++;
    return word;
  }

  expect(...words: readonly string[]): void {
    for (const word of words) if (!this.accept(word)) this.refuse();
  }

  get atEnd(): boolean {
    return this.token.kind === 'end';
  }

  /** The server refuses the statement at this token. */
  refuse(token: Token = this.token): never {
    throw new ReadingStopped('syntaxError', token, 'syntax error');
  }

  /** We can't read on here; the server perhaps can. */
  giveUp(reason: string): never {
    throw new ReadingStopped('unreadable', this.token, reason);
  }

  /**
   * Something that the grammar does not have here. Servers that we know refuse it; a newer one may have learnt it if
   * it is a word. `options`: MariaDB reads any name here as an option, and stumbles over what follows it.
   */
  unexpected(options = false): never {
    const { kind, text } = this.token;
    if (kind === 'word' && isNewer(this.server)) this.giveUp(`can't read from ${text} on`);
    const isOption = options && this.server.vendor === 'mariadb' && this.seesName();
    if (isOption && !NO_OPTION.has(this.token.word)) this.refuse(this.peek());
    this.refuse();
  }

  /** `IF EXISTS`, or `IF NOT EXISTS`. */
  acceptIf(...words: readonly string[]): boolean {
    if (!this.accept('IF')) return false;
    this.expect(...words);
    return true;
  }

  /** True when an identifier comes next. */
  seesName(): boolean {
    const { kind, word } = this.token;
    return kind === 'name' || (kind === 'word' && !isReserved(word, this.server));
  }

  /** An identifier; reserved words must be quoted. */
  name(): string {
    if (!this.seesName()) this.refuse();
    return this.next().text;
  }

  /** A column that is defined, changed or dropped; MariaDB takes `table`.`column`, too, and refuses another table's. */
  columnName(): string {
    const { token } = this;
    const names = [this.name()];
    if (this.server.vendor !== 'mariadb') return names[0] ?? '';
    while (names.length < 3 && this.accept('.')) names.push(this.name());
    const table = names.at(-2);
    if (table !== undefined && this.table && !isSameTable(this.server, table, this.table.name))
      throw new ReadingStopped('wrongTable', token, table);
    return names.at(-1) ?? '';
  }

  /** `table` or `schema`.`table`, in lower case where the server keeps such names so. */
  tableName(): TableName {
    const read = () => (this.server.lowerCaseTableNames === 1 ? this.name().toLowerCase() : this.name());
    const first = read();
    return this.accept('.') ? { schema: first, name: read() } : { schema: null, name: first };
  }

  /** `a, b, c` with one reading function, at least one. */
  list<T>(read: () => T): T[] {
    const found = [read()];
    while (this.accept(',')) found.push(read());
    return found;
  }

  /** `(a, b, c)` */
  parenthesised<T>(read: () => T): T[] {
    this.expect('(');
    const found = this.list(read);
    this.expect(')');
    return found;
  }

  /** A string literal; adjacent ones are one. */
  string(): string {
    if (this.token.kind === 'introducer') this.next();
    if (this.token.kind !== 'string') this.refuse();
    let text = this.next().text;
    while (this.token.kind === 'string') text += this.next().text;
    return text;
  }

  /** One string literal, where adjacent ones are not read as one. */
  oneString(): string {
    if (this.token.kind === 'introducer') this.next();
    if (this.token.kind !== 'string') this.refuse();
    return this.next().text;
  }

  /** A whole number without sign. */
  integer(): number {
    const { kind, text } = this.token;
    if (kind !== 'number' || !/^\d+$/.test(text)) this.refuse();
    this.next();
    return Number(text);
  }

  /**
   * Passes over `( … )`, however deep, and returns the tokens between the outer parentheses.
   */
  balanced(): readonly Token[] {
    if (!this.sees('(')) this.refuse();
    this.next();
    const from = this.at;
    let depth = 1;
    for (;;) {
      const { word, kind } = this.token;
      if (kind === 'end' || kind === 'broken') this.refuse();
      if ((word === '->' || word === '->>') && this.server.vendor === 'mariadb') this.refuseArrow();
      if (word === '(') depth++;
      else if (word === ')' && --depth === 0) break;
      this.at++;
    }
    const inside = this.tokens.slice(from, this.at);
    this.at++;
    return inside;
  }

  /** MariaDB has no `->`: it reads a minus, and stumbles over what comes after it. */
  private refuseArrow(): never {
    this.refuse({ ...this.token, start: this.token.start + 1 });
  }

  /** Passes over everything up to a `,` or `)` of this level or the end. */
  skipItem(): void {
    while (!this.atEnd && !this.seesAny(',', ')', ';')) {
      if (this.sees('(')) this.balanced();
      else this.next();
    }
  }
}
