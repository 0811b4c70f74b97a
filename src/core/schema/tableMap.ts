/**
 * A persistent map from table names to values. A change copies three short lists, so that thousands of statements over
 * thousands of tables share almost everything, and two maps that share a part compare it in one step.
 * Names are looked up as they are; the caller folds case where the server does (`lower_case_table_names`).
 */
export interface TableMap<V> {
  readonly size: number;
  readonly branches: Branches<V>;
  /** What others have found out about these values, kept as long as there are no others. */
  readonly notes: { constraints?: object };
  /** Who wants to know what is asked of this map, and of those made from it. */
  readonly watch?: Watch | undefined;
}

/** Is told each name that is looked up or changed, `*` where it may be any; `of`: what it is the name of. */
export type Watch = (name: string, of: Asked) => void;

/** A name's own value, or what refers to it: foreign keys by their parent table, constraints by their name. */
export type Asked = 'value' | 'parent' | 'foreignKey' | 'check';

type Entry<V> = readonly [string, V];
/** Sorted by name, so that what is the same looks the same. */
type Leaf<V> = readonly Entry<V>[];
type Branch<V> = readonly (Leaf<V> | undefined)[];
type Branches<V> = readonly (Branch<V> | undefined)[];

const MASK = 31;

/** Ten bits: five for the branch, five for the leaf. */
function placeOf(name: string): number {
  let hash = 0;
  for (let i = 0; i < name.length; i++) hash = (Math.imul(hash, 31) + name.charCodeAt(i)) | 0;
  return hash ^ (hash >>> 10) ^ (hash >>> 20);
}

function leafAt<V>(branches: Branches<V>, place: number): Leaf<V> | undefined {
  return branches[place & MASK]?.[(place >>> 5) & MASK];
}

function withLeaf<V>(branches: Branches<V>, place: number, leaf: Leaf<V>): Branches<V> {
  const branch = branches[place & MASK]?.slice() ?? [];
  branch[(place >>> 5) & MASK] = leaf;
  const copy = branches.slice();
  copy[place & MASK] = branch;
  return copy;
}

const EMPTY: TableMap<never> = { size: 0, branches: [], notes: {} };

export function emptyTableMap<V>(): TableMap<V> {
  return EMPTY;
}

export function tableMapOf<V>(entries: Iterable<readonly [string, V]>): TableMap<V> {
  let map = emptyTableMap<V>();
  for (const [name, value] of entries) map = withTable(map, name, value);
  return map;
}

/** The same map, telling `watch` what is asked of it; null: telling nobody. */
export function watched<V>(map: TableMap<V>, watch: Watch | null): TableMap<V> {
  if ((map.watch ?? null) === watch) return map;
  const { size, branches, notes } = map;
  return { size, branches, notes, watch: watch ?? undefined };
}

export function getTable<V>(map: TableMap<V>, name: string): V | undefined {
  map.watch?.(name, 'value');
  const leaf = leafAt(map.branches, placeOf(name));
  if (leaf) for (const entry of leaf) if (entry[0] === name) return entry[1];
  return undefined;
}

export function withTable<V>(map: TableMap<V>, name: string, value: V): TableMap<V> {
  map.watch?.(name, 'value');
  const place = placeOf(name);
  const old = leafAt(map.branches, place) ?? [];
  const at = old.findIndex((entry) => entry[0] >= name);
  const replaces = old[at]?.[0] === name;
  const leaf: Entry<V>[] =
    at < 0
      ? [...old, [name, value]]
      : [...old.slice(0, at), [name, value], ...old.slice(replaces ? at + 1 : at)];
  return changed(map, map.size + (replaces ? 0 : 1), withLeaf(map.branches, place, leaf));
}

export function withoutTable<V>(map: TableMap<V>, name: string): TableMap<V> {
  map.watch?.(name, 'value');
  const place = placeOf(name);
  const old = leafAt(map.branches, place);
  if (!old?.some((entry) => entry[0] === name)) return map;
  const leaf = old.filter((entry) => entry[0] !== name);
  return changed(map, map.size - 1, withLeaf(map.branches, place, leaf));
}

function changed<V>({ watch }: TableMap<V>, size: number, branches: Branches<V>): TableMap<V> {
  return { size, branches, notes: {}, watch };
}

export function* tableEntries<V>(map: TableMap<V>): Generator<readonly [string, V]> {
  map.watch?.('*', 'value');
  for (const branch of map.branches)
    if (branch) for (const leaf of branch) if (leaf) for (const entry of leaf) yield entry;
}

/** Every value made anew. */
export function mapTables<V>(map: TableMap<V>, change: (value: V) => V): TableMap<V> {
  map.watch?.('*', 'value');
  const branches = map.branches.map((branch) =>
    branch?.map((leaf) => leaf?.map(([name, value]): Entry<V> => [name, change(value)])),
  );
  return changed(map, map.size, branches);
}

/** A name with its values in two maps, undefined where one does not have it. */
export type Difference<V> = readonly [name: string, a: V | undefined, b: V | undefined];

/** The names whose values are not the same object in both; what the maps share is passed over. */
export function tableDifferences<V>(a: TableMap<V>, b: TableMap<V>): Difference<V>[] {
  const found: Difference<V>[] = [];
  if (a.branches === b.branches) return found;
  for (let i = 0; i <= MASK; i++) {
    const [mine, theirs] = [a.branches[i], b.branches[i]];
    if (mine === theirs) continue;
    for (let j = 0; j <= MASK; j++) {
      const [here, there] = [mine?.[j], theirs?.[j]];
      if (here !== there) addDifferences(found, here ?? [], there ?? []);
    }
  }
  return found;
}

/** Leaves are short: looking through them is cheaper than a map of each. */
function addDifferences<V>(found: Difference<V>[], mine: Leaf<V>, theirs: Leaf<V>): void {
  for (const entry of mine) {
    const other = theirs.find((each) => each[0] === entry[0]);
    if (other?.[1] !== entry[1]) found.push([entry[0], entry[1], other?.[1]]);
  }
  for (const entry of theirs)
    if (!mine.some((each) => each[0] === entry[0])) found.push([entry[0], undefined, entry[1]]);
}

/** All values, sorted by name (plain code-unit order). */
export function sortedTables<V>(map: TableMap<V>): V[] {
  return [...tableEntries(map)].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, value]) => value);
}
