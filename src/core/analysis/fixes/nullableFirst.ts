import { findNamed } from '../../schema/names';
import type { ForeignKeySpec } from '../../schema/statement';
import type { TraceEntry } from '../../session/trace';
import { alteredTable, tableIn } from '../altered';
import type { FixDraft } from '../draft';
import { say } from '../said';
import type { Study } from '../study';
import { callNamed, codeOf, columnChain } from './code';

/** The edit that makes the column of a SET NULL key nullable where this migration makes it: `->nullable()`, before `constrained()`. */
export function nullableFirst(
  study: Study,
  entry: TraceEntry,
  key: ForeignKeySpec,
  column: string,
): readonly FixDraft[] {
  const table = alteredTable(study, entry);
  const origin = table && findNamed(table.columns, column)?.origin;
  if (!table || origin?.migration !== study.step.migration.name) return [];
  const code = codeOf(study);
  const chain = columnChain(code, origin.range, column);
  const [first] = chain?.calls ?? [];
  if (!chain || !first || /^(?:nullable)?morphs$/i.test(first.name)) return [];
  const there = callNamed(chain, 'nullable');
  if (there && there.arguments.length > 0) return [];
  return [
    {
      title: there
        ? say('Move {0} before {1}', 'nullable()', 'constrained()')
        : say('Make {0} nullable', `'${column}'`),
      edits: [
        code.edit(first.to, first.to, '->nullable()'),
        ...(there ? [code.edit(there.from, there.to, '')] : []),
      ],
      leaves: (edited) => {
        const after = tableIn(edited.first.world, entry.connection, table.name);
        return after?.foreignKeys.some(({ columns }) => columns.join() === key.columns.join()) ?? false;
      },
    },
  ];
}
