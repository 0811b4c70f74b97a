import type { Column, Expression } from './model';
import { findNamed } from './names';
import { BIT_PRECEDENCE, LOGIC_PRECEDENCE } from './precedence';
import { tokensOf } from './tokens';
import { familyOf } from './types';

/*
 * MariaDB stores and indexes no generated value that depends on the session's sql_mode, of which three flags matter:
 * PAD_CHAR_TO_FULL_LENGTH (how long a CHAR is where it is read), NO_UNSIGNED_SUBTRACTION (`u - 1`), and
 * TIME_ROUND_FRACTIONAL (fractions of a second that the column can't hold). The canonical text is read here once more,
 * for the types of its values.
 */

type Kind = 'integer' | 'number' | 'string' | 'moment' | 'null';

interface Value {
  readonly kind: Kind;
  readonly unsigned: boolean;
  /** Digits behind the point, which a moment made of it could have. */
  readonly fraction: number;
  /** A CHAR column whose padding nobody has taken off yet. */
  readonly padded: boolean;
  /** It hangs on the sql_mode. */
  readonly depends: boolean;
}

const value = (kind: Kind, fraction = 0, unsigned = false, padded = false): Value => ({
  kind,
  fraction,
  unsigned,
  padded,
  depends: false,
});

/** What reads values as they are hangs on the sql_mode as they do, and where a CHAR is among them. */
const madeOf = (made: Value, ...parts: readonly Value[]): Value =>
  parts.some(({ padded, depends }) => padded || depends) ? { ...made, depends: true } : made;

const MOST = 6;
const TRUTH = value('integer');
const STRING = value('string', MOST);
const NULL = value('null');

const COMPARISON = new Set(['=', '<=>', '<>', '<', '>', '<=', '>=']);
const LEVELS: Readonly<Record<string, number>> = { ...LOGIC_PRECEDENCE, ...BIT_PRECEDENCE };
const PREDICATE = 6;
const PREDICATES = new Set([...COMPARISON, 'is', 'in', 'not', 'between', 'like', 'regexp']);

const INTEGERS = new Set(
  (
    'length octet_length char_length bit_length ascii ord locate instr position year month day dayofmonth dayofweek ' +
    'dayofyear hour minute second microsecond week weekday weekofyear quarter yearweek to_days datediff isnull crc32 ' +
    'sign strcmp find_in_set field json_length json_valid json_contains json_contains_path json_depth json_exists ' +
    'period_add period_diff bit_count interval'
  ).split(' '),
);
const STRINGS = new Set(
  (
    'concat concat_ws upper lower ucase lcase substring substr mid left right trim ltrim rtrim replace hex unhex md5 sha1 ' +
    'sha sha2 lpad reverse json_unquote json_extract json_value json_query json_object json_array json_compact ' +
    'substring_index repeat format space char bin oct conv elt quote soundex to_base64 from_base64 regexp_replace ' +
    'regexp_substr insert'
  ).split(' '),
);
const CHOICES = new Set(['ifnull', 'coalesce', 'greatest', 'least']);

class NotRead extends Error {}

/** Reads a canonical expression for its value. */
class Reader {
  private readonly tokens: readonly string[];
  private at = 0;

  constructor(
    sql: Expression,
    private readonly columns: readonly Column[],
  ) {
    this.tokens = tokensOf(sql);
  }

  whole(): Value {
    const result = this.tokens.length === 1 && this.tokens[0]!.startsWith("'") ? this.moment() : this.read(0);
    if (this.at < this.tokens.length) throw new NotRead();
    return result;
  }

  /** A literal that stands alone is read as a moment. */
  private moment(): Value {
    const written = /^'\d+-\d+-\d+(?:[ T]\d+:\d+(?::\d+(?:\.(\d*))?)?)?'$/.exec(this.tokens[this.at++]!);
    return value('string', written ? Math.min(MOST, written[1]?.length ?? 0) : MOST);
  }

  private get next(): string {
    return this.tokens[this.at] ?? '';
  }

  private takes(token: string): boolean {
    if (this.next !== token) return false;
    this.at++;
    return true;
  }

  private expect(token: string): void {
    if (!this.takes(token)) throw new NotRead();
  }

  private read(least: number): Value {
    let left = this.operand();
    for (;;) {
      const operator = this.next;
      if (operator === 'collate') {
        this.at += 2;
        left = madeOf(STRING, left);
        continue;
      }
      if (PREDICATES.has(operator)) {
        if (PREDICATE < least) return left;
        left = this.predicate(left);
        continue;
      }
      const level = LEVELS[operator];
      if (level === undefined || level < least) return left;
      this.at++;
      if (this.next === 'interval') {
        left = this.interval(left);
        continue;
      }
      const right = this.read(level + 1);
      // MariaDB does not look into AND and OR.
      const isCondition = operator === 'and' || operator === 'or';
      left = isCondition ? TRUTH : madeOf(this.arithmetic(operator, left, right), left, right);
    }
  }

  /** `+ interval 1 day` leaves a moment as precise as it is. */
  private interval(left: Value): Value {
    this.at++;
    const amount = this.read(14);
    const unit = this.tokens[this.at++] ?? '';
    if (left.kind !== 'moment' || !/^(?:year|quarter|month|week|day|hour|minute|second)$/.test(unit))
      throw new NotRead();
    return madeOf(left, left, amount);
  }

  private arithmetic(operator: string, left: Value, right: Value): Value {
    const unsigned = left.unsigned || right.unsigned;
    if (operator === 'div') return value('integer', 0, unsigned);
    if (!/^[-+*/%]$/.test(operator)) return value('integer', 0, /^(?:[&|^]|<<|>>)$/.test(operator));
    const whole = left.kind === 'integer' && right.kind === 'integer';
    if (whole && operator !== '/')
      return { ...value('integer', 0, unsigned), depends: operator === '-' && unsigned };
    if ([left, right].some(({ kind }) => kind === 'moment') && operator !== '+' && operator !== '-')
      throw new NotRead();
    const sum = left.fraction + right.fraction;
    const fraction =
      operator === '/' ? left.fraction + 4 : operator === '*' ? sum : Math.max(left.fraction, right.fraction);
    const depends = operator === '-' && left.unsigned && right.unsigned;
    return { ...value('number', Math.min(MOST, fraction)), depends };
  }

  private predicate(left: Value): Value {
    const operator = this.tokens[this.at++]!;
    if (COMPARISON.has(operator)) {
      const right = this.read(8);
      const sides = [left, right];
      // Only a number made of a text minds its trailing spaces.
      const hasNumber = sides.some(({ kind }) => kind === 'integer' || kind === 'number');
      return madeOf(TRUTH, ...(hasNumber ? sides : sides.map(unpadded)));
    }
    switch (operator) {
      case 'not':
        return this.predicate(left);
      case 'is':
        this.takes('not');
        this.at++;
        return madeOf(TRUTH, left);
      case 'in':
        this.expect('(');
        return madeOf(TRUTH, left, ...this.list());
      case 'between': {
        const low = this.read(8);
        this.expect('and');
        return madeOf(TRUTH, left, low, this.read(8));
      }
      default: {
        const literal = this.next.startsWith("'");
        const pattern = this.read(8);
        return madeOf(TRUTH, operator === 'like' && literal ? unpadded(left) : left, pattern);
      }
    }
  }

  /** Values up to the parenthesis that closes. */
  private list(): Value[] {
    const values: Value[] = [];
    if (this.takes(')')) return values;
    do values.push(this.read(0));
    while (this.takes(','));
    this.expect(')');
    return values;
  }

  private operand(): Value {
    const token = this.tokens[this.at++];
    if (token === undefined) throw new NotRead();
    if (token.startsWith("'")) return STRING;
    if (token.startsWith('`')) return this.column(token);
    if (/^\d/.test(token)) return numeral(token);
    if (token === '(') {
      const inner = this.read(0);
      this.expect(')');
      return inner;
    }
    if (token === '-' || token === '~') {
      const inner = this.read(14);
      const kind = inner.kind === 'string' ? 'number' : inner.kind;
      return madeOf(value(kind, inner.fraction), inner);
    }
    if (token === 'not') return madeOf(TRUTH, this.read(5));
    if (token === 'null') return NULL;
    if (token === 'true' || token === 'false') return TRUTH;
    if (token === 'case') return this.arms();
    if (this.takes('(')) return this.call(token);
    throw new NotRead();
  }

  private column(token: string): Value {
    const found = findNamed(this.columns, token.slice(1, -1).replaceAll('``', '`'));
    if (!found) throw new NotRead();
    return columnValue(found);
  }

  /** The digits that ROUND was told to leave: the last token before the parenthesis. */
  private rounded(): number {
    const digits = this.tokens[this.at - 2]!;
    if (!/^\d+$/.test(digits)) throw new NotRead();
    return Math.min(MOST, Number(digits));
  }

  /** CAST(… AS type) */
  private cast(): Value {
    const inner = this.read(0);
    this.expect('as');
    const type = this.tokens[this.at++];
    const digits = this.takes('(') ? Number(this.list()[0] ? this.tokens[this.at - 2] : 0) : 0;
    this.expect(')');
    if (type === 'datetime' || type === 'time') {
      const rounds = inner.kind === 'string' || inner.fraction > digits;
      return madeOf(value('moment', digits), inner, { ...NULL, depends: rounds });
    }
    if (type === 'date') return madeOf(value('moment'), inner);
    if (type === 'unsigned' || type === 'signed')
      return madeOf(value('integer', 0, type === 'unsigned'), inner);
    if (type === 'char') return madeOf(value('string', inner.fraction), inner);
    throw new NotRead();
  }

  private arms(): Value {
    const whens: Value[] = [];
    const values: Value[] = [];
    if (this.next !== 'when') whens.push(this.read(0));
    while (this.takes('when')) {
      whens.push(this.read(0));
      this.expect('then');
      values.push(this.read(0));
    }
    if (this.takes('else')) values.push(this.read(0));
    this.expect('end');
    return madeOf(chosen(values), ...whens, ...values);
  }

  private call(name: string): Value {
    if (name === 'cast') return this.cast();
    const args = this.list();
    if ((name === 'rtrim' || name === 'trim') && args.length === 1) return madeOf(STRING, unpadded(args[0]!));
    if (name === 'rpad' && args[0]?.padded) throw new NotRead();
    return madeOf(this.result(name, args), ...args);
  }

  private result(name: string, args: readonly Value[]): Value {
    if (INTEGERS.has(name)) return TRUTH;
    // They say that they have no fraction.
    if (name === 'hex' || name === 'unhex') return value('string');
    if (STRINGS.has(name)) return STRING;
    if (CHOICES.has(name)) return chosen(args);
    if (name === 'if') return chosen(args.slice(1));
    const [first] = args;
    if (!first) throw new NotRead();
    if (name === 'abs') return first.kind === 'string' ? value('number', MOST) : unpadded(first);
    if (name === 'nullif') return unpadded(first);
    if (name === 'round')
      return value(first.kind, first.kind === 'integer' ? 0 : this.rounded(), first.unsigned);
    if (/^(?:floor|ceil|ceiling)$/.test(name)) return value('number');
    throw new NotRead();
  }
}

const unpadded = (one: Value): Value => (one.padded ? { ...one, padded: false } : one);

function numeral(token: string): Value {
  const digits = /\.(\d*)/.exec(token)?.[1]?.length;
  if (/e/i.test(token)) return value('number', MOST);
  return digits === undefined ? TRUTH : value('number', Math.min(MOST, digits));
}

/** What IF, CASE, COALESCE … of those values are. */
function chosen(values: readonly Value[]): Value {
  const kinds = new Set(values.map(({ kind }) => kind).filter((kind) => kind !== 'null'));
  if (kinds.has('string')) return STRING;
  if (kinds.has('moment') && kinds.size > 1) throw new NotRead();
  const fraction = Math.max(0, ...values.map((one) => one.fraction));
  const unsigned = values.every((one) => one.unsigned || one.kind === 'null');
  if (kinds.size === 1) return value([...kinds][0]!, fraction, unsigned);
  return kinds.size === 0 ? NULL : value('number', fraction, unsigned);
}

function columnValue({ type }: Column): Value {
  switch (familyOf(type)) {
    case 'integer':
    case 'bit':
    case 'year':
      return value('integer', 0, type.unsigned || type.base === 'bit' || type.base === 'year');
    case 'decimal':
      return value('number', Math.min(MOST, type.scale ?? 0), type.unsigned);
    case 'float':
      return value('number', Math.min(MOST, type.scale ?? MOST));
    case 'enum':
    case 'set':
    case 'uuid':
    case 'inet':
      return value('string');
    case 'date':
      return value('moment');
    case 'time':
    case 'datetime':
    case 'timestamp':
      return value('moment', type.length ?? 0);
    default:
      return value('string', MOST, false, type.base === 'char');
  }
}

/** Whether what the generated column says hangs on the sql_mode; null where its form is not known here. */
export function dependsOnSqlMode(column: Column, columns: readonly Column[]): boolean | null {
  if (!column.generated) return false;
  let result: Value;
  try {
    result = new Reader(column.generated.sql, columns).whole();
  } catch (error) {
    if (error instanceof NotRead) return null;
    throw error;
  }
  const family = familyOf(column.type);
  if (family === 'time' || family === 'datetime' || family === 'timestamp')
    return result.depends || result.fraction > (column.type.length ?? 0);
  return result.depends || (result.padded && !TAKES_PADDED.test(column.type.base));
}

/** What cuts or compares the spaces away by itself. */
const TAKES_PADDED = /^(?:(?:tiny|small|medium|big)?int|decimal|float|double|char|date|year|enum|set)$/;

const TEXT_OR_SPACE =
  /'(?:[^'\\]|''|\\.)*'|`(?:[^`]|``)*`|is (?:not )?null\b|\bnull\b|, | % | div |\b(?:length|upper|lower|substring)(?=\()/g;
const PRINTED: Readonly<Record<string, string>> = {
  ', ': ',',
  ' % ': ' MOD ',
  ' div ': ' DIV ',
  length: 'octet_length',
  upper: 'ucase',
  lower: 'lcase',
  substring: 'substr',
  null: 'NULL',
};

/** The expression as MariaDB's messages print it. */
export const asMariaDbPrints = (sql: Expression): string =>
  sql.replace(TEXT_OR_SPACE, (found) =>
    found.startsWith("'") ? `'${found.slice(1, -1).replaceAll("''", "\\'")}'` : (PRINTED[found] ?? found),
  );
