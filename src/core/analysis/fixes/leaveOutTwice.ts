import type { Chain } from '../../php/chains';
import type { ForeignKey, Index } from '../../schema/model';
import { findNamed, sameName } from '../../schema/names';
import type { ForeignKeySpec, IndexSpec } from '../../schema/statement';
import type { TraceEntry } from '../../session/trace';
import { alteredTable } from '../altered';
import type { FixDraft } from '../draft';
import type { Edit } from '../results';
import { say } from '../said';
import type { Study } from '../study';
import { type Code, codeOf, withoutStatement } from './code';
import { type KeyCall, keyCallsWithin, sameColumns } from './keyCalls';

/**
 * The edit that takes away what a migration makes a second time: a key over the same columns, or a column by the same code.
 * What is made twice in two forms stays: which one is meant only people know.
 */
export function leaveOutTwice(study: Study, entry: TraceEntry): readonly FixDraft[] {
  const code = codeOf(study);
  const keys = repeatedKeys(study, code, entry);
  const [key, another] = keys;
  const edit =
    key && !another ? withoutKey(code, key) : keys.length === 0 ? withoutColumn(study, code, entry) : null;
  // That the statement is not refused any more is asked of every fix.
  return edit ? [{ title: say('Leave out what is made twice'), edits: [edit], leaves: () => true }] : [];
}

/** The calls that make a key which is there already. */
function repeatedKeys(study: Study, code: Code, entry: TraceEntry): readonly KeyCall[] {
  const { statement, origin } = entry.statement;
  const range = origin?.range ?? null;
  if (statement.kind === 'createTable') {
    const counted = statement.columns.find((column) => column.autoIncrement)?.name;
    return counted === undefined ? [] : keyCallsWithin(code, range, 'primary', [counted]);
  }
  const table = alteredTable(study, entry);
  const [action, ...more] = statement.kind === 'alterTable' ? statement.actions : [];
  if (!table || more.length > 0) return [];
  if (action?.kind === 'addIndex') {
    const { index } = action;
    const there = table.indexes.find(({ kind, name }) =>
      index.kind === 'primary' ? kind === 'primary' : sameName(name, index.name ?? ''),
    );
    return there && isSameIndex(index, there) ? keyCallsWithin(code, range, index.kind, namesIn(index)) : [];
  }
  if (action?.kind !== 'addForeignKey') return [];
  const { foreignKey } = action;
  const there = findNamed(table.foreignKeys, foreignKey.name ?? '');
  return there && isSameKey(foreignKey, there)
    ? keyCallsWithin(code, range, 'foreign', foreignKey.columns)
    : [];
}

const namesIn = ({ parts }: Pick<Index, 'parts'>): readonly string[] =>
  parts.map((part) => ('column' in part ? part.column : ''));

const isSameIndex = (one: IndexSpec, other: Index): boolean =>
  one.kind === other.kind &&
  sameColumns(namesIn(one), namesIn(other)) &&
  one.parts.every((part, i) => {
    const its = other.parts[i]!;
    return (
      'column' in part && 'column' in its && part.length === its.length && part.descending === its.descending
    );
  });

const isSameKey = (one: ForeignKeySpec, other: ForeignKey): boolean =>
  sameColumns(one.columns, other.columns) &&
  sameName(one.referenced.name, other.referencedTable) &&
  sameColumns(one.referencedColumns, other.referencedColumns) &&
  one.onDelete === other.onDelete &&
  one.onUpdate === other.onUpdate;

/** A foreign key's call goes with those behind it, which are its own. */
function withoutKey(code: Code, { chain, call, own }: KeyCall): Edit | null {
  if (own) return withoutStatement(code, chain);
  const isForeign = /^(constrained|references)$/i.test(call.name);
  return code.edit(call.from, isForeign ? chain.to : call.to, '');
}

/** A statement that is the same as one before it, which made the column. */
function withoutColumn(study: Study, code: Code, entry: TraceEntry): Edit | null {
  const place = code.offsets(entry.statement.origin?.range ?? null);
  if (!place) return null;
  const own = code.chains.filter(({ from, to }) => from >= place[0] && to <= place[1]);
  const textOf = ({ from, to }: Chain) => code.text.slice(from, to).replace(/\s+/g, '');
  const repeated = own.find((chain, i) => own.slice(0, i).some((other) => textOf(other) === textOf(chain)));
  if (repeated) return withoutStatement(code, repeated);
  const made = madeBefore(study, code, entry);
  const [only, more] = own;
  return only && !more && made && textOf(only) === textOf(made) ? withoutStatement(code, only) : null;
}

/** The chain that made the column which a statement would add. */
function madeBefore(study: Study, code: Code, entry: TraceEntry): Chain | undefined {
  const { statement } = entry.statement;
  const table = alteredTable(study, entry);
  const [action] = statement.kind === 'alterTable' ? statement.actions : [];
  const column =
    action?.kind === 'addColumn' ? findNamed(table?.columns ?? [], action.column.name) : undefined;
  const place = code.offsets(column?.origin?.range ?? null);
  return place ? code.chains.find(({ from, to }) => from >= place[0] && to <= place[1]) : undefined;
}
