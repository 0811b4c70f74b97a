import { has } from '../../laravel/schema/features';
import type { Chain, ChainCall } from '../../php/chains';
import { findNamed, nameLength, sameName } from '../../schema/names';
import { tableEntries } from '../../schema/tableMap';
import type { TraceEntry } from '../../session/trace';
import { tableIn } from '../altered';
import type { FixDraft } from '../draft';
import type { Edit } from '../results';
import { say } from '../said';
import type { Study } from '../study';
import { type Code, codeOf, isNamed, literal } from './code';
import { columnsOf, isKeyMethod, sameColumns } from './keyCalls';
import { phpString } from './writeBlueprint';

const LONGEST = 64;

/** An index or foreign key whose name the server finds too long, as the statement has it. */
interface LongName {
  readonly table: string;
  readonly name: string;
  readonly columns: readonly string[];
  /** As conventional names end. */
  readonly kind: string;
}

/** The edit that gives an index or foreign key with a too long conventional name a shorter one of its own. */
export function nameIndex(study: Study, entry: TraceEntry): readonly FixDraft[] {
  const long = longName(entry);
  if (!long) return [];
  const code = codeOf(study);
  const place = code.offsets(entry.statement.origin?.range ?? null);
  if (!place) return [];
  const makers = code.chains
    .filter(({ from, to }) => from >= place[0] && to <= place[1])
    .flatMap((chain) => chain.calls.flatMap((call, i) => makes(chain, call, i, long) ?? []));
  const [only, more] = makers;
  if (!only || more) return [];
  const taken = (name: string) => isTaken(entry, long, name);
  const short = shortened(long, taken);
  const edit = short === null ? null : only.named(study, code, short);
  if (!edit || short === null) return [];
  return [
    {
      title: say('Name it {0}', `'${short}'`),
      edits: [edit],
      leaves: (edited) => {
        const table = tableIn(edited.first.world, entry.connection, long.table);
        const made = long.kind === 'foreign' ? table?.foreignKeys : table?.indexes;
        return made !== undefined && findNamed<{ readonly name: string }>(made, short) !== undefined;
      },
    },
  ];
}

const SUFFIX = { index: 'index', unique: 'unique', fulltext: 'fulltext', spatial: 'spatialindex' } as const;

function longName({ statement: { statement } }: TraceEntry): LongName | null {
  if (statement.kind !== 'alterTable') return null;
  const table = statement.table.name;
  for (const action of statement.actions) {
    if (action.kind === 'addForeignKey' && isLong(action.foreignKey.name)) {
      const { name, columns } = action.foreignKey;
      return { table, name, columns, kind: 'foreign' };
    }
    if (action.kind === 'addIndex' && isLong(action.index.name)) {
      const { name, kind, parts } = action.index;
      const columns = parts.map((part) => ('column' in part ? part.column : ''));
      return kind in SUFFIX ? { table, name, columns, kind: SUFFIX[kind as keyof typeof SUFFIX] } : null;
    }
  }
  return null;
}

const isLong = (name: string | null): name is string => name !== null && nameLength(name) > LONGEST;

/** A call that makes the index, and the edit that names it. */
interface Maker {
  named(study: Study, code: Code, name: string): Edit | null;
}

function makes(chain: Chain, call: ChainCall, at: number, long: LongName): Maker | null {
  const own = isKeyMethod(call, long.kind);
  const [first] = call.arguments;
  if (at === 0) {
    const morphs = /morphs$/i.test(call.name) && literal(first);
    const columns = morphs ? [`${morphs}_type`, `${morphs}_id`] : own ? columnsOf(call) : null;
    return columns && sameColumns(columns, long.columns) ? argumentAt(call, 1, long.name) : null;
  }
  if (long.columns.length !== 1) return null;
  const column = literal(chain.calls[0]?.arguments[0]);
  if (column === null || !sameName(column, long.columns[0]!)) return null;
  if (long.kind !== 'foreign') return own ? argumentAt(call, 0, long.name) : null;
  return (isNamed(call, 'constrained') || isNamed(call, 'references')) && !isNamed(chain.calls[0]!, 'foreign')
    ? indexName(call)
    : null;
}

/** The name is the argument at that place: put there, or in the place of the too long one. */
function argumentAt(call: ChainCall, at: number, long: string): Maker | null {
  const given = call.arguments[at];
  if (call.arguments.length > at + 1 || call.arguments.some(({ kind }) => kind === 'namedargument'))
    return null;
  if (given) {
    const { loc } = given;
    const replaceable = literal(given) === long || (given.kind === 'boolean' && at === 0);
    if (!replaceable || !loc) return null;
    return { named: (_, code, name) => code.edit(loc.start.offset, loc.end.offset, phpString(name)) };
  }
  return call.arguments.length === at
    ? { named: (_, code, name) => lastArgument(code, call, phpString(name)) }
    : null;
}

/** `indexName:` of `constrained()` and `references()`. */
function indexName(call: ChainCall): Maker | null {
  const given = call.arguments.some(
    (argument) => argument.kind === 'namedargument' && argument.name === 'indexName',
  );
  if (given || call.arguments.length > 2) return null;
  return {
    named: (study, code, name) =>
      has(study.app.laravel, 'constrainedIndexName')
        ? lastArgument(code, call, `indexName: ${phpString(name)}`)
        : null,
  };
}

/** Adds an argument behind the others. */
function lastArgument(code: Code, call: ChainCall, text: string): Edit {
  const end = call.arguments.at(-1)?.loc?.end.offset;
  const close = call.to - 1;
  return end === undefined ? code.edit(close, close, text) : code.edit(end, end, `, ${text}`);
}

function isTaken(entry: TraceEntry, { table, kind }: LongName, name: string): boolean {
  const owner = [...tableEntries(entry.before.tables)]
    .map(([, other]) => other)
    .filter((other) => kind === 'foreign' || sameName(other.name, table));
  return owner.some(({ foreignKeys, indexes }) => findNamed(foreignKeys, name) ?? findNamed(indexes, name));
}

/** The conventional name with its words cut shorter, the table's first, until it fits. */
function shortened({ table, columns, kind }: LongName, taken: (name: string) => boolean): string | null {
  const cut = (text: string, most: number) =>
    text
      .split('_')
      .map((word) => word.slice(0, most))
      .join('_');
  const initials = table
    .split('_')
    .map((word) => word.slice(0, 1))
    .join('');
  const named = columns.join('_');
  const candidates = [
    ...[5, 4, 3].map((most) => `${cut(table, most)}_${named}`),
    `${initials}_${named}`,
    ...[5, 4, 3, 2].map((most) => `${initials}_${cut(named, most)}`),
  ].map((name) => `${name}_${kind}`.toLowerCase().replace(/[-.]/g, '_'));
  return candidates.find((name) => nameLength(name) <= LONGEST && !taken(name)) ?? null;
}
