import type { Column, ForeignKey } from '../../schema/model';
import { findNamed } from '../../schema/names';
import { tableIn } from '../altered';
import type { FixDraft } from '../draft';
import { say } from '../said';
import type { Study } from '../study';
import type { LeftTable } from '../tablesOfStudy';
import { callNamed, chainWithin, codeOf, columnChain, literal } from './code';

/** The edit that takes `->nullable()` from the tenant column. */
export function requireTenant(
  study: Study,
  { connection, table }: LeftTable,
  column: Column,
): readonly FixDraft[] {
  const code = codeOf(study);
  const chain = columnChain(code, column.origin?.range ?? null, column.name);
  const call = chain && callNamed(chain, 'nullable');
  if (!call || chain?.calls[0] === call) return [];
  return [
    {
      title: say('Remove {0}', 'nullable()'),
      edits: [code.edit(call.from, call.to, '')],
      leaves: (edited) => {
        const after = tableIn(edited.first.world, connection, table.name);
        return after !== undefined && findNamed(after.columns, column.name)?.nullable === false;
      },
    },
  ];
}

const CASCADES = [
  {
    side: 'onDelete',
    call: '->cascadeOnDelete()',
    others: ['onDelete', 'nullOnDelete', 'restrictOnDelete', 'noActionOnDelete'],
  },
  {
    side: 'onUpdate',
    call: '->cascadeOnUpdate()',
    others: ['onUpdate', 'nullOnUpdate', 'restrictOnUpdate', 'noActionOnUpdate'],
  },
] as const;

/** The edit that makes the tenant's foreign key cascade. */
export function cascadeTenant(
  study: Study,
  { connection, table }: LeftTable,
  key: ForeignKey,
): readonly FixDraft[] {
  const code = codeOf(study);
  const chain = chainWithin(
    code,
    key.origin?.range ?? null,
    (one) => callNamed(one, 'constrained', 'on') !== undefined,
    ({ calls: [first] }) => literal(first?.arguments[0]) === key.columns[0],
  );
  if (!chain) return [];
  const missing = CASCADES.filter(({ side }) => key[side] !== 'cascade');
  const edits = missing.map(({ call, others }) => {
    const there = callNamed(chain, ...others);
    return there ? code.edit(there.from, there.to, call) : code.edit(chain.to, chain.to, call);
  });
  const added = edits.filter(
    ({ line, column, endLine, endColumn }) => line === endLine && column === endColumn,
  );
  // Two insertions at one place are one edit.
  const rest = edits.filter((edit) => !added.includes(edit));
  const [place] = added;
  const together = place ? [{ ...place, text: added.map(({ text }) => text).join('') }] : [];
  return [
    {
      title: say('Add {0}', missing.map(({ call }) => call.slice(2)).join(', ')),
      edits: [...rest, ...together],
      leaves: (edited) => {
        const after = tableIn(edited.first.world, connection, table.name);
        const left = after && findNamed(after.foreignKeys, key.name);
        return left?.onDelete === 'cascade' && left.onUpdate === 'cascade';
      },
    },
  ];
}
