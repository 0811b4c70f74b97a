import type { Index, IndexPart, Table } from '../../schema/model';
import { sameName } from '../../schema/names';
import type { Draft, Question } from '../draft';
import { removeIndex } from '../fixes/removeIndex';
import { say } from '../said';
import type { Study } from '../study';
import { type LeftTable, leftTables } from '../tablesOfStudy';

/** Does the migration make indexes that another one makes needless? Does a table get more than the team wants? */
export const indexes: Question = (study) =>
  leftTables(study).flatMap((left) => [...needless(study, left), ...tooMany(study, left)]);

function needless(study: Study, left: LeftTable): readonly Draft[] {
  const { table } = left;
  return table.indexes.flatMap((index) => {
    const own = index.origin?.migration === study.step.migration.name && !index.implicit;
    if (!own || left.before?.indexes.includes(index)) return [];
    const found = betterThan(index, table, (other) => isOwn(study, left, other));
    if (!found) return [];
    const { other, why } = found;
    const [columns, others] = [shown(index), shown(other)];
    const draft: Draft = {
      rule: why === 'same' ? 'duplicate-index' : 'redundant-index',
      method: 'up',
      range: index.origin?.range ?? null,
      subject: `${table.name}.${index.name}`,
      statement: '',
      serverError: null,
      message:
        why === 'same'
          ? say('{0} ({1}) of {2} is the same as {3}', index.name, columns, table.name, other.name)
          : why === 'suffix'
            ? say(
                '{0} ({1}) of {2} is the same as {3}: InnoDB ends every index with the primary key',
                index.name,
                columns,
                table.name,
                other.name,
              )
            : say(
                '{0} ({1}) of {2} is the beginning of {3} ({4})',
                index.name,
                columns,
                table.name,
                other.name,
                others,
              ),
      related: other.origin
        ? [{ range: other.origin.range, message: say('{0} is made here', other.name) }]
        : [],
      fixes: () => removeIndex(study, left, index),
    };
    return [draft];
  });
}

const isOwn = (study: Study, { before }: LeftTable, index: Index): boolean =>
  index.origin?.migration === study.step.migration.name && !before?.indexes.includes(index);

type Why = 'same' | 'beginning' | 'suffix';

/** Another index that does all that this one does. Of two that are alike the later one is needless. */
function betterThan(
  index: Index,
  table: Table,
  isOwnToo: (index: Index) => boolean,
): { readonly other: Index; readonly why: Why } | null {
  const at = table.indexes.indexOf(index);
  const primary = table.indexes.find(({ kind }) => kind === 'primary');
  for (const [i, other] of table.indexes.entries()) {
    if (other === index || !index.visible || !other.visible || index.hash || other.hash) continue;
    if (isSame(index.parts, other.parts)) {
      const [rank, otherRank] = [RANK[index.kind], RANK[other.kind]];
      if (rank === undefined || otherRank === undefined) {
        if (index.kind === other.kind && i < at && index.parser === other.parser)
          return { other, why: 'same' };
      } else if (rank < otherRank || (rank === otherRank && i < at)) return { other, why: 'same' };
      continue;
    }
    if (index.kind !== 'index' || RANK[other.kind] === undefined) continue;
    if (endsWithPrimary(index, other, primary)) return { other, why: 'suffix' };
    const otherIsNeedless =
      other.kind === 'index' && isOwnToo(other) && endsWithPrimary(other, index, primary);
    if (isBeginning(index.parts, other.parts) && !otherIsNeedless) return { other, why: 'beginning' };
  }
  return null;
}

/** Ordered indexes, by how much they promise. */
const RANK: Readonly<Partial<Record<Index['kind'], number>>> = { index: 0, unique: 1, primary: 2 };

function isSamePart(a: IndexPart, b: IndexPart): boolean {
  if (a.descending !== b.descending) return false;
  if ('column' in a && 'column' in b) return sameName(a.column, b.column) && a.length === b.length;
  return 'expression' in a && 'expression' in b && a.expression === b.expression;
}

const isBeginning = (short: readonly IndexPart[], long: readonly IndexPart[]): boolean =>
  short.length < long.length && short.every((part, i) => isSamePart(part, long[i]!));

const isSame = (a: readonly IndexPart[], b: readonly IndexPart[]): boolean =>
  a.length === b.length && a.every((part, i) => isSamePart(part, b[i]!));

/** Is the index the other plain one with the primary key behind it, which InnoDB puts there anyway? */
function endsWithPrimary(index: Index, other: Index, primary: Index | undefined): boolean {
  if (other.kind !== 'index' || !primary || !isBeginning(other.parts, index.parts)) return false;
  const rest = index.parts.slice(other.parts.length);
  return rest.every((part, i) => primary.parts[i] !== undefined && isSamePart(part, primary.parts[i]!));
}

const shown = ({ parts }: Index): string =>
  parts.map((part) => ('column' in part ? part.column : part.expression)).join(', ');

/** A judgement: more indexes than the setting, told where the migration adds one. */
function tooMany(study: Study, left: LeftTable): readonly Draft[] {
  const { table, before } = left;
  const { mostIndexes } = study.around.policy;
  const count = table.indexes.length;
  const added = table.indexes.filter((index) => isOwn(study, left, index));
  if (count <= mostIndexes || added.length === 0 || count <= (before?.indexes.length ?? 0)) return [];
  const families = familiesOf(table.indexes);
  return [
    {
      rule: 'too-many-indexes',
      method: 'up',
      range: added.at(-1)?.origin?.range ?? null,
      subject: table.name,
      statement: '',
      serverError: null,
      message: say(
        '{0} has {1} indexes now, more than the {2} that the team allows; by their first column they are {3} families: {4}',
        ...[table.name, count, mostIndexes, families.length, shownFamilies(families)],
      ),
    },
  ];
}

/** The largest families, and how many more there are. */
function shownFamilies(families: readonly (readonly [name: string, size: number])[]): string {
  const shown = families.slice(0, 6).map(([name, size]) => `${name} ${size}`);
  return families.length > 6 ? [...shown, '…'].join(', ') : shown.join(', ');
}

/** Indexes that share their first column, the largest family first. */
function familiesOf(all: readonly Index[]): readonly (readonly [name: string, size: number])[] {
  const sizes = new Map<string, number>();
  for (const { parts, kind } of all) {
    const [first] = parts;
    const name =
      kind === 'primary' ? 'PRIMARY' : first && 'column' in first ? first.column : (first?.expression ?? '');
    sizes.set(name, (sizes.get(name) ?? 0) + 1);
  }
  return [...sizes].sort((a, b) => b[1] - a[1]);
}
