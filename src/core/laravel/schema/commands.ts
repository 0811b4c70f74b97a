import type { PhpObject, Value } from '../../php/values';
import type { BlueprintState } from './blueprintState';
import { columnType } from './columnTypes';
import { has } from './features';
import { serverAtLeast } from './flavour';
import type { FluentState } from './fluent';
import { columnModifiers } from './modifiers';
import { type Compiler, columnize, list, quoteName, text, truthy, wrap, wrapTable } from './wrap';

/** One Blueprint while its statements are written. */
export interface Job {
  readonly c: Compiler;
  readonly blueprint: BlueprintState;
  /** The Blueprint's public properties: engine, charset, collation, temporary. */
  readonly object: PhpObject;
  /** `change()` and `renameColumn()` where Laravel asks doctrine/dbal or the server first. */
  readonly reread: Reread;
}

/** Statements that Laravel can only write after it has looked at the table. */
export interface Reread {
  changeWithDoctrine(job: Job, columns: readonly FluentState[]): readonly string[];
  renameWithDoctrine(job: Job, command: FluentState): readonly string[];
  /** RENAME COLUMN for servers that lack it. */
  renameLegacy(job: Job, command: FluentState): readonly string[];
}

type CommandWriter = (job: Job, command: FluentState) => string | readonly string[];

/** The statements of a command, by the command's name; a name that is not here makes none, as in Laravel. */
const COMMANDS: Readonly<Record<string, CommandWriter>> = {
  create: createTable,
  add: addColumns,
  change: changeColumns,
  autoIncrementStartingValues(job, command) {
    const column = columnsOf(command)[0];
    return column ? startingValue(job, column) : [];
  },
  primary: primaryKey,
  unique: (job, command) => key(job, command, 'unique'),
  index: (job, command) => key(job, command, 'index'),
  fulltext: (job, command) => key(job, command, 'fulltext'),
  spatialIndex: (job, command) => key(job, command, 'spatial index'),
  vectorIndex: vectorIndex,
  foreign: foreignKey,
  drop: ({ c, blueprint }) => `drop table ${wrapTable(c, blueprint.table)}`,
  dropIfExists: ({ c, blueprint }) => `drop table if exists ${wrapTable(c, blueprint.table)}`,
  dropColumn({ c, blueprint }, command) {
    const columns = list(c, command.get('columns')).map((column) => `drop ${wrap(c, column)}`);
    return `alter table ${wrapTable(c, blueprint.table)} ${columns.join(', ')}${instant(c, command)}${lock(c, command)}`;
  },
  dropPrimary: ({ c, blueprint }) => `alter table ${wrapTable(c, blueprint.table)} drop primary key`,
  dropUnique: dropIndex,
  dropIndex: dropIndex,
  dropFullText: dropIndex,
  dropSpatialIndex: dropIndex,
  dropVectorIndex(job, command) {
    return job.c.flavour.driver === 'mariadb' ? dropIndex(job, command) : noVectors(job);
  },
  dropForeign: ({ c, blueprint }, command) =>
    `alter table ${wrapTable(c, blueprint.table)} drop foreign key ${wrap(c, command.get('index'))}`,
  rename: ({ c, blueprint }, command) =>
    `rename table ${wrapTable(c, blueprint.table)} to ${wrapTable(c, command.get('to'))}`,
  renameColumn: renameColumn,
  renameIndex: ({ c, blueprint }, command) =>
    `alter table ${wrapTable(c, blueprint.table)} rename index ${wrap(c, command.get('from'))} to ${wrap(c, command.get('to'))}`,
  tableComment({ c, blueprint }, command) {
    const comment = text(c, command.get('comment')).replaceAll("'", "''");
    return `alter table ${wrapTable(c, blueprint.table)} comment = '${comment}'`;
  },
};

/** The statements that the grammar sends for one command. */
export function commandStatements(job: Job, command: FluentState): readonly string[] {
  const name = command.get('name');
  if (typeof name !== 'string' || !Object.hasOwn(COMMANDS, name)) return [];
  const statements = COMMANDS[name]?.(job, command) ?? [];
  return typeof statements === 'string' ? [statements] : statements;
}

/** The columns that a command made by the assembler carries. */
export const commandColumns = new WeakMap<FluentState, readonly FluentState[]>();

function columnsOf(command: FluentState): readonly FluentState[] {
  return commandColumns.get(command) ?? [];
}

function columnSql(job: Job, column: FluentState): string {
  const { c } = job;
  const name = wrap(c, column.get('name'));
  return inColumn(job, column, () => `${name} ${typeAndModifiers(job, column)}`);
}

function typeAndModifiers({ c, blueprint }: Job, column: FluentState): string {
  const type = columnType(c, column);
  return type + columnModifiers(c, column, { hasPrimaryCommand: blueprint.hasCommand('primary') });
}

/** Unknown details met inside belong to the column alone. */
function inColumn<T>({ c }: Job, column: FluentState, body: () => T): T {
  const name = column.get('name');
  c.column = typeof name === 'string' ? name : null;
  try {
    return body();
  } finally {
    c.column = null;
  }
}

function addedColumns(blueprint: BlueprintState, c: Compiler): FluentState[] {
  return blueprint.columns.filter((column) => !truthy(c, column.get('change')));
}

function createTable(job: Job): readonly string[] {
  const { c, blueprint, object } = job;
  const { connection, laravel } = c.flavour;
  const property = (name: string): Value => object.properties.get(name) ?? null;
  const parts = addedColumns(blueprint, c).map((column) => columnSql(job, column));
  const primary = blueprint.commands.find((command) => command.get('name') === 'primary');
  if (primary && has(laravel, 'primaryInCreate')) {
    const using = truthy(c, primary.get('algorithm')) ? `using ${text(c, primary.get('algorithm'))}` : '';
    parts.push(`primary key ${using}(${columnize(c, primary.get('columns'))})`);
    primary.set('shouldBeSkipped', true);
  }
  const create = truthy(c, property('temporary')) ? 'create temporary' : 'create';
  let sql = `${create} table ${wrapTable(c, blueprint.table)} (${parts.join(', ')})`;
  const charset = property('charset') ?? connection.charset;
  if (charset !== null) sql += ` default character set ${text(c, charset)}`;
  const collation = property('collation') ?? connection.collation;
  if (collation !== null) sql += ` collate '${text(c, collation)}'`;
  const engine = property('engine') ?? connection.engine;
  if (engine !== null) sql += ` engine = ${text(c, engine)}`;
  return [sql, ...earlyStartingValues(job)];
}

function addColumns(job: Job, command: FluentState): readonly string[] {
  const { c, blueprint } = job;
  const columns = columnsOf(command);
  const added = columns.map((column) => `add ${columnSql(job, column)}`).join(', ');
  const single = columns.length === 1 && has(c.flavour.laravel, 'alterPerColumn') ? columns[0] : undefined;
  const online = single ? instant(c, single) + lock(c, single) : '';
  return [`alter table ${wrapTable(c, blueprint.table)} ${added}${online}`, ...earlyStartingValues(job)];
}

/** Up to Laravel 9 the starting value of a key follows directly after CREATE TABLE or ADD. */
function earlyStartingValues(job: Job): readonly string[] {
  const { c, blueprint } = job;
  if (has(c.flavour.laravel, 'startingValueLast')) return [];
  return addedColumns(blueprint, c).flatMap((column) => startingValue(job, column));
}

function startingValue({ c, blueprint }: Job, column: FluentState): readonly string[] {
  if (!truthy(c, column.get('autoIncrement'))) return [];
  const value = column.get('startingValue') ?? column.get('from');
  return truthy(c, value)
    ? [`alter table ${wrapTable(c, blueprint.table)} auto_increment = ${text(c, value)}`]
    : [];
}

function changeColumns(job: Job, command: FluentState): readonly string[] {
  const { c, blueprint } = job;
  const columns = columnsOf(command);
  if (!usesNativeOperations(c)) return job.reread.changeWithDoctrine(job, columns);
  const changed = columns.map((column) => {
    const to = column.get('renameTo');
    const name = wrap(c, column.get('name'));
    const verb = to === null ? `modify ${name}` : `change ${name} ${wrap(c, to)}`;
    return inColumn(job, column, () => `${verb} ${typeAndModifiers(job, column)}`);
  });
  const single = has(c.flavour.laravel, 'alterPerColumn') ? columns[0] : undefined;
  const online = single ? instant(c, single) + lock(c, single) : '';
  return [`alter table ${wrapTable(c, blueprint.table)} ${changed.join(', ')}${online}`];
}

/** Does `change()` speak to the server directly, or does doctrine/dbal compare tables? */
export function usesNativeOperations(c: Compiler): boolean {
  const { laravel, doctrine } = c.flavour;
  if (has(laravel, 'changeAlwaysNative')) return true;
  if (has(laravel, 'nativeOnRequest') && c.switches.nativeSchemaOperations) return true;
  return has(laravel, 'changeNativeWithoutDoctrine') && !doctrine;
}

function renameColumn(job: Job, command: FluentState): readonly string[] {
  const { c, blueprint } = job;
  const { server, laravel } = c.flavour;
  if (!usesNativeOperations(c)) return job.reread.renameWithDoctrine(job, command);
  const knows = serverAtLeast(server, server.vendor === 'mariadb' ? [10, 5, 2] : [8, 0, 3]);
  if (!knows && has(laravel, 'legacyRenameColumn')) return job.reread.renameLegacy(job, command);
  const from = wrap(c, command.get('from'));
  return [
    `alter table ${wrapTable(c, blueprint.table)} rename column ${from} to ${wrap(c, command.get('to'))}`,
  ];
}

function primaryKey(job: Job, command: FluentState): string {
  const { c, blueprint } = job;
  if (!has(c.flavour.laravel, 'primaryWithoutName')) return key(job, command, 'primary key');
  const using = truthy(c, command.get('algorithm')) ? `using ${text(c, command.get('algorithm'))}` : '';
  const columns = columnize(c, command.get('columns'));
  const table = wrapTable(c, blueprint.table);
  return `alter table ${table} add primary key ${using}(${columns})${inplace(c, command)}${lock(c, command)}`;
}

function key({ c, blueprint }: Job, command: FluentState, type: string): string {
  const algorithm = command.get('algorithm');
  const using = truthy(c, algorithm) ? ` using ${text(c, algorithm)}` : '';
  const name = wrap(c, command.get('index'));
  const columns = columnize(c, command.get('columns'));
  const table = wrapTable(c, blueprint.table);
  return `alter table ${table} add ${type} ${name}${using}(${columns})${inplace(c, command)}${lock(c, command)}`;
}

function vectorIndex(job: Job, command: FluentState): string {
  const { c, blueprint } = job;
  if (c.flavour.driver !== 'mariadb' || !has(c.flavour.laravel, 'vectorOnMariaDb')) return noVectors(job);
  const name = wrap(c, command.get('index'));
  const columns = columnize(c, command.get('columns'));
  const options = text(c, command.get('operatorClass'));
  return `alter table ${wrapTable(c, blueprint.table)} add vector index ${name}(${columns}) ${options}${lock(c, command)}`;
}

function noVectors({ c }: Job): never {
  return c.php.throw('RuntimeException', 'The database driver in use does not support vector indexes.');
}

function dropIndex({ c, blueprint }: Job, command: FluentState): string {
  return `alter table ${wrapTable(c, blueprint.table)} drop index ${wrap(c, command.get('index'))}`;
}

function foreignKey({ c, blueprint }: Job, command: FluentState): string {
  const table = wrapTable(c, blueprint.table);
  const name = wrap(c, command.get('index'));
  const columns = columnize(c, command.get('columns'));
  const on = command.get('on');
  const referenced = on === null ? quoteName(c.flavour.connection.prefix) : wrapTable(c, on);
  const references = columnize(c, command.get('references'));
  let sql = `alter table ${table} add constraint ${name} foreign key (${columns}) references ${referenced} (${references})`;
  if (command.get('onDelete') !== null) sql += ` on delete ${text(c, command.get('onDelete'))}`;
  if (command.get('onUpdate') !== null) sql += ` on update ${text(c, command.get('onUpdate'))}`;
  return sql + lock(c, command);
}

function instant(c: Compiler, fluent: FluentState): string {
  return has(c.flavour.laravel, 'instant') && truthy(c, fluent.get('instant')) ? ', algorithm=instant' : '';
}

function inplace(c: Compiler, fluent: FluentState): string {
  return has(c.flavour.laravel, 'inplace') && truthy(c, fluent.get('inplace')) ? ', algorithm=inplace' : '';
}

function lock(c: Compiler, fluent: FluentState): string {
  const value = fluent.get('lock');
  return has(c.flavour.laravel, 'lock') && truthy(c, value) ? `, lock=${text(c, value)}` : '';
}
