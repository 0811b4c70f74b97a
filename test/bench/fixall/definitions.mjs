// The real server's definitions before and after each migration: what stops.json says that each first run made, in order.

/** By migration: the lines of each table's SHOW CREATE TABLE, before its first run and after. */
export function definitionsOf(migrations) {
  let tables = new Map();
  return new Map(
    migrations.map(({ name, made }) => {
      const before = tables;
      tables = changedBy(tables, made);
      return [name, { before, after: tables }];
    }),
  );
}

/** `table: + line`, `table: - line`. */
function changedBy(tables, differences) {
  const changed = new Map(tables);
  for (const each of differences) {
    const [, table, sign, line] = /^(.+?): ([+-]) (.*)$/s.exec(each) ?? [];
    if (table === undefined) continue;
    const lines = new Set(changed.get(table));
    if (sign === '+') lines.add(line);
    else lines.delete(line);
    changed.set(table, lines);
  }
  return changed;
}

/** Columns by the names of indexes. */
export function indexesOf(lines = new Set()) {
  const found = new Map();
  for (const line of lines) {
    const [, name, columns] = /^(?:\w+ )?KEY (?:`([^`]+)` )?\((.*)\)/.exec(line) ?? [];
    if (columns !== undefined)
      found.set(
        name ?? 'PRIMARY',
        columns.split(',').map((column) => column.replace(/`/g, '')),
      );
  }
  return found;
}

export const columnOf = (lines, name) => [...(lines ?? [])].find((line) => line.startsWith(`\`${name}\` `));
