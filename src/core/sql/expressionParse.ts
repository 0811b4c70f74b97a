import { BIT_PRECEDENCE } from '../schema/precedence';
import { canonicalBytes, canonicalColumn, canonicalNumber } from './canonicalText';
import { plainCall, specialCall, windowed } from './expressionCalls';
import {
  atom,
  binary,
  call,
  compare,
  condition,
  isComparison,
  logic,
  type Node,
  not,
} from './expressionNodes';
import { quoteString } from './expressionPrint';
import type { ExpressionRules } from './expressionRules';
import { FUNCTION_NAMES, PLAIN_NAMES, UNITS } from './functionNames';
import { NotRead } from './notRead';
import type { Token } from './token';

const MAX_DEPTH = 200;

/** Parses tokens into a tree. Throws NotRead for what it does not know (subqueries, window functions …). */
export function parseExpression(tokens: readonly Token[], rules: ExpressionRules): Node {
  const parser = new ExpressionParser(tokens, rules);
  const node = parser.whole();
  return rules.condition ? condition(node) : node;
}

const END: Token = { kind: 'end', text: '', word: '', start: 0, end: 0 };

/** Reads one expression; the functions of expressionCalls.ts read the calls with it. */
export class ExpressionParser {
  at = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly rules: ExpressionRules,
  ) {}

  whole(): Node {
    const node = this.expression();
    if (this.at < this.tokens.length) throw new NotRead();
    return node;
  }

  get token(): Token {
    return this.tokens[this.at] ?? END;
  }

  peek(offset: number): Token {
    return this.tokens[this.at + offset] ?? END;
  }

  accept(word: string): boolean {
    if (this.token.word !== word) return false;
    this.at++;
    return true;
  }

  expect(word: string): void {
    if (!this.accept(word)) throw new NotRead();
  }

  expression(): Node {
    if (++this.depth > MAX_DEPTH) throw new NotRead();
    const node = this.or();
    this.depth--;
    return node;
  }

  private or(): Node {
    const parts = [this.xor()];
    while (this.accept('OR') || (!this.pipesConcat && this.accept('||'))) parts.push(this.xor());
    return logic('or', parts);
  }

  private get pipesConcat(): boolean {
    const mode = this.rules.sqlMode ?? [];
    return mode.includes('PIPES_AS_CONCAT') || mode.includes('ANSI');
  }

  private xor(): Node {
    const parts = [this.and()];
    while (this.accept('XOR')) parts.push(this.and());
    return logic('xor', parts);
  }

  private and(): Node {
    const parts = [this.negation()];
    while (this.accept('AND') || this.accept('&&')) parts.push(this.negation());
    return logic('and', parts);
  }

  private negation(): Node {
    let count = 0;
    while (this.accept('NOT')) count++;
    let node = this.comparison();
    for (; count > 0; count--) node = not(node);
    return node;
  }

  private comparison(): Node {
    let node = this.predicate();
    for (;;) {
      const operator = this.token.word === '!=' ? '<>' : this.token.word;
      if (isComparison(operator)) {
        this.at++;
        const isQuantified = ['ALL', 'ANY', 'SOME'].includes(this.token.word) && this.peek(1).word === '(';
        node = isQuantified ? this.quantified(operator, node) : compare(operator, node, this.predicate());
      } else if (this.accept('IS')) {
        const negated = this.accept('NOT');
        const what = this.token.word;
        if (!['NULL', 'TRUE', 'FALSE', 'UNKNOWN'].includes(what)) throw new NotRead();
        this.at++;
        const isNull = what === 'NULL' || what === 'UNKNOWN';
        node = {
          kind: 'is',
          operand: isNull ? node : condition(node),
          negated,
          what: isNull ? 'null' : what.toLowerCase(),
        };
      } else return node;
    }
  }

  /** `= any (select …)`, which is IN, or `> all (select …)`. */
  private quantified(operator: string, operand: Node): Node {
    const all = this.token.word === 'ALL';
    this.at += 2;
    const inside = atom(this.subquery());
    if (operator === '=' && !all) return { kind: 'in', operand, negated: false, members: [inside] };
    if (operator === '<>' && all) return { kind: 'in', operand, negated: true, members: [inside] };
    return compare(operator, operand, {
      kind: 'special',
      parts: [all ? 'all (' : 'any (', inside, ')'],
    });
  }

  private predicate(): Node {
    const operand = this.bits(0);
    const negated =
      this.token.word === 'NOT' && ['IN', 'BETWEEN', 'LIKE', 'REGEXP', 'RLIKE'].includes(this.peek(1).word);
    if (negated) this.at++;
    if (this.accept('IN')) {
      this.expect('(');
      const isQuery = this.seesSelect();
      const members = this.arguments();
      const [only] = members;
      // Both servers make a comparison of it.
      if (only && members.length === 1 && !isQuery) return compare(negated ? '<>' : '=', operand, only);
      return { kind: 'in', operand, negated, members };
    }
    if (this.accept('SOUNDS')) {
      this.expect('LIKE');
      return compare('=', call('soundex', [operand]), call('soundex', [this.bits(0)]));
    }
    if (this.token.word === 'MEMBER' && this.peek(1).word === 'OF') {
      this.at += 2;
      this.expect('(');
      return { kind: 'special', parts: [operand, ' member of (', this.expression(), this.closed()] };
    }
    if (this.accept('BETWEEN')) {
      const low = this.bits(0);
      this.expect('AND');
      return { kind: 'between', operand, negated, low, high: this.predicate() };
    }
    if (this.accept('LIKE')) {
      const pattern = this.bits(0);
      const escaped = this.accept('ESCAPE') ? this.simple() : null;
      return { kind: 'like', operator: 'like', operand, negated, pattern, escape: escaped };
    }
    if (this.accept('REGEXP') || this.accept('RLIKE'))
      return { kind: 'like', operator: 'regexp', operand, negated, pattern: this.bits(0), escape: null };
    return operand;
  }

  private closed(): string {
    this.expect(')');
    return ')';
  }

  bits(least: number): Node {
    let node = this.simple();
    for (;;) {
      const { word } = this.token;
      const operator = word === 'MOD' ? '%' : word === 'DIV' ? 'div' : word;
      if (operator === '||' && this.pipesConcat) {
        this.at++;
        node = call('concat', [node, this.bits(14)]);
        continue;
      }
      const own = BIT_PRECEDENCE[operator];
      if (own === undefined || own < least) return node;
      this.at++;
      node = binary(operator, node, this.bits(own + 1));
    }
  }

  private simple(): Node {
    let node = this.prefixed();
    while (this.token.word === 'COLLATE' || this.token.word === '->' || this.token.word === '->>') {
      const { word } = this.token;
      this.at++;
      if (word === 'COLLATE') {
        node = { kind: 'collate', operand: node, collation: this.plainWord() };
        continue;
      }
      if (this.token.kind !== 'string') throw new NotRead();
      const path = this.literal();
      const extract = call('json_extract', [node, path]);
      node = word === '->' ? extract : call('json_unquote', [extract]);
    }
    return node;
  }

  private prefixed(): Node {
    const { word } = this.token;
    if (word !== '-' && word !== '+' && word !== '~' && word !== '!' && word !== 'BINARY')
      return this.primary();
    if (++this.depth > MAX_DEPTH) throw new NotRead();
    this.at++;
    const operand = this.simple();
    this.depth--;
    if (word === '+') return operand;
    if (word === '!') return not(operand);
    if (word === 'BINARY') return { kind: 'special', parts: ['cast(', operand, ' as binary)'] };
    if (word === '-' && operand.kind === 'atom' && operand.literal && /^[0-9.]/.test(operand.text))
      return { kind: 'unary', operator: '-', operand };
    return { kind: 'unary', operator: word, operand };
  }

  literal(): Node {
    if (this.token.kind === 'introducer') {
      this.at++;
      return this.literal();
    }
    if (this.token.kind === 'string') {
      let text = '';
      while (this.token.kind === 'string') {
        text += this.token.text;
        this.at++;
      }
      return atom(quoteString(text), true);
    }
    if (this.token.kind !== 'bytes') throw new NotRead();
    const text = canonicalBytes(this.token.text);
    this.at++;
    return atom(text, true);
  }

  private primary(): Node {
    const { kind, text, word } = this.token;
    switch (kind) {
      case 'introducer':
      case 'string':
      case 'bytes':
        return this.literal();
      case 'number':
        this.at++;
        return atom(canonicalNumber(text), true);
      case 'variable':
        this.at++;
        return atom(text.toLowerCase());
      case 'name':
        return this.column();
      case 'symbol':
        if (word === '(') return this.group();
        if (word === '?') {
          this.at++;
          return atom('?');
        }
        throw new NotRead();
      case 'word':
        return this.wordLed();
      default:
        throw new NotRead();
    }
  }

  private group(): Node {
    this.at++;
    if (this.seesSelect()) return atom(`(${this.subquery()})`);
    const first = this.expression();
    if (this.accept(')')) return first;
    this.expect(',');
    return { kind: 'row', members: [first, ...this.arguments()] };
  }

  /** `a, b)`; the opening parenthesis is read already. */
  arguments(): Node[] {
    const found: Node[] = [];
    if (this.accept(')')) return found;
    if (this.seesSelect()) return [atom(this.subquery())];
    for (;;) {
      found.push(this.expression());
      if (this.accept(')')) return found;
      this.expect(',');
    }
  }

  private seesSelect(): boolean {
    return this.token.word === 'SELECT' || this.token.word === 'WITH';
  }

  /** A subquery up to its `)`, which is read too. */
  subquery(): string {
    const from = this.at;
    let depth = 1;
    for (; this.at < this.tokens.length; this.at++) {
      const { word } = this.token;
      if (word === '(') depth++;
      else if (word === ')' && --depth === 0) {
        const inside = this.tokens.slice(from, this.at++);
        if (!this.rules.select) throw new NotRead();
        return this.rules.select(inside);
      }
    }
    throw new NotRead();
  }

  private column(): Node {
    const first = this.token;
    const parts = [first.text];
    this.at++;
    while (this.token.word === '.' && (this.peek(1).kind === 'name' || this.peek(1).word === '*')) {
      parts.push(this.peek(1).text);
      this.at += 2;
    }
    if (this.token.word === '(') throw new NotRead();
    this.rules.onColumn?.(parts, first);
    return atom(canonicalColumn(parts, this.rules));
  }

  private wordLed(): Node {
    const { text, word } = this.token;
    const next = this.peek(1);
    if (word === 'NULL') return this.take(atom('null', true));
    if (word === 'TRUE') return this.take(atom('1', true));
    if (word === 'FALSE') return this.take(atom('0', true));
    if (word === 'CASE') return this.caseOf();
    if (word === 'INTERVAL' && next.word !== '(') return this.interval();
    if (word === 'INTERVAL') return this.intervalOrCall();
    if ((word === 'DATE' || word === 'TIME' || word === 'TIMESTAMP') && next.kind === 'string') {
      this.at++;
      return { kind: 'special', parts: [word.toLowerCase(), this.literal()] };
    }
    if (word === 'ROW' && next.word === '(') {
      this.at += 2;
      return { kind: 'row', members: this.arguments() };
    }
    if (next.word === '(') return this.function();
    const moment = PLAIN_NAMES[word];
    if (moment !== undefined) return this.take(atom(moment));
    if (word === 'SELECT' || word === 'DEFAULT') throw new NotRead();
    return next.word === '.' || !isStop(word) ? this.column() : this.stop(text);
  }

  private stop(text: string): never {
    throw new NotRead(text);
  }

  private take(node: Node): Node {
    this.at++;
    return node;
  }

  plainWord(): string {
    const { kind, text } = this.token;
    if (kind !== 'word' && kind !== 'name' && kind !== 'string') throw new NotRead();
    this.at++;
    return text.toLowerCase();
  }

  caseOf(): Node {
    this.at++;
    const subject = this.token.word === 'WHEN' ? null : this.expression();
    const arms: { when: Node; value: Node }[] = [];
    while (this.accept('WHEN')) {
      const when = this.expression();
      this.expect('THEN');
      arms.push({ when: subject ? when : condition(when), value: this.expression() });
    }
    const other = this.accept('ELSE') ? this.expression() : null;
    this.expect('END');
    return { kind: 'case', subject, arms, other };
  }

  interval(): Node {
    this.expect('INTERVAL');
    const amount = this.expression();
    return { kind: 'interval', amount, unit: this.unit() };
  }

  /** `interval (1 + 2) day` or the function `interval(a, b, c)`. */
  private intervalOrCall(): Node {
    const from = this.at;
    this.at += 2;
    const args = this.arguments();
    if (UNITS.has(this.token.word) && args.length === 1) {
      this.at = from;
      return this.interval();
    }
    return call('interval', args);
  }

  unit(): string {
    const { word } = this.token;
    const unit = word.startsWith('SQL_TSI_') ? word.slice(8) : word;
    if (!UNITS.has(unit)) throw new NotRead();
    this.at++;
    return unit.toLowerCase();
  }

  private function(): Node {
    const written = this.token.text.toLowerCase();
    const name = FUNCTION_NAMES[written] ?? written;
    if (isStop(this.token.word) && !RESERVED_FUNCTIONS.has(written)) throw new NotRead();
    this.at += 2;
    const node = specialCall(this, name) ?? plainCall(this, name);
    return this.token.word === 'OVER' ? windowed(this, node) : node;
  }
}

/** Words that begin or continue a clause and are never a column without quotes. */
const STOPS = new Set(
  `AND AS ASC BETWEEN BY COLLATE CREATE DESC DISTINCT DIV ELSE END FROM GROUP HAVING IN INTO IS JOIN LEFT LIKE LIMIT MOD NOT
ON OR ORDER OUTER REGEXP RIGHT RLIKE SELECT SET TABLE THEN UNION USING VALUES WHEN WHERE WITH XOR OVER INTERVAL`.split(
    /\s+/,
  ),
);
const isStop = (word: string): boolean => STOPS.has(word);
const RESERVED_FUNCTIONS = new Set(['left', 'right', 'mod', 'values', 'interval', 'exists', 'match']);
