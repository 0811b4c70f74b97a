import type { PhpObject } from '../../php/values';
import type { SourceRange } from '../../source';
import type { BlueprintState } from './blueprintState';
import { commandColumns, commandStatements, type Job, type Reread, usesNativeOperations } from './commands';
import { has } from './features';
import { FluentState } from './fluent';
import { addIndexCommand } from './indexCommands';
import { type Compiler, truthy, type UnknownPart } from './wrap';

/** One statement of a Blueprint, as sent. */
export interface CompiledStatement {
  readonly sql: string;
  /** The user's statement that it comes from. */
  readonly range: SourceRange;
  /** Where each column that it makes was written. */
  readonly columnRanges: ReadonlyMap<string, SourceRange>;
  readonly unknowns: readonly UnknownPart[];
}

/**
 * The statements of a Blueprint in the order in which Laravel sends them. They come one by one: a statement that was
 * sent may change what the next one says (doctrine/dbal reads the table again), and an exception ends the rest.
 * Laravel compiles all before it sends the first, so exceptions of the grammar come before any statement is sent:
 * the caller collects first. (Illuminate/Database/Schema/Blueprint.php, toSql)
 */
export function compileBlueprint(
  c: Compiler,
  blueprint: BlueprintState,
  object: PhpObject,
  reread: Reread,
): CompiledStatement[] {
  addImpliedCommands(c, blueprint);
  const job: Job = { c, blueprint, object, reread };
  const statements: CompiledStatement[] = [];
  for (const command of blueprint.commands) {
    if (command.get('shouldBeSkipped') === true) continue;
    c.unknowns = [];
    c.range = command.range;
    const sqls = commandStatements(job, command);
    const columns =
      commandColumns.get(command) ?? (command.get('name') === 'create' ? blueprint.columns : []);
    const columnRanges = new Map(columns.map((column) => [String(column.get('name')), column.range]));
    for (const sql of sqls) {
      statements.push({ sql, range: command.range, columnRanges, unknowns: c.unknowns });
    }
  }
  return statements;
}

function addImpliedCommands(c: Compiler, blueprint: BlueprintState): void {
  const { laravel } = c.flavour;
  const creating = blueprint.creating();
  if (!creating && !has(laravel, 'alterPerColumn')) gatherColumns(c, blueprint);
  addFluentIndexes(c, blueprint);
  if (has(laravel, 'startingValueLast')) addStartingValues(c, blueprint);
  if (creating || !has(laravel, 'alterPerColumn')) {
    // A column is no command of its own where it goes into CREATE TABLE or into the one ALTER.
    blueprint.commands = blueprint.commands.filter((command) => command.role === 'command');
    return;
  }
  blueprint.commands = blueprint.commands.map((command) =>
    command.role === 'column' ? columnCommand(isChange(c, command) ? 'change' : 'add', [command]) : command,
  );
}

function isChange(c: Compiler, column: FluentState): boolean {
  return truthy(c, column.get('change'));
}

function columnCommand(name: string, columns: readonly FluentState[], range?: SourceRange): FluentState {
  const first = columns[0];
  if (!first) throw new Error('a column command needs a column');
  const command = new FluentState(new Map([['name', name]]), range ?? first.range, 'command');
  commandColumns.set(command, columns);
  return command;
}

/** Up to 11.14: one change and one add in front of everything else. */
function gatherColumns(c: Compiler, blueprint: BlueprintState): void {
  const groups = [
    ['change', blueprint.columns.filter((column) => isChange(c, column))],
    ['add', blueprint.columns.filter((column) => !isChange(c, column))],
  ] as const;
  const commands = groups
    .filter(([, columns]) => columns.length > 0)
    .map(([name, columns]) => columnCommand(name, columns, columns.length > 1 ? blueprint.range : undefined));
  blueprint.commands = [...commands, ...blueprint.commands];
}

const FLUENT_INDEXES = ['primary', 'unique', 'index', 'fulltext', 'fullText', 'spatialIndex', 'vectorIndex'];

/** `->unique()` and its like on a column: the first of them becomes a command at the end. */
function addFluentIndexes(c: Compiler, blueprint: BlueprintState): void {
  for (const column of blueprint.columns) addFluentIndex(c, blueprint, column);
}

function addFluentIndex(c: Compiler, blueprint: BlueprintState, column: FluentState): void {
  const { laravel } = c.flavour;
  for (const index of FLUENT_INDEXES) {
    if (index === 'vectorIndex' && !has(laravel, 'vectorFluentIndex')) continue;
    const change = isChange(c, column);
    if (
      index === 'primary' &&
      change &&
      has(laravel, 'incrementMindsPrimary') &&
      truthy(c, column.get('autoIncrement'))
    ) {
      return;
    }
    const value = column.get(index);
    if (value === null) continue;
    const name = column.get('name');
    if (value === false && change && has(laravel, 'dropFluentIndex')) {
      const drop = `drop${index.charAt(0).toUpperCase()}${index.slice(1)}`;
      addIndexCommand(c, blueprint, drop, name, null, column.range);
    } else {
      // `unique(false)` where nothing is changed makes the index all the same.
      addIndexCommand(
        c,
        blueprint,
        kindOf(index, column, c),
        name,
        value === true ? null : value,
        column.range,
      );
    }
    column.set(index, null);
    return;
  }
}

function kindOf(index: string, column: FluentState, c: Compiler): string {
  if (index === 'index' && column.get('type') === 'vector' && has(c.flavour.laravel, 'vectorFluentIndex')) {
    return 'vectorIndex';
  }
  return index === 'fullText' ? 'fulltext' : index;
}

function addStartingValues(c: Compiler, blueprint: BlueprintState): void {
  for (const column of blueprint.columns) {
    const increments = column.get('autoIncrement');
    if (increments === null || increments === false) continue;
    if (isChange(c, column) && !usesNativeOperations(c)) continue;
    blueprint.commands.push(columnCommand('autoIncrementStartingValues', [column]));
  }
}
