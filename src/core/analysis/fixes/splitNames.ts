import type { MigrationFile } from '../../laravel/migrations';
import type { AlterAction, Statement } from '../../schema/statement';
import type { TraceEntry } from '../../session/trace';
import { bare } from './tests';

const STAMP = /^(\d{4}_\d{2}_\d{2})_(\d{2})(\d{2})(\d{2})_/;
const DAY = 24 * 60 * 60;

/**
 * File names (without `.php`) for so many migrations that run straight behind one: its timestamp with its seconds counted
 * up. null where there is no room before the next migration.
 */
export function namesBehind(
  { name }: MigrationFile,
  all: readonly MigrationFile[],
  titles: readonly string[],
): readonly string[] | null {
  const [stamp, day, ...clock] = STAMP.exec(name) ?? [];
  if (!stamp) return null;
  const [hours = 0, minutes = 0, seconds = 0] = clock.map(Number);
  const start = (hours * 60 + minutes) * 60 + seconds;
  const names = titles.map((title, i) => `${day}_${clockOf(start + i + 1)}_${title}`);
  const next = all.map((other) => other.name).filter((other) => other > name);
  const isInOrder = names.every((own) => next.every((other) => own < other));
  return start + titles.length < DAY && isInOrder && new Set(titles).size === titles.length ? names : null;
}

const clockOf = (seconds: number): string =>
  [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join('');

/** What a migration with these statements is called, in the words that artisan's own names have: `add_a_to_b_table`. */
export function titleOf(entries: readonly TraceEntry[], prefix: string): string {
  const titles = entries.map(({ statement }) => titleOfStatement(statement.statement, prefix));
  const title = titles.find((each) => each !== null) ?? 'run_statement';
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, MOST_LETTERS);
}

/** A file system takes 255, the `migrations` table's column as many. */
const MOST_LETTERS = 120;

function titleOfStatement(statement: Statement, prefix: string): string | null {
  const named = (name: string) => bare(name, prefix);
  switch (statement.kind) {
    case 'createTable':
      return `create_${named(statement.table.name)}_table`;
    case 'dropTable':
      return `drop_${named(statement.tables[0]?.name ?? '')}_table`;
    case 'renameTable': {
      const [pair] = statement.pairs;
      return pair ? `rename_${named(pair.from.name)}_to_${named(pair.to.name)}` : null;
    }
    case 'createView':
      return `create_${named(statement.view.name)}_view`;
    case 'alterTable': {
      const what = statement.actions.map(wordsOf);
      const [verb, , preposition] = what[0] ?? ['alter', '', ''];
      const names = what.flatMap(([own, name]) => (own === verb && name ? [name] : [])).slice(0, 3);
      const table = `${named(statement.table.name)}_table`;
      return [verb, ...names, preposition, table].filter(Boolean).join('_');
    }
    case 'data':
      return statement.table
        ? `${DATA[statement.verb] ?? statement.verb}_${named(statement.table.name)}`
        : null;
    default:
      return null;
  }
}

const DATA: Readonly<Record<string, string>> = { insert: 'insert_into', delete: 'delete_from' };

function wordsOf(action: AlterAction): readonly [verb: string, name: string, preposition: string] {
  switch (action.kind) {
    case 'addColumn':
      return ['add', action.column.name, 'to'];
    case 'addIndex':
      return ['add', `${columnsOf(action)}_${action.index.kind}`, 'to'];
    case 'addForeignKey':
      return ['add', `${action.foreignKey.columns.join('_')}_foreign`, 'to'];
    case 'dropColumn':
      return ['drop', action.column, 'from'];
    case 'dropIndex':
    case 'dropForeignKey':
      return ['drop', action.name, 'from'];
    case 'dropPrimaryKey':
      return ['drop', 'primary', 'from'];
    case 'changeColumn':
      return ['change', action.column.name, 'in'];
    case 'renameColumn':
    case 'renameIndex':
      return ['rename', `${action.from}_to_${action.to}`, 'in'];
    default:
      return ['alter', '', ''];
  }
}

function columnsOf({ index }: Extract<AlterAction, { kind: 'addIndex' }>): string {
  return index.parts.map((part) => ('column' in part ? part.column : '')).join('_');
}
