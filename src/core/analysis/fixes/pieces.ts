import { textOf } from '../../php/enclosing';
import type { Column, IndexKind } from '../../schema/model';
import { printType } from '../../schema/printType';
import type { AlterAction } from '../../schema/statement';
import { getTable } from '../../schema/tableMap';
import { argumentText, type ChainCall, type Place } from './place';
import type { Step } from './steps';
import { bare, list } from './tests';
import { phpString } from './writeBlueprint';

const KEY_TAIL = /^(constrained|references)$/i;
const FLUENT_KEY = /^(index|unique|primary|fulltext|spatialindex)$/i;

/**
 * A statement of the code that sends several SQL statements as several that send one each: `foreignId()->constrained()`
 * as the column and its key. In the order of the steps, without the last semicolon; null where it can't be told apart.
 * `newline`: what stands between the lines of one piece.
 */
export function piecesOf(
  place: Place,
  steps: readonly Step[],
  { prefix, newline }: { readonly prefix: string; readonly newline: string },
): readonly string[] | null {
  const root = textOf(place.text, place.root) ?? '';
  const parts = compositeOf(place, steps.flatMap(columnsAfter));
  const pieces = steps.map((step) =>
    parts ? compositePiece(root, parts, step, newline) : chainPiece(place, root, step, prefix),
  );
  return pieces.every((piece) => piece !== null) ? pieces : null;
}

/** The table's columns that a step leaves. */
function columnsAfter({ entry: { statement, after } }: Step): readonly Column[] {
  const { statement: sent } = statement;
  const made = sent.kind === 'createTable' || sent.kind === 'alterTable' ? sent.table.name : '';
  return getTable(after.tables, made)?.columns ?? [];
}

/** The columns of a statement without the keys beside them; null where it makes none of these. */
export function columnsPiece(place: Place, columns: readonly Column[], newline: string): string | null {
  const root = textOf(place.text, place.root) ?? '';
  const parts = compositeOf(place, columns);
  if (!parts) return columnPiece(place, root);
  const codes = columns.map(({ name }) => parts[name]);
  return codes.every((code) => code !== undefined)
    ? codes.map((code) => `${root}->${code}`).join(`;${newline}`)
    : null;
}

function compositeOf(place: Place, made: readonly Column[]): Parts | null {
  const [first] = place.calls;
  return first && place.calls.length === 1
    ? (COMPOSITES[first.name.toLowerCase()]?.(place, first, made) ?? null)
    : null;
}

/** The chain without what makes keys. */
function columnPiece(place: Place, root: string): string {
  const cut = place.calls.findIndex(({ name }) => KEY_TAIL.test(name));
  const kept = (cut < 0 ? place.calls : place.calls.slice(0, cut)).filter(
    ({ name }, i) => i === 0 || !FLUENT_KEY.test(name),
  );
  return root + kept.map(({ from, to }) => place.text.slice(from, to)).join('');
}

function chainPiece(place: Place, root: string, { actions }: Step, prefix: string): string | null {
  const [action] = actions;
  if (actions.length !== 1 || !action) return null;
  if (action.kind === 'addColumn') return columnPiece(place, root);
  if (action.kind === 'addForeignKey') return keyPiece(place, root, action, prefix);
  return action.kind === 'addIndex' ? indexPiece(place, root, action) : null;
}

function keyPiece(
  place: Place,
  root: string,
  { foreignKey }: Extract<AlterAction, { kind: 'addForeignKey' }>,
  prefix: string,
): string | null {
  const at = place.calls.findIndex(({ name }) => KEY_TAIL.test(name));
  const begin = place.calls[at];
  const [column] = foreignKey.columns;
  if (!begin || at === 0 || column === undefined || foreignKey.columns.length !== 1) return null;
  const name = foreignKey.name?.endsWith(`${column.toLowerCase()}_foreign`)
    ? ''
    : `, ${phpString(foreignKey.name ?? '')}`;
  const start = `${root}->foreign(${columnArgument(place, column)}${name})`;
  const rest = place.text.slice(begin.to, place.calls.at(-1)!.to);
  if (begin.name.toLowerCase() === 'references') return start + place.text.slice(begin.from, begin.to) + rest;
  const references = foreignKey.referencedColumns.map(phpString).join(', ');
  return `${start}->references(${references})->on(${phpString(bare(foreignKey.referenced.name, prefix))})${rest}`;
}

function indexPiece(
  place: Place,
  root: string,
  { index }: Extract<AlterAction, { kind: 'addIndex' }>,
): string | null {
  const [column] = index.parts.flatMap((part) => ('column' in part ? [part.column] : []));
  // Of several Laravel takes one, by its kind, and leaves the others.
  const call = place.calls.slice(1).find(({ name }) => FLUENT_KEY.test(name) && isKind(name, index.kind));
  if (!call || column === undefined || call.call.arguments.length > 1) return null;
  const name = argumentText(place, call, 0);
  return `${root}->${call.name}(${columnArgument(place, column)}${name === null ? '' : `, ${name}`})`;
}

const isKind = (method: string, kind: IndexKind): boolean =>
  method.toLowerCase() === (kind === 'spatial' ? 'spatialindex' : kind);

/** The column's name as the chain's first call has it, else as a literal. */
function columnArgument(place: Place, name: string): string {
  const given = place.calls[0]?.call.arguments[0];
  const isName = given?.kind === 'variable' || (given?.kind === 'string' && given.value === name);
  return isName ? textOf(place.text, given)! : phpString(name);
}

/** What a method that makes several things stands for: the code for each, by the column or kind of key that it is about. */
type Parts = Readonly<Record<string, string>>;

function compositePiece(root: string, parts: Parts, { actions }: Step, newline: string): string | null {
  const codes = actions.map((action) => {
    const code = parts[action.kind === 'addColumn' ? action.column.name : action.kind];
    return code === undefined ? null : `${root}->${code}`;
  });
  // The columns of a morph are dropped by one statement.
  const distinct = [...new Set(codes)];
  return distinct.length > 0 && distinct.every((code) => code !== null) ? distinct.join(`;${newline}`) : null;
}

type Composite = (place: Place, call: ChainCall, made: readonly Column[]) => Parts | null;

const COMPOSITES: Readonly<Record<string, Composite>> = {
  timestamps: stamps('timestamp'),
  nullabletimestamps: stamps('timestamp'),
  timestampstz: stamps('timestampTz'),
  datetimes: stamps('dateTime'),
  morphs: morphs(null, ''),
  nullablemorphs: morphs(null, '->nullable()'),
  numericmorphs: morphs('unsignedBigInteger', ''),
  nullablenumericmorphs: morphs('unsignedBigInteger', '->nullable()'),
  uuidmorphs: morphs('uuid', ''),
  nullableuuidmorphs: morphs('uuid', '->nullable()'),
  ulidmorphs: morphs('ulid', ''),
  nullableulidmorphs: morphs('ulid', '->nullable()'),
  dropmorphs(place, call) {
    const name = literal(call, 0);
    const index = argumentText(place, call, 1);
    if (name === null) return null;
    const columns = list([`${name}_type`, `${name}_id`]);
    return { dropIndex: `dropIndex(${index ?? columns})`, dropColumn: `dropColumn(${columns})` };
  },
  dropconstrainedforeignid(place, call) {
    const name = argumentText(place, call, 0);
    return name === null
      ? null
      : { dropForeignKey: `dropForeign([${name}])`, dropColumn: `dropColumn(${name})` };
  },
};

function stamps(type: string) {
  return (place: Place, call: ChainCall): Parts => {
    const precision = argumentText(place, call, 0);
    const code = (name: string) =>
      `${type}('${name}'${precision === null ? '' : `, ${precision}`})->nullable()`;
    return { created_at: code('created_at'), updated_at: code('updated_at') };
  };
}

/** `type`: the method that makes the id; null: the one that the application has chosen for all (`defaultMorphKeyType`). */
function morphs(type: string | null, modifier: string): Composite {
  return (place, call, made) => {
    const name = literal(call, 0);
    const index = argumentText(place, call, 1);
    if (name === null || call.call.arguments.length > 2) return null;
    const columns = [`${name}_type`, `${name}_id`] as const;
    return {
      [columns[0]]: `string(${phpString(columns[0])})${modifier}`,
      [columns[1]]: `${type ?? keyMethod(made.find((column) => column.name === columns[1]))}(${phpString(columns[1])})${modifier}`,
      addIndex: `index(${list(columns)}${index === null ? '' : `, ${index}`})`,
    };
  };
}

function keyMethod(column: Column | undefined): string {
  const type = column ? printType(column.type) : '';
  if (type === 'uuid' || type === 'char(36)') return 'uuid';
  return type === 'char(26)' ? 'ulid' : 'unsignedBigInteger';
}

function literal({ call }: ChainCall, at: number): string | null {
  const given = call.arguments[at];
  return given?.kind === 'string' ? given.value : null;
}
