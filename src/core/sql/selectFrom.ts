import type { SelectNames, TableName } from '../schema/model';
import { parseExpression } from './expressionParse';
import { printNode, quoteName } from './expressionPrint';
import type { ExpressionRules } from './expressionRules';
import { NotRead } from './notRead';
import type { Token } from './token';

type Source =
  | {
      readonly kind: 'table';
      readonly text: string;
      readonly bare: string;
      readonly name: string;
      /** null: the rows of a subquery. */
      readonly table: TableName | null;
    }
  | {
      readonly kind: 'join';
      readonly left: Source;
      readonly right: Source;
      readonly outer: boolean;
      readonly on: string | null;
      /** Its columns of one name are one column. */
      readonly using: boolean;
    };

export interface From {
  readonly text: string;
  /** The names that columns can be qualified with. */
  readonly names: readonly string[];
  readonly sources: SelectNames['sources'];
  /** Some columns of two tables are one: `join … using (…)`. */
  readonly using: boolean;
  /** For one table alone: without its alias. */
  readonly bare: string | null;
}

const MAX_DEPTH = 100;
const END: Token = { kind: 'end', text: '', word: '', start: 0, end: 0 };

/** Reads a FROM clause into one spelling of its joins: inner and cross joins are `join`, right joins are turned round. */
export function readFrom(tokens: readonly Token[], rules: ExpressionRules): From {
  const reader = new FromReader(tokens, rules);
  const source = reader.whole();
  const tables = tablesOf(source);
  return {
    text: print(source),
    names: tables.map(({ name }) => name),
    sources: tables.map(({ name, table }) => ({ name, table })),
    using: usesUsing(source),
    bare: source.kind === 'table' ? source.bare : null,
  };
}

function print(source: Source): string {
  if (source.kind === 'table') return source.text;
  const right = source.right.kind === 'join' ? `(${print(source.right)})` : source.right.text;
  const on = source.on === null ? '' : ` on ${source.on}`;
  return `${print(source.left)} ${source.outer ? 'left join' : 'join'} ${right}${on}`;
}

type TableSource = Extract<Source, { kind: 'table' }>;

const tablesOf = (source: Source): TableSource[] =>
  source.kind === 'table' ? [source] : [...tablesOf(source.left), ...tablesOf(source.right)];

const usesUsing = (source: Source): boolean =>
  source.kind === 'join' && (source.using || usesUsing(source.left) || usesUsing(source.right));

const firstName = (source: Source): string =>
  source.kind === 'table' ? source.name : firstName(source.left);

const STOPS = new Set(['JOIN', 'INNER', 'CROSS', 'STRAIGHT_JOIN', 'NATURAL', 'ON', 'USING', 'WHERE']);

class FromReader {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly rules: ExpressionRules,
  ) {}

  whole(): Source {
    const source = this.list();
    if (this.at < this.tokens.length) throw new NotRead();
    return source;
  }

  private get token(): Token {
    return this.tokens[this.at] ?? END;
  }

  private accept(word: string): boolean {
    if (this.token.word !== word) return false;
    this.at++;
    return true;
  }

  private list(): Source {
    if (++this.depth > MAX_DEPTH) throw new NotRead();
    let source = this.joined();
    while (this.accept(','))
      source = { kind: 'join', left: source, right: this.joined(), outer: false, on: null, using: false };
    this.depth--;
    return source;
  }

  private joined(): Source {
    let left = this.primary();
    for (;;) {
      const side = this.joinWord();
      if (side === null) return left;
      const right = this.primary();
      const using = this.token.word === 'USING';
      const on = this.condition(left, right);
      const sides = side === 'right' ? { left: right, right: left } : { left, right };
      left = { kind: 'join', ...sides, outer: side !== 'inner', on, using };
    }
  }

  private joinWord(): 'inner' | 'left' | 'right' | null {
    const { word } = this.token;
    if (this.accept('JOIN') || this.accept('STRAIGHT_JOIN')) return 'inner';
    if (word === 'INNER' || word === 'CROSS') {
      this.at++;
      if (!this.accept('JOIN')) throw new NotRead();
      return 'inner';
    }
    if (word === 'LEFT' || word === 'RIGHT') {
      this.at++;
      this.accept('OUTER');
      if (!this.accept('JOIN')) throw new NotRead();
      return word === 'LEFT' ? 'left' : 'right';
    }
    if (word === 'NATURAL') throw new NotRead();
    return null;
  }

  private condition(left: Source, right: Source): string | null {
    if (this.accept('ON')) {
      const from = this.at;
      this.skip();
      const tokens = this.tokens.slice(from, this.at);
      return printNode(parseExpression(tokens, { ...this.rules, condition: true }));
    }
    if (!this.accept('USING')) return null;
    if (!this.accept('(')) throw new NotRead();
    const pairs: string[] = [];
    do {
      const column = quoteName(this.token.text);
      this.at++;
      const [first, second] = [quoteName(firstName(left)), quoteName(firstName(right))].sort();
      pairs.push(`${first}.${column} = ${second}.${column}`);
    } while (this.accept(','));
    if (!this.accept(')')) throw new NotRead();
    return pairs.join(' and ');
  }

  /** Passes over a condition up to the next join, `,` or the end of this level. */
  private skip(): void {
    let level = 0;
    for (; this.at < this.tokens.length; this.at++) {
      const { word } = this.token;
      if (word === '(') level++;
      else if (word === ')') {
        if (level === 0) return;
        level--;
      } else if (level === 0 && (word === ',' || STOPS.has(word) || this.isSide())) return;
    }
  }

  /** LEFT or RIGHT as a join, not as a function. */
  private isSide(): boolean {
    const { word } = this.token;
    return (word === 'LEFT' || word === 'RIGHT') && this.tokens[this.at + 1]?.word !== '(';
  }

  private primary(): Source {
    if (this.accept('LATERAL')) throw new NotRead();
    if (this.accept('(')) {
      if (this.token.word === 'SELECT' || this.token.word === 'WITH') return this.derived();
      const inside = this.list();
      if (!this.accept(')')) throw new NotRead();
      return inside;
    }
    const parts = [this.name()];
    while (this.accept('.')) parts.push(this.name());
    if (this.token.word === '(') throw new NotRead();
    const own = parts.length > 1 && parts[0] === this.rules.database ? parts.slice(1) : parts;
    const table = own.map(quoteName).join('.');
    const alias = this.alias();
    if (['USE', 'FORCE', 'IGNORE', 'PARTITION', 'TABLESAMPLE', 'FOR'].includes(this.token.word))
      throw new NotRead();
    const name = alias ?? (own.at(-1) as string);
    const text = alias !== null && alias !== own.at(-1) ? `${table} ${quoteName(alias)}` : table;
    const of = { schema: own.length > 1 ? (own[0] as string) : null, name: own.at(-1) as string };
    return { kind: 'table', text, bare: table, name, table: of };
  }

  private derived(): Source {
    const from = this.at;
    let level = 1;
    for (; this.at < this.tokens.length; this.at++) {
      const { word } = this.token;
      if (word === '(') level++;
      else if (word === ')' && --level === 0) break;
    }
    const inside = this.tokens.slice(from, this.at++);
    const alias = this.alias();
    if (!this.rules.select || alias === null) throw new NotRead();
    const text = `(${this.rules.select(inside)})`;
    return { kind: 'table', text: `${text} ${quoteName(alias)}`, bare: text, name: alias, table: null };
  }

  private alias(): string | null {
    if (this.accept('AS')) return this.name();
    const { kind, word } = this.token;
    const isName = kind === 'name' || (kind === 'word' && !STOPS.has(word) && !NOT_ALIAS.has(word));
    return isName ? this.name() : null;
  }

  private name(): string {
    const { kind, text } = this.token;
    if (kind !== 'name' && kind !== 'word') throw new NotRead();
    this.at++;
    return text;
  }
}

const NOT_ALIAS = new Set([
  'LEFT',
  'RIGHT',
  'USE',
  'FORCE',
  'IGNORE',
  'PARTITION',
  'FOR',
  'TABLESAMPLE',
  'LATERAL',
  'SET',
]);
