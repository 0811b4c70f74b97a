import { methodNamed, type PlacedNode } from '../../php/enclosing';
import type { Column, Table } from '../../schema/model';
import { findNamed } from '../../schema/names';
import type { ForeignKeySpec } from '../../schema/statement';
import type { TraceEntry } from '../../session/trace';
import { tableIn } from '../altered';
import type { FixDraft } from '../draft';
import { say } from '../said';
import type { Study } from '../study';
import { type Change, editOf, layoutAt, withoutLine } from './change';
import { besideStatement, codeOf, columnChain } from './code';
import { askedBy } from './guard';
import { columnsMade, splitOf } from './guardCreate';
import { sameColumns } from './keyCalls';
import { piecesOf } from './pieces';
import { closureHeader, type Place, placeAt, placeBetween } from './place';
import { stepsOf } from './steps';
import { bare, list } from './tests';

/** The edit that gives the columns a foreign key refers to a unique key, where this migration makes them. */
export function uniqueParent(
  study: Study,
  parent: Table,
  { referencedColumns }: ForeignKeySpec,
): readonly FixDraft[] {
  const code = codeOf(study);
  const columns = referencedColumns.map((name) => findNamed(parent.columns, name));
  const chains = columns.map((column) =>
    column?.origin?.migration === study.step.migration.name
      ? columnChain(code, column.origin.range, column.name)
      : null,
  );
  const last = chains.at(-1);
  if (!last || chains.includes(null)) return [];
  const several = `${code.text.slice(last.from, last.calls[0]!.from)}->unique(${list(referencedColumns)});`;
  const edit =
    chains.length === 1
      ? code.edit(last.to, last.to, '->unique()')
      : besideStatement(code, last, 'behind', several);
  const title = say('Make ({0}) of {1} unique', referencedColumns.join(', '), parent.name);
  // That the statement is not refused any more is asked of every fix.
  return edit ? [{ title, edits: [edit], leaves: () => true }] : [];
}

/** The edit that makes a foreign key behind the parent that the same `up()` creates further down. */
export function keyBehindParent(study: Study, entry: TraceEntry, key: ForeignKeySpec): readonly FixDraft[] {
  const { text, migration } = study.step;
  const place = entry.statement.origin && placeAt(text, entry.statement.origin.range);
  const opening = place?.opening;
  const closure = opening?.call.call.arguments[1];
  const target = place && creates(study, key.referenced.name, place.statement.loc.end.offset);
  const layout = opening && target && layoutAt(text, target);
  const taken = place && takenOut(study, place, entry);
  if (!opening || closure?.kind !== 'closure' || !target || !layout || !taken) return [];
  const { indent, unit, eol } = layout;
  const { schema, table } = askedBy(study, place, undefined, 'around');
  const lines = [
    `${schema}table(${table}, ${closureHeader(text, closure)}`,
    `${indent}${unit}${taken.code};`,
    `${indent}});`,
  ];
  const at = target.loc.end.offset;
  const made = { from: at, to: at, text: `${eol}${eol}${indent}${lines.join(eol)}` };
  return [
    {
      title: say('Make the foreign key behind {0}', `'${key.referenced.name}'`),
      edits: [taken.left, made].map((change) => editOf(migration.file, text, change)),
      leaves: (edited) => hasKey(edited, entry, key),
    },
  ];
}

/** Behind the parent it may be refused for another reason. */
function hasKey(
  { first }: Study,
  { statement: { statement }, connection }: TraceEntry,
  { columns }: ForeignKeySpec,
) {
  const table = statement.kind === 'alterTable' && tableIn(first.world, connection, statement.table.name);
  return table ? table.foreignKeys.some((key) => sameColumns(key.columns, columns)) : false;
}

/** The statement of `up()` behind an offset that creates a table. */
function creates({ app, step: { text } }: Study, table: string, behind: number): PlacedNode | null {
  const body = methodNamed(text, 'up')?.body as { readonly children?: readonly PlacedNode[] } | null;
  const makes = ({ loc }: PlacedNode): boolean => {
    const place = placeBetween(text, loc.start.offset, loc.end.offset);
    const call = place?.calls.find(({ name }) => name.toLowerCase() === 'create');
    const given = call?.call.arguments[0];
    return given?.kind === 'string' && given.value === bare(table, app.prefix);
  };
  return body?.children?.find((node) => node.loc.start.offset > behind && makes(node)) ?? null;
}

/** The code that makes the key, and the change that leaves the rest of its statement. */
function takenOut(
  study: Study,
  place: Place,
  entry: TraceEntry,
): { readonly code: string; readonly left: Change } | null {
  const { text, opening, statement } = place;
  const steps = stepsOf(study, place);
  const more = { prefix: study.app.prefix, newline: `\n${layoutAt(text, statement)?.indent ?? ''}` };
  const create = study.first.entries.find(({ statement: { statement: sent, origin } }) => {
    const from = origin && placeAt(text, origin.range)?.statement.loc.start.offset;
    return sent.kind === 'createTable' && from === opening?.statement.loc.start.offset;
  });
  const columns: readonly Column[] = create ? columnsMade(create, place) : [];
  if (steps.length === 1) {
    const split = splitOf(place, steps, columns, more);
    if (!split) return null;
    // Of a `Schema::table` that does nothing else nothing is left.
    const isAll = opening?.alone && !create;
    const left = isAll ? withoutLine(text, opening.statement.loc) : split.kept;
    return left && { code: split.keys[0]!, left };
  }
  const [column, key] = piecesOf(place, steps, more) ?? [];
  if (steps.length !== 2 || steps[1]?.entry !== entry || column === undefined || !key) return null;
  const { start, end } = statement.loc;
  return { code: key, left: { from: start.offset, to: end.offset, text: `${column};` } };
}
