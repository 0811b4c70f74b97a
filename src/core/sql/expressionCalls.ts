import { canonicalCast } from './canonicalText';
import { atom, binary, call, condition, type Node } from './expressionNodes';
import type { ExpressionParser } from './expressionParse';
import { printNode, quoteString } from './expressionPrint';
import { NotRead } from './notRead';

type Reader = ExpressionParser;

/** An ordinary call, its parenthesis read already: `name(a, b)`, with functions that have another form rewritten. */
export function plainCall(p: Reader, name: string): Node {
  if (p.token.word === '*' && p.peek(1).word === ')') {
    p.at += 2;
    return call(name, [name === 'count' ? atom('0') : atom('*')]);
  }
  const prefix = p.accept('DISTINCT') ? 'distinct ' : '';
  const args = p.arguments();
  const [first, second] = args;
  switch (name) {
    case 'now':
      return first && printsNonZero(first)
        ? atom(`CURRENT_TIMESTAMP(${first.kind === 'atom' ? first.text : ''})`)
        : atom('CURRENT_TIMESTAMP');
    case 'curtime':
      return call(name, first && printsNonZero(first) ? [first] : []);
    case 'mod':
      return first && second ? binary('%', first, second) : call(name, args);
    // MySQL shows so what WITH ROLLUP groups by.
    case 'rollup_group_item':
    case 'rollup_sum_switcher':
      return first ?? call(name, args);
    case 'round':
      return first && args.length === 1 ? call(name, [first, atom('0')]) : call(name, args);
    case 'json_length':
      return first && second ? call(name, [call('json_extract', [first, second])]) : call(name, args);
    case 'isnull':
      return first ? { kind: 'is', operand: first, negated: false, what: 'null' } : call(name, args);
    case 'regexp_like':
      if (first && second && args.length === 2)
        return {
          kind: 'like',
          operator: 'regexp',
          operand: first,
          negated: false,
          pattern: second,
          escape: null,
        };
      return call(name, args);
    case 'if':
      return first ? call(name, [condition(first), ...args.slice(1)]) : call(name, args);
    case 'datediff':
      return first && second
        ? binary('-', call('to_days', [first]), call('to_days', [second]))
        : call(name, args);
    case 'date':
    case 'time':
      return first ? { kind: 'special', parts: ['cast(', first, ` as ${name})`] } : call(name, args);
    case 'date_add':
    case 'date_sub':
      if (!first || !second || args.length !== 2) return call(name, args);
      // A number is days.
      return binary(
        name === 'date_add' ? '+' : '-',
        first,
        second.kind === 'interval' ? second : { kind: 'interval', amount: second, unit: 'day' },
      );
    case 'weekofyear':
      return first ? call('week', [first, atom('3')]) : call(name, args);
    case 'bin':
    case 'oct':
      return first ? call('conv', [first, atom('10'), atom(name === 'bin' ? '2' : '8')]) : call(name, args);
    case 'instr':
      return first && second ? call('locate', [second, first]) : call(name, args);
    case 'chr':
      return call('char', args);
    default:
      return call(name, args, prefix);
  }
}

/** Functions with a grammar of their own. */
export function specialCall(p: Reader, name: string): Node | null {
  switch (name) {
    case 'cast': {
      const value = p.expression();
      p.expect('AS');
      return { kind: 'special', parts: ['cast(', value, ` as ${castType(p)})`] };
    }
    case 'convert': {
      const value = p.expression();
      if (p.accept('USING')) {
        const charset = p.plainWord();
        p.expect(')');
        return {
          kind: 'special',
          parts: ['convert(', value, ` using ${charset === 'utf8' ? 'utf8mb3' : charset})`],
        };
      }
      p.expect(',');
      return { kind: 'special', parts: ['cast(', value, ` as ${castType(p)})`] };
    }
    case 'extract': {
      const unit = p.unit();
      p.expect('FROM');
      const value = p.expression();
      p.expect(')');
      return { kind: 'special', parts: [`extract(${unit} from `, value, ')'] };
    }
    case 'timestampdiff':
    case 'timestampadd': {
      const unit = p.unit();
      p.expect(',');
      const args = p.arguments();
      const [amount, moment] = args;
      if (name === 'timestampadd' && amount && moment)
        return binary('+', moment, { kind: 'interval', amount, unit });
      return call(name, [atom(unit), ...args]);
    }
    case 'trim':
      return trim(p);
    case 'char': {
      const codes = [p.expression()];
      while (p.accept(',')) codes.push(p.expression());
      // The character set is in no comparison: MySQL leaves it out where it is the connection's.
      if (p.accept('USING')) p.plainWord();
      p.expect(')');
      return call('char', codes);
    }
    case 'json_value':
      return jsonValue(p);
    case 'substr': {
      const value = p.expression();
      if (!p.accept('FROM')) {
        p.expect(',');
        return call('substr', [value, ...p.arguments()]);
      }
      const start = p.expression();
      const count = p.accept('FOR') ? [p.expression()] : [];
      p.expect(')');
      return call('substr', [value, start, ...count]);
    }
    case 'exists': {
      const inside = p.subquery();
      return { kind: 'special', parts: [`exists(${inside.replace(/ limit 1$/, '')})`] };
    }
    case 'group_concat':
      return groupConcat(p);
    case 'match':
      return match(p);
    case 'position': {
      const what = p.bits(0);
      p.expect('IN');
      const where = p.expression();
      p.expect(')');
      return call('locate', [what, where]);
    }
    default:
      return null;
  }
}

/** `json_value(doc, path [returning type] [… on empty] [… on error])` */
function jsonValue(p: Reader): Node {
  const parts: (string | Node)[] = ['json_value(', p.expression()];
  p.expect(',');
  parts.push(', ', p.expression());
  const rest: string[] = [];
  let depth = 0;
  while (p.token.word !== ')' || depth > 0) {
    const { kind, word, text } = p.token;
    if (kind === 'end' || kind === 'broken') throw new NotRead();
    if (word === '(') depth++;
    if (word === ')') depth--;
    rest.push(kind === 'string' ? quoteString(text) : text.toLowerCase());
    p.at++;
  }
  p.expect(')');
  // What MySQL returns without RETURNING, and shows.
  const said = rest.map((word) => ` ${word}`).join('');
  return { kind: 'special', parts: [...parts, said.replace(/^ returning char \( 512 \)/, ''), ')'] };
}

function trim(p: Reader): Node {
  const side = ['BOTH', 'LEADING', 'TRAILING'].includes(p.token.word) ? p.token.word.toLowerCase() : null;
  if (side) p.at++;
  const first: Node | null = p.token.word === 'FROM' ? null : p.expression();
  if (p.accept('FROM')) {
    const value = p.expression();
    p.expect(')');
    if (!first && (side ?? 'both') === 'both') return call('trim', [value]);
    const what: (string | Node)[] = first ? [first, ' from '] : ['from '];
    return { kind: 'special', parts: [`trim(${side ?? 'both'} `, ...what, value, ')'] };
  }
  p.expect(')');
  if (!first) throw new NotRead();
  return call('trim', [first]);
}

/** The type of a cast up to its `)`, which is read too. */
function castType(p: Reader): string {
  const words: string[] = [];
  let depth = 0;
  for (;;) {
    const { word, text, kind } = p.token;
    if (kind === 'end') throw new NotRead();
    p.at++;
    if (word === '(') depth++;
    if (word === ')' && --depth < 0) return canonicalCast(words);
    words.push(text.toLowerCase());
  }
}

const printsNonZero = (node: Node): boolean => !(node.kind === 'atom' && node.text === '0');

/** `group_concat([distinct] a, b [order by c desc] [separator ','])` */
function groupConcat(p: Reader): Node {
  const parts: (string | Node)[] = [p.accept('DISTINCT') ? 'group_concat(distinct ' : 'group_concat('];
  parts.push(p.expression());
  while (p.accept(',')) parts.push(', ', p.expression());
  if (p.accept('ORDER')) {
    p.expect('BY');
    parts.push(' order by ', ...orderList(p));
  }
  if (p.accept('SEPARATOR')) {
    const separator = printNode(p.expression());
    if (separator !== "','") parts.push(` separator ${separator}`);
  }
  p.expect(')');
  return { kind: 'special', parts: [...parts, ')'] };
}

function orderList(p: Reader): (string | Node)[] {
  const parts: (string | Node)[] = [];
  do {
    if (parts.length > 0) parts.push(', ');
    parts.push(p.expression());
    if (p.accept('DESC')) parts.push(' desc');
    else p.accept('ASC');
  } while (p.accept(','));
  return parts;
}

/** `match (a, b) against ('x' in boolean mode)` */
function match(p: Reader): Node {
  const columns = p.arguments();
  p.expect('AGAINST');
  p.expect('(');
  const value = p.bits(0);
  const words: string[] = [];
  while (!p.accept(')')) words.push(p.plainWord());
  const mode = words.join(' ').replace(/^in natural language mode ?/, '');
  return {
    kind: 'special',
    parts: [`match (${columns.map(printNode).join(', ')}) against (`, value, mode === '' ? ')' : ` ${mode})`],
  };
}

/** `f() over (partition by a order by b)`; frames are not read. */
export function windowed(p: Reader, node: Node): Node {
  p.expect('OVER');
  if (!p.accept('(')) return { kind: 'special', parts: [node, ` over \`${p.plainWord()}\``] };
  const parts: (string | Node)[] = [];
  if (p.accept('PARTITION')) {
    p.expect('BY');
    parts.push('partition by ', p.expression());
    while (p.accept(',')) parts.push(', ', p.expression());
  }
  if (p.accept('ORDER')) {
    p.expect('BY');
    parts.push(parts.length > 0 ? ' order by ' : 'order by ', ...orderList(p));
  }
  p.expect(')');
  return { kind: 'special', parts: [node, ' over (', ...parts, ')'] };
}
