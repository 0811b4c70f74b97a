import { has } from '../../laravel/schema/features';
import { atLeast, type LaravelVersion } from '../../laravel/version';
import type { Schema } from '../../schema/model';
import type { AlterAction, IndexSpec, Statement } from '../../schema/statement';
import { getTable } from '../../schema/tableMap';
import { phpString } from './writeBlueprint';

/** What a guard asks of the schema. `there`: its code is to run where the thing is there; else where it is not. */
export interface Test {
  readonly kind: 'table' | 'view' | 'column' | 'index' | 'foreignKey';
  readonly there: boolean;
  /** Names of columns; of anything else, one. */
  readonly names: readonly string[];
  /** The columns of an index or a key. */
  readonly columns: readonly string[];
  /** The name, or an array of the columns, as the code writes it. */
  readonly written: string | null;
  /** What an index that is asked by its columns has to be. */
  readonly type?: 'unique' | 'fulltext';
}

const test = (kind: Test['kind'], there: boolean, names: readonly string[], columns = names): Test => ({
  kind,
  there,
  names,
  columns,
  written: null,
});

/** What has to be so that the server takes an action of an ALTER TABLE; empty where it takes it again and again. */
export function testsOf(action: AlterAction, table: string, before: Schema): readonly Test[] {
  switch (action.kind) {
    case 'addColumn':
      return [test('column', false, [action.column.name])];
    case 'changeColumn':
      return action.from === action.column.name
        ? [test('column', true, [action.from])]
        : renamed('column', action.from, action.column.name);
    case 'alterDefault':
      return [test('column', true, [action.column])];
    case 'renameColumn':
      return renamed('column', action.from, action.to);
    case 'dropColumn':
      return [test('column', true, [action.column])];
    case 'addIndex':
      return [indexTest(action.index)];
    case 'dropIndex':
      return [test('index', true, [action.name], indexColumns(action.name, table, before))];
    case 'dropPrimaryKey':
      return [test('index', true, ['primary'], indexColumns('PRIMARY', table, before))];
    case 'renameIndex':
      return renamed('index', action.from, action.to);
    case 'addForeignKey':
      return [test('foreignKey', false, [action.foreignKey.name ?? ''], action.foreignKey.columns)];
    case 'dropForeignKey':
      return [test('foreignKey', true, [action.name], keyColumns(action.name, table, before))];
    case 'renameTo':
      return renamed('table', table, action.to.name);
    default:
      return [];
  }
}

function indexTest({ kind, name, parts }: IndexSpec): Test {
  const columns = parts.flatMap((part) => ('column' in part ? [part.column] : []));
  const asked = test('index', false, [kind === 'primary' ? 'primary' : (name ?? '')], columns);
  return kind === 'unique' || kind === 'fulltext' ? { ...asked, type: kind } : asked;
}

/** The same for a whole statement. */
export function testsOfStatement(statement: Statement, before: Schema): readonly Test[] {
  switch (statement.kind) {
    case 'createTable':
      return [test('table', false, [statement.table.name])];
    case 'createView':
      return [test('view', false, [statement.view.name])];
    case 'dropTable':
      return statement.tables.map(({ name }) => test('table', true, [name]));
    case 'renameTable':
      return statement.pairs.flatMap(({ from, to }) => renamed('table', from.name, to.name));
    case 'alterTable':
      return merged(statement.actions.flatMap((each) => testsOf(each, statement.table.name, before)));
    default:
      return [];
  }
}

/** The old name is there and the new one is not. */
function renamed(kind: Test['kind'], from: string, to: string): readonly Test[] {
  return [test(kind, true, [from]), test(kind, false, [to])];
}

/** Columns that are asked alike are asked at once. */
export function merged(tests: readonly Test[]): readonly Test[] {
  const result: Test[] = [];
  for (const each of tests) {
    const at = result.findIndex(
      (one) => each.kind === 'column' && one.kind === 'column' && one.there === each.there,
    );
    const known = result[at];
    if (!known) result.push(each);
    else if (!known.names.includes(each.names[0] ?? ''))
      result[at] = test('column', each.there, [...known.names, ...each.names]);
  }
  return result;
}

function indexColumns(name: string, table: string, before: Schema): readonly string[] {
  const index = getTable(before.tables, table)?.indexes.find((each) => each.name === name);
  return index?.parts.flatMap((part) => ('column' in part ? [part.column] : [])) ?? [];
}

function keyColumns(name: string, table: string, before: Schema): readonly string[] {
  return getTable(before.tables, table)?.foreignKeys.find((each) => each.name === name)?.columns ?? [];
}

/** Whom a guard asks: the builder as the code writes it (`Schema::`), the table's name as PHP, and which Laravel it is. */
export interface Asked {
  readonly schema: string;
  readonly table: string;
  readonly laravel: LaravelVersion;
  readonly prefix: string;
}

/** The condition of a guard; null where this Laravel has no way to ask. */
export function condition(tests: readonly Test[], asked: Asked): string | null {
  const parts = tests.map((each) => {
    const question = QUESTIONS[each.kind](each, asked);
    return question && (each.there ? question : `! ${question}`);
  });
  return parts.length > 0 && parts.every((part) => part !== null) ? parts.join(' && ') : null;
}

const QUESTIONS: Readonly<Record<Test['kind'], (each: Test, asked: Asked) => string | null>> = {
  table: ({ names, written }, { schema, prefix }) =>
    `${schema}hasTable(${written ?? phpString(bare(names[0] ?? '', prefix))})`,
  view: ({ names }, { schema, laravel, prefix }) =>
    atLeast(laravel, '10.34') ? `${schema}hasView(${phpString(bare(names[0] ?? '', prefix))})` : null,
  column: ({ names, written }, { schema, table }) =>
    names.length === 1 && !written?.startsWith('[')
      ? `${schema}hasColumn(${table}, ${written ?? phpString(names[0] ?? '')})`
      : `${schema}hasColumns(${table}, ${written ?? list(names)})`,
  index: indexQuestion,
  foreignKey: keyQuestion,
};

/** From 13 on Laravel compares the name in lower case on both sides, before that only the server's. */
function indexQuestion(each: Test, asked: Asked): string | null {
  const { schema, table, laravel } = asked;
  const name = each.names[0] ?? '';
  const given = each.written ?? phpString(has(laravel, 'hasIndexLowersName') ? name : name.toLowerCase());
  const type = each.type && given.startsWith('[') ? `, '${each.type}'` : '';
  if (atLeast(laravel, '10.43')) return `${schema}hasIndex(${table}, ${given}${type})`;
  if (given.startsWith('[')) return null;
  if (atLeast(laravel, '10.36')) return `collect(${schema}getIndexes(${table}))->contains('name', ${given})`;
  return lookUp('statistics', 'index_name', each.written ?? phpString(name), asked);
}

function keyQuestion(each: Test, asked: Asked): string | null {
  const { schema, table, laravel } = asked;
  const given = each.written ?? phpString(each.names[0] ?? '');
  const columns = given.startsWith('[');
  if (atLeast(laravel, '13.10')) return `${schema}hasForeignKey(${table}, ${given})`;
  if (atLeast(laravel, '10.36'))
    return `collect(${schema}getForeignKeys(${table}))->contains('${columns ? 'columns' : 'name'}', ${given})`;
  return columns ? null : lookUp('table_constraints', 'constraint_name', given, asked);
}

/** Older versions of Laravel have no question for it: information_schema has. */
function lookUp(from: string, column: string, name: string, { schema, table, prefix }: Asked): string {
  const full = prefix === '' ? table : `${phpString(prefix)}.${table}`;
  const sql = `select 1 from information_schema.${from} where table_schema = database() and table_name = ? and ${column} = ?`;
  return `${schema}getConnection()->select('${sql}', [${full}, ${name}])`;
}

/** A table's name as migrations write it. */
export function bare(name: string, prefix: string): string {
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

export function list(names: readonly string[]): string {
  return `[${names.map(phpString).join(', ')}]`;
}
