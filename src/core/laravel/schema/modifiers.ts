import { isObject, type Value } from '../../php/values';
import { enumValue } from './columnTypes';
import { has } from './features';
import type { FluentState } from './fluent';
import { type Compiler, expressionOf, text, truthy, wrap } from './wrap';

/** What the grammar needs to know of the Blueprint around a column. */
export interface ColumnSurroundings {
  readonly hasPrimaryCommand: boolean;
}

type Modifier = (c: Compiler, column: FluentState, around: ColumnSurroundings) => string;

const SERIALS = new Set(['bigInteger', 'integer', 'mediumInteger', 'smallInteger', 'tinyInteger']);

const MODIFIERS = {
  unsigned: (c, column) => (truthy(c, column.get('unsigned')) ? ' unsigned' : ''),
  charset: (c, column) => clause(column.get('charset'), (value) => ` character set ${text(c, value)}`),
  collate: (c, column) => clause(column.get('collation'), (value) => ` collate '${text(c, value)}'`),
  virtualAs: (c, column) => generated(c, column, 'virtualAs', ''),
  storedAs: (c, column) => generated(c, column, 'storedAs', ' stored'),
  nullable(c, column) {
    const nullable = column.get('nullable');
    if (!isGenerated(c, column)) return truthy(c, nullable) ? ' null' : ' not null';
    return nullable === false ? ' not null' : '';
  },
  srid(_c, column) {
    const srid = column.get('srid');
    return typeof srid === 'number' && srid > 0 ? ` srid ${srid}` : '';
  },
  default: (c, column) => clause(column.get('default'), (value) => ` default ${defaultValue(c, value)}`),
  onUpdate: (c, column) => clause(column.get('onUpdate'), (value) => ` on update ${text(c, value)}`),
  invisible: (_c, column) => clause(column.get('invisible'), () => ' invisible'),
  increment(c, column, around) {
    if (!SERIALS.has(String(column.get('type'))) || !truthy(c, column.get('autoIncrement'))) return '';
    const minds = has(c.flavour.laravel, 'incrementMindsPrimary');
    const changed = truthy(c, column.get('change')) && !truthy(c, column.get('primary'));
    return minds && (around.hasPrimaryCommand || changed) ? ' auto_increment' : ' auto_increment primary key';
  },
  comment: (c, column) =>
    clause(column.get('comment'), (value) => ` comment '${addSlashes(text(c, value))}'`),
  after: (c, column) => clause(column.get('after'), (value) => ` after ${wrap(c, value)}`),
  first: (_c, column) => clause(column.get('first'), () => ' first'),
} satisfies Record<string, Modifier>;

type ModifierName = keyof typeof MODIFIERS;

const BEFORE_DEFAULT: readonly ModifierName[] = [
  'unsigned',
  'charset',
  'collate',
  'virtualAs',
  'storedAs',
  'nullable',
];
const AFTER_DEFAULT: readonly ModifierName[] = ['increment', 'comment', 'after', 'first'];

function order(c: Compiler): readonly ModifierName[] {
  const { laravel } = c.flavour;
  if (!has(laravel, 'invisibleAfterDefault')) {
    return [...BEFORE_DEFAULT, 'invisible', 'srid', 'default', ...AFTER_DEFAULT];
  }
  const srid: ModifierName[] = has(laravel, 'typesOfEleven') ? [] : ['srid'];
  return [...BEFORE_DEFAULT, ...srid, 'default', 'onUpdate', 'invisible', ...AFTER_DEFAULT];
}

/** Everything that follows a column's type. */
export function columnModifiers(c: Compiler, column: FluentState, around: ColumnSurroundings): string {
  return order(c)
    .map((name) => MODIFIERS[name](c, column, around))
    .join('');
}

function clause(value: Value, write: (value: Value) => string): string {
  return value === null ? '' : write(value);
}

function isGenerated(c: Compiler, column: FluentState): boolean {
  const said = (name: string) => column.get(name) !== null;
  const json = has(c.flavour.laravel, 'virtualAsJson') && (said('virtualAsJson') || said('storedAsJson'));
  return said('virtualAs') || said('storedAs') || json;
}

function generated(c: Compiler, column: FluentState, name: string, suffix: string): string {
  const json = has(c.flavour.laravel, 'virtualAsJson') ? column.get(`${name}Json`) : null;
  if (json !== null) {
    const selector = expressionOf(json) ? '' : text(c, json);
    return ` as (${selector.includes('->') ? wrap(c, selector) : text(c, json)})${suffix}`;
  }
  return clause(column.get(name), (value) => ` as (${text(c, value)})${suffix}`);
}

function defaultValue(c: Compiler, value: Value): string {
  const { laravel } = c.flavour;
  if (expressionOf(value)) return text(c, value);
  if (typeof value === 'boolean') return value ? "'1'" : "'0'";
  const quote = (raw: string) => `'${has(laravel, 'quoteDefaults') ? raw.replaceAll("'", "''") : raw}'`;
  if (isObject(value) && value.class.kind === 'enum' && has(laravel, 'enumDefaults')) {
    const backing = c.php.readProperty(value, 'value');
    if (backing !== undefined) return quote(text(c, backing));
    if (has(laravel, 'pureEnumDefaults')) return quote(text(c, enumValue(c, value) ?? null));
  }
  return quote(text(c, value));
}

/** PHP's addslashes. */
function addSlashes(value: string): string {
  return value.replace(/[\\'"]/g, '\\$&').replaceAll('\0', '\\0');
}
