import type { Column } from '../../schema/model';
import { findNamed } from '../../schema/names';
import type { ServerProfile } from '../../schema/server';
import type { IndexSpec } from '../../schema/statement';
import type { TraceEntry } from '../../session/trace';
import { isReserved } from '../../sql/reserved';
import { alteredTable, tableIn } from '../altered';
import type { FixDraft } from '../draft';
import { say } from '../said';
import type { Study } from '../study';
import { besideStatement, codeOf } from './code';
import { keyCallsWithin } from './keyCalls';
import { phpString } from './writeBlueprint';

/** So many letters of each long column: what fits into 767 bytes too, then less where several have to fit together. */
const LENGTHS = [191, 64] as const;

/**
 * The edit after which an index holds only the beginning of what is too long for it, by `rawIndex`. Only for plain indexes:
 * a unique key over beginnings would refuse other rows.
 */
export function indexPrefix(study: Study, entry: TraceEntry): readonly FixDraft[] {
  const { statement, origin } = entry.statement;
  const [action, ...more] = statement.kind === 'alterTable' ? statement.actions : [];
  const table = alteredTable(study, entry);
  if (action?.kind !== 'addIndex' || more.length > 0 || action.index.kind !== 'index' || !table) return [];
  const { name, parts } = action.index;
  const columns = parts.map((part) => ('column' in part ? part.column : ''));
  const all = columns.map((column) => findNamed(table.columns, column));
  const cut = all.flatMap((column) => (column && isLong(column) ? [column.name] : []));
  const server = study.step.before.connections.get(entry.connection)?.server;
  const code = codeOf(study);
  const [maker, another] = keyCallsWithin(code, origin?.range ?? null, 'index', columns);
  if (!maker || another || !server || name === null || cut.length === 0 || maker.call.arguments.length > 2)
    return [];
  const { chain, call, own } = maker;
  return LENGTHS.flatMap((length) => {
    const made = `rawIndex(${phpString(expressionOf(action.index, all, length, server))}, ${phpString(name)})`;
    const root = code.text.slice(chain.from, chain.calls[0]!.from);
    const statementOfItsOwn = own ? null : besideStatement(code, chain, 'behind', `${root}->${made};`);
    if (!own && !statementOfItsOwn) return [];
    return [
      {
        title: say('Index only the beginning of {0}', cut.map((column) => `'${column}'`).join(', ')),
        edits: own
          ? [code.edit(call.from, call.to, `->${made}`)]
          : [code.edit(call.from, call.to, ''), statementOfItsOwn!],
        leaves: (edited: Study) => {
          const after = tableIn(edited.first.world, entry.connection, table.name);
          return after !== undefined && findNamed(after.indexes, name) !== undefined;
        },
      },
    ];
  });
}

/** Would more than the shortest prefix of it be in a key? */
function isLong({ type: { base, length } }: Column): boolean {
  return /text$|blob$/.test(base) || (/char$|binary$/.test(base) && (length ?? 0) > LENGTHS.at(-1)!);
}

function expressionOf(
  { parts }: IndexSpec,
  columns: readonly (Column | undefined)[],
  most: number,
  server: ServerProfile,
): string {
  return parts
    .map((part, i) => {
      const name = 'column' in part ? part.column : '';
      const isPlain = /^[a-z_]\w*$/i.test(name) && !isReserved(name.toUpperCase(), server);
      const quoted = isPlain ? name : `\`${name.replaceAll('`', '``')}\``;
      const column = columns[i];
      const length = column?.type.length ?? Number.POSITIVE_INFINITY;
      return column && isLong(column) && length > most ? `${quoted}(${most})` : quoted;
    })
    .join(', ');
}
