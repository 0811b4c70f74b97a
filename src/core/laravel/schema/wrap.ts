import type { Interpreter } from '../../php/classes';
import { isArray, isObject, isUnknown, type Unknown, type Value } from '../../php/values';
import type { SourceRange } from '../../source';
import { has } from './features';
import type { BuilderSwitches, Flavour } from './flavour';

/** A part of a statement that is not known. `column`: it decides only about this column; null: about the whole statement. */
export interface UnknownPart {
  readonly unknown: Unknown;
  readonly column: string | null;
}

/** What the grammar works with while it writes the statements of one Blueprint. */
export interface Compiler {
  readonly flavour: Flavour;
  readonly switches: BuilderSwitches;
  readonly php: Interpreter;
  range: SourceRange;
  /** The column whose details (not name) are being written, else null. */
  column: string | null;
  /** Unknown parts of the statement being written. */
  unknowns: UnknownPart[];
}

/** An Illuminate\Database\Query\Expression, as its native class keeps it. */
export class ExpressionState {
  constructor(readonly value: Value) {}
}

export function expressionOf(value: Value): ExpressionState | null {
  return isObject(value) && value.internal instanceof ExpressionState ? value.internal : null;
}

/** The text of a value as PHP would put it into a string; an unknown one is noted, and `?` stands for it. */
export function text(c: Compiler, value: Value): string {
  const expression = expressionOf(value);
  if (expression) return text(c, expression.value);
  const known = isUnknown(value) ? value : c.php.toText(value, c.range);
  if (!isUnknown(known)) return known;
  c.unknowns.push({ unknown: known, column: c.column });
  return '?';
}

/** The text of a value that names something: not knowing it means not knowing the statement. */
function nameText(c: Compiler, value: Value): string {
  const column = c.column;
  c.column = null;
  const name = text(c, value);
  c.column = column;
  return name;
}

export function truthy(c: Compiler, value: Value): boolean {
  return typeof value === 'boolean' ? value : value === null ? false : c.php.truth(value, c.range);
}

export function quoteName(name: string): string {
  return name === '*' ? name : `\`${name.replaceAll('`', '``')}\``;
}

/** A column or index name in backticks; expressions as they are, `a.b` and `a as b` in their parts, JSON selectors as functions. */
export function wrap(c: Compiler, value: Value): string {
  if (expressionOf(value)) return nameText(c, value);
  const name = nameText(c, value);
  if (/ as /i.test(name)) {
    const [first = '', second = ''] = name.split(/\s+as\s+/i);
    return `${wrap(c, first)} as ${quoteName(second)}`;
  }
  if (name.includes('->')) return jsonSelector(c, name);
  const segments = name.split('.');
  return segments
    .map((segment, i) => (i === 0 && segments.length > 1 ? wrapTable(c, segment) : quoteName(segment)))
    .join('.');
}

/** A table name in backticks, with the connection's prefix. */
export function wrapTable(c: Compiler, value: Value): string {
  if (expressionOf(value)) return nameText(c, value);
  const name = nameText(c, value);
  const prefix = c.flavour.connection.prefix;
  if (/ as /i.test(name)) {
    const [first = '', second = ''] = name.split(/\s+as\s+/i);
    return `${wrapTable(c, first)} as ${quoteName(prefix + second)}`;
  }
  const dot = name.lastIndexOf('.');
  if (dot >= 0) {
    return `${name.slice(0, dot)}.${prefix}${name.slice(dot + 1)}`.split('.').map(quoteName).join('.');
  }
  return quoteName(prefix + name);
}

export function columnize(c: Compiler, columns: Value): string {
  return list(c, columns)
    .map((column) => wrap(c, column))
    .join(', ');
}

/** What `(array) $value` iterates over; an unknown value is noted. */
export function list(c: Compiler, value: Value): Value[] {
  if (isArray(value)) return [...value.entries.values()];
  if (value === null) return [];
  if (isUnknown(value)) {
    c.unknowns.push({ unknown: value, column: null });
    return [];
  }
  return [value];
}

function jsonSelector(c: Compiler, selector: string): string {
  if (!has(c.flavour.laravel, 'virtualAsJson')) {
    return c.php.throw('RuntimeException', 'This database engine does not support JSON operations.');
  }
  return jsonValueOf(c, selector);
}

/** What reads the value at `field->path`; query builders could always do it. */
export function jsonValueOf(c: Compiler, selector: string): string {
  const { field, path } = jsonFieldAndPath(c, selector);
  return c.flavour.driver === 'mariadb' && has(c.flavour.laravel, 'jsonValue')
    ? `json_value(${field}, ${path})`
    : `json_unquote(json_extract(${field}, ${path}))`;
}

/** `a->b->c` as the wrapped field and the path literal: `` `a` `` and `'$."b"."c"'` (Grammar::wrapJsonFieldAndPath). */
export function jsonFieldAndPath(c: Compiler, selector: string): { field: string; path: string } {
  const arrow = selector.indexOf('->');
  const path = selector.slice(arrow + 2).replace(/(\\+)?'/g, "''");
  const segments = path.split('->').map(jsonSegment).join('.');
  return {
    field: wrap(c, selector.slice(0, arrow)),
    path: `'$${segments.startsWith('[') ? '' : '.'}${segments}'`,
  };
}

function jsonSegment(segment: string): string {
  const index = /(\[[^\]]+\])+$/.exec(segment)?.[0];
  if (index === undefined) return `"${segment}"`;
  const key = segment.slice(0, segment.length - index.length);
  return key === '' ? index : `"${key}"${index}`;
}
