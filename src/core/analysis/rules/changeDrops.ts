import type { Chain } from '../../php/chains';
import { findTable } from '../../schema/lookup';
import type { Column, ColumnDefault } from '../../schema/model';
import { findNamed } from '../../schema/names';
import type { ServerProfile } from '../../schema/server';
import { familyOf, isBlobLike } from '../../schema/types';
import type { TraceEntry } from '../../session/trace';
import { aboutEntry, type Draft, type Question } from '../draft';
import { callNamed, codeOf, columnChain, isNamed } from '../fixes/code';
import { type ChangedColumn, completeChange } from '../fixes/completeChange';
import { say } from '../said';
import type { Study } from '../study';

/** What a `change()` has taken from a column, though its chain says nothing of it. */
interface Dropped extends ChangedColumn {
  readonly before: Column;
  readonly attributes: readonly Attribute[];
}

/** An attribute of a column that a chain of calls may name or leave out. */
interface Attribute {
  /** Calls that say what becomes of it. */
  readonly said: readonly string[];
  lost(before: Column, after: Column, server: ServerProfile): boolean;
  /** As people call it. */
  shown(before: Column): string;
  /** The column that the change makes, with this attribute kept. */
  kept(before: Column, after: Column): Column;
}

/**
 * Which attributes does a `change()` drop? Laravel 11 and later write a column's whole definition from the chain, so what
 * the chain leaves out is gone; before, doctrine/dbal kept most of it. Both is read off the column before and after.
 */
export const changeDrops: Question = (study) =>
  study.first.entries.flatMap((entry) => droppedBy(study, entry)).map((dropped) => draftOf(study, dropped));

function draftOf(study: Study, dropped: Dropped): Draft {
  const { entry, table, before, after, attributes } = dropped;
  const column = `${table}.${before.name}`;
  return {
    ...aboutEntry(entry),
    range: after.origin?.range ?? entry.statement.origin?.range ?? null,
    subject: column,
    rule: 'change-drops-attributes',
    method: 'up',
    message: say(
      'change() drops what the chain leaves out: {0} loses {1}',
      column,
      attributes.map((attribute) => attribute.shown(before)).join(', '),
    ),
    related: before.origin ? [{ range: before.origin.range, message: say('{0} got it here', column) }] : [],
    fixes: () =>
      completeChange(
        study,
        dropped,
        attributes.reduce((column, attribute) => attribute.kept(before, column), after),
      ),
  };
}

function droppedBy(study: Study, entry: TraceEntry): readonly Dropped[] {
  const { statement, origin } = entry.statement;
  const server = study.first.world.connections.get(entry.connection)?.server;
  if (statement.kind !== 'alterTable' || entry.error || entry.uncertain || !server) return [];
  const [old, now] = [entry.before, entry.after].map((schema) =>
    findTable(schema, server, statement.table.name),
  );
  if (!old || !now || old.taint || now.taint) return [];
  return statement.actions.flatMap((action) => {
    if (action.kind !== 'changeColumn') return [];
    const before = findNamed(old.columns, action.from);
    const after = findNamed(now.columns, action.column.name);
    if (!before || !after || before.taint || after.taint) return [];
    const lost = ATTRIBUTES.filter((attribute) => attribute.lost(before, after, server));
    if (lost.length === 0) return [];
    const range = after.origin?.migration === study.step.migration.name ? after.origin.range : origin?.range;
    const chain = columnChain(codeOf(study), range ?? null, after.name, isChange);
    if (!chain) return [];
    const attributes = lost.filter(({ said }) => !callNamed(chain, ...said));
    return attributes.length > 0 ? [{ entry, table: old.name, before, after, attributes, chain }] : [];
  });
}

const isChange = ({ calls }: Chain): boolean => calls.slice(1).some((call) => isNamed(call, 'change'));

const shownDefault = (value: ColumnDefault | null): string =>
  value?.kind === 'literal' ? `'${value.value}'` : (value?.sql ?? 'NULL');

const ATTRIBUTES: readonly Attribute[] = [
  {
    said: ['unsigned'],
    lost: (before, after) =>
      before.type.unsigned &&
      !after.type.unsigned &&
      NUMBERS.has(familyOf(before.type)) &&
      NUMBERS.has(familyOf(after.type)),
    shown: () => 'UNSIGNED',
    kept: (_, after) => ({ ...after, type: { ...after.type, unsigned: true } }),
  },
  {
    said: ['charset', 'collation'],
    lost: (before, after) =>
      before.collation !== null && after.collation !== null && before.collation !== after.collation,
    shown: ({ collation }) => `COLLATE ${collation}`,
    kept: ({ charset, collation }, after) => ({ ...after, charset, collation }),
  },
  {
    said: ['nullable', 'primary', 'autoIncrement', 'virtualAs', 'storedAs'],
    lost: (before, after) => before.nullable && !after.nullable && !after.autoIncrement,
    shown: () => 'NULL',
    kept: (_, after) => ({ ...after, nullable: true }),
  },
  {
    said: ['default', 'useCurrent', 'autoIncrement', 'virtualAs', 'storedAs'],
    lost: (before, after, server) =>
      before.default !== null &&
      after.default === null &&
      !after.generated &&
      !after.autoIncrement &&
      (server.vendor === 'mariadb' || !isBlobLike(after.type, server)) &&
      familyOf(after.type) !== 'json',
    shown: (before) => `DEFAULT ${shownDefault(before.default)}`,
    kept: (before, after) => ({ ...after, default: before.default }),
  },
  {
    said: ['useCurrentOnUpdate', 'onUpdate'],
    lost: (before, after) => before.onUpdate !== null && after.onUpdate === null,
    shown: ({ onUpdate }) => `ON UPDATE ${onUpdate}`,
    kept: ({ onUpdate }, after) => ({ ...after, onUpdate }),
  },
  {
    // A key that becomes a text or gets its key anew is to be counted up no more.
    said: ['autoIncrement', 'primary'],
    lost: (before, after) =>
      before.autoIncrement && !after.autoIncrement && familyOf(after.type) === 'integer',
    shown: () => 'AUTO_INCREMENT',
    kept: (_, after) => ({ ...after, autoIncrement: true }),
  },
  {
    said: ['invisible'],
    lost: (before, after) => before.invisible && !after.invisible,
    shown: () => 'INVISIBLE',
    kept: (_, after) => ({ ...after, invisible: true }),
  },
  {
    said: ['comment'],
    lost: (before, after) => before.comment !== '' && after.comment === '',
    shown: ({ comment }) => `COMMENT '${comment}'`,
    kept: ({ comment }, after) => ({ ...after, comment }),
  },
];

const NUMBERS: ReadonlySet<string> = new Set(['integer', 'decimal', 'float']);
