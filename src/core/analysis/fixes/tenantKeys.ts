import type { Column, Index } from '../../schema/model';
import { sameName } from '../../schema/names';
import { tableIn } from '../altered';
import type { FixDraft } from '../draft';
import { say } from '../said';
import type { Study } from '../study';
import type { LeftTable } from '../tablesOfStudy';
import { besideStatement, codeOf, columnChain } from './code';
import { keyCallsWithin, sameColumns } from './keyCalls';
import { phpString } from './writeBlueprint';

/** The edit that puts the tenant column in front of a unique key's columns. */
export function tenantFirst(
  study: Study,
  left: LeftTable,
  index: Index,
  column: Column,
): readonly FixDraft[] {
  const code = codeOf(study);
  const columns = columnsIn(index);
  const [maker, another] = keyCallsWithin(code, index.origin?.range ?? null, 'unique', columns);
  if (!maker || another) return [];
  const { chain, call, own } = maker;
  const wanted = [column.name, ...columns.filter((name) => !sameName(name, column.name))];
  const list = `[${wanted.map(phpString).join(', ')}]`;
  const [first] = call.arguments;
  const given = first?.loc ? code.text.slice(first.loc.start.offset, first.loc.end.offset) : null;
  if (own && !first?.loc) return [];
  const root = code.text.slice(chain.from, chain.calls[0]!.from);
  const named = given === null ? list : `${list}, ${given}`;
  const behind = own ? null : besideStatement(code, chain, 'behind', `${root}->unique(${named});`);
  if (!own && !behind) return [];
  return [
    {
      title: say('Let it start with {0}', `'${column.name}'`),
      edits: own
        ? [code.edit(first!.loc!.start.offset, first!.loc!.end.offset, list)]
        : [code.edit(call.from, call.to, ''), behind!],
      leaves: (edited) =>
        indexesAfter(edited, left).some(
          (one) => one.kind === 'unique' && sameColumns(columnsIn(one), wanted),
        ) &&
        !indexesAfter(edited, left).some(
          (one) => one.kind === 'unique' && sameColumns(columnsIn(one), columns),
        ),
    },
  ];
}

/** The edit that gives the tenant column an index. */
export function indexTenant(study: Study, left: LeftTable, column: Column): readonly FixDraft[] {
  const code = codeOf(study);
  const chain = columnChain(code, column.origin?.range ?? null, column.name);
  if (!chain || column.origin?.migration !== study.step.migration.name) return [];
  return [
    {
      title: say('Add {0}', 'index()'),
      edits: [code.edit(chain.to, chain.to, '->index()')],
      leaves: (edited) =>
        indexesAfter(edited, left).some((one) => sameName(columnsIn(one)[0] ?? '', column.name)),
    },
  ];
}

/** The edit that gives a polymorphic pair the index that `morphs()` would give it. */
export function indexPair(study: Study, left: LeftTable, type: Column, id: Column): readonly FixDraft[] {
  const code = codeOf(study);
  const chains = [type, id].map(({ origin, name }) => columnChain(code, origin?.range ?? null, name));
  const last = chains.toSorted((a, b) => (a?.from ?? 0) - (b?.from ?? 0)).at(-1);
  if (!last || !chains.every((chain) => chain !== null)) return [];
  const columns = [type.name, id.name];
  const root = code.text.slice(last.from, last.calls[0]!.from);
  const edit = besideStatement(
    code,
    last,
    'behind',
    `${root}->index([${columns.map(phpString).join(', ')}]);`,
  );
  return edit
    ? [
        {
          title: say('Add an index over {0}', columns.map((name) => `'${name}'`).join(', ')),
          edits: [edit],
          leaves: (edited) => indexesAfter(edited, left).some((one) => sameColumns(columnsIn(one), columns)),
        },
      ]
    : [];
}

const columnsIn = ({ parts }: Index): readonly string[] =>
  parts.map((part) => ('column' in part ? part.column : ''));

function indexesAfter(edited: Study, { connection, table }: LeftTable): readonly Index[] {
  return tableIn(edited.first.world, connection, table.name)?.indexes ?? [];
}
