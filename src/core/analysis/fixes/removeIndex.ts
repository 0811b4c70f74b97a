import type { ChainCall } from '../../php/chains';
import { sameSchema } from '../../schema/diff';
import { putTable } from '../../schema/lookup';
import type { Index } from '../../schema/model';
import type { FixDraft } from '../draft';
import { say } from '../said';
import type { Study } from '../study';
import type { LeftTable } from '../tablesOfStudy';
import { chainWithin, codeOf, isNamed, withoutStatement } from './code';

/** The edit that takes away the call that makes an index: `->index()` on its column, or the statement of its own. */
export function removeIndex(
  study: Study,
  { connection, table }: LeftTable,
  index: Index,
): readonly FixDraft[] {
  const code = codeOf(study);
  const methods = index.kind === 'fulltext' ? ['fullText'] : [index.kind];
  const makes = (call: ChainCall) => methods.some((method) => isNamed(call, method));
  const chain = chainWithin(code, index.origin?.range ?? null, ({ calls }) => calls.some(makes));
  const call = chain?.calls.find(makes);
  if (!chain || !call) return [];
  const own = chain.calls[0] === call;
  const edit = own ? withoutStatement(code, chain) : code.edit(call.from, call.to, '');
  const database = study.first.world.connections.get(connection);
  if (!edit || !database) return [];
  const without = { ...table, indexes: table.indexes.filter((one) => one !== index) };
  const wanted = putTable(database.schema, database.server, without);
  return [
    {
      title: say('Leave out {0}', index.name),
      edits: [edit],
      leaves: (edited) => {
        const left = edited.first.world.connections.get(connection)?.schema;
        return left !== undefined && sameSchema(wanted, left);
      },
    },
  ];
}
