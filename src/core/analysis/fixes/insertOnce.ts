import { textOf } from '../../php/enclosing';
import type { DataStatement } from '../../schema/statement';
import { getTable } from '../../schema/tableMap';
import { plain } from '../../session/knownRows';
import type { Trace, TraceEntry } from '../../session/trace';
import type { FixDraft } from '../draft';
import { type Said, say } from '../said';
import type { Study } from '../study';
import { sameSchemas } from '../worlds';
import { type Change, editOf, layoutAt, wrapped } from './change';
import { type Place, placeAt } from './place';
import { literalOf } from './rawSql';
import { bare } from './tests';
import { phpString } from './writeBlueprint';

/**
 * The edits after which a row that is there is not inserted again: `insertOrIgnore` for a query builder's `insert`,
 * `insert ignore` in SQL, else a guard that looks for the row. The first run has to write the same rows as before.
 */
export function insertOnce(study: Study, entry: TraceEntry): readonly FixDraft[] {
  const { statement, origin } = entry.statement;
  const { text, migration } = study.step;
  if (statement.kind !== 'data' || statement.verb !== 'insert' || origin?.range.file !== migration.file)
    return [];
  const place = placeAt(text, origin.range);
  if (!place) return [];
  const offer = (change: Change | null, title: Said): readonly FixDraft[] =>
    change
      ? [
          {
            title,
            edits: [editOf(migration.file, text, change)],
            leaves: (edited) =>
              writesTheSame(study.first, edited.first) && edited.second().outcome.kind === 'done',
          },
        ]
      : [];
  return [
    ...offer(orIgnore(place), say('Insert it only if it is not there: {0}', 'insertOrIgnore')),
    ...offer(ignoreInSql(study, entry), say('Write {0}', 'INSERT IGNORE')),
    ...offer(
      unlessThere(study, place, entry, statement),
      say('Insert it only if it is not there: {0}', 'exists()'),
    ),
  ];
}

/** The same schema, and the same data statements, none of them only perhaps. */
function writesTheSame(before: Trace, after: Trace): boolean {
  const writes = (trace: Trace) =>
    trace.entries
      .filter(({ statement }) => statement.statement.kind === 'data' && statement.statement.verb !== 'select')
      .map(
        ({ statement: { sql }, uncertain, error }) =>
          `${uncertain} ${error?.code} ${sql.replace(/^(\s*insert) ignore/i, '$1')}`,
      )
      .join('\n');
  return (
    sameSchemas(before.world, after.world) &&
    writes(before) === writes(after) &&
    !after.entries.some((each) => each.uncertain)
  );
}

/** `DB::table('t')->insert([…])` */
function orIgnore({ text, calls }: Place): Change | null {
  const last = calls.at(-1);
  const [given] = last?.call.arguments ?? [];
  if (last?.name !== 'insert' || given?.kind === 'string' || calls.length < 2) return null;
  const from = text.indexOf('insert', last.from);
  return { from, to: from + 'insert'.length, text: 'insertOrIgnore' };
}

function ignoreInSql(study: Study, entry: TraceEntry): Change | null {
  const literal = literalOf(study, entry);
  const verb = literal && /\binsert\b(?!\s+ignore)/i.exec(literal.code);
  if (!literal || !verb) return null;
  const at = literal.from + verb.index + verb[0].length;
  return { from: at, to: at, text: verb[0] === verb[0].toUpperCase() ? ' IGNORE' : ' ignore' };
}

/** `if (! DB::table('t')->where('id', 7)->exists())`, by the columns of a unique key whose values are literals. */
function unlessThere(
  study: Study,
  place: Place,
  { before }: TraceEntry,
  statement: DataStatement,
): Change | null {
  const table = statement.table && getTable(before.tables, statement.table.name);
  const [row, ...others] = statement.insert?.rows ?? [];
  const columns = statement.insert?.columns ?? table?.columns.map(({ name }) => name) ?? [];
  const layout = layoutAt(place.text, place.statement);
  if (!table || !row || others.length > 0 || !layout) return null;
  const values = new Map(columns.map((name, i) => [name, plain(row[i])]));
  const key = table.indexes
    .filter(({ kind }) => kind === 'primary' || kind === 'unique')
    .map(({ parts }) => parts.map((part) => ('column' in part ? part.column : '')))
    .find((names) => names.every((name) => values.get(name) !== undefined && values.get(name) !== null));
  if (!key) return null;
  const wheres = key.map((name) => `->where(${phpString(name)}, ${phpLiteral(values.get(name)!)})`).join('');
  const { start, end } = place.statement.loc;
  const condition = `! ${queryBuilder(place)}table(${phpString(bare(table.name, study.app.prefix))})${wheres}->exists()`;
  const code = place.text.slice(start.offset, end.offset);
  return { from: start.offset, to: end.offset, text: wrapped(layout, condition, code) };
}

const phpLiteral = (value: string | number): string =>
  typeof value === 'number' ? String(value) : phpString(value);

/** `DB::`, or `DB::connection('x')->`. */
function queryBuilder(place: Place): string {
  const db = /^use\s+Illuminate\\Support\\Facades\\DB\s*;/m.test(place.text)
    ? 'DB::'
    : '\\Illuminate\\Support\\Facades\\DB::';
  const [named] = place.calls.find(({ name }) => name === 'connection')?.call.arguments ?? [];
  return named ? `${db}connection(${textOf(place.text, named)})->` : db;
}
