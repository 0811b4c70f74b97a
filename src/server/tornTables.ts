import type { Catalog } from './catalog';

/** The tables read in the midst of a change: an index or key over a column that is not there, or no columns at all. */
export function tornTables({
  tables,
  columns,
  indexes,
  keyColumns,
}: Pick<Catalog, 'tables' | 'columns' | 'indexes' | 'keyColumns'>): ReadonlySet<string> {
  const known = new Set(columns.map(({ t, name }) => `${t}\0${name}`));
  const filled = new Set(columns.map(({ t }) => t));
  const dangling = [...indexes, ...keyColumns].filter(
    ({ t, col }) => col !== null && !known.has(`${t}\0${col}`),
  );
  const empty = tables.filter(({ t, type }) => type === 'BASE TABLE' && !filled.has(t));
  return new Set([...dangling, ...empty].map(({ t }) => t));
}
