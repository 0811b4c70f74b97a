import { diffSchemas } from '../schema/diff';
import type { SchemaDifference } from '../schema/diffTypes';
import type { Schema } from '../schema/model';
import type { World } from '../session/trace';

/** How the schemas of one world differ from another's, connection by connection. */
export function diffWorlds(expected: World, actual: World): readonly SchemaDifference[] {
  return [...expected.connections].flatMap(([name, { schema }]) => {
    const other = actual.connections.get(name)?.schema;
    return other && other !== schema ? diffOf(schema, other) : [];
  });
}

export function sameSchemas(a: World, b: World): boolean {
  return [...a.connections].every(([name, { schema }]) => {
    const other = b.connections.get(name)?.schema;
    return other !== undefined && (schema === other || diffOf(schema, other).length === 0);
  });
}

/** What both worlds have from before, untouched, is alike in both, though nobody knows what it is. */
const diffOf = (a: Schema, b: Schema): readonly SchemaDifference[] =>
  diffSchemas(a, b, { foldTableNames: false, passOverShared: true }).filter(
    ({ expected, actual, certain }) => certain || expected === null || expected !== actual,
  );

/** `table x`, `column x.y`, `index x.z`: what a difference is about, in a few words. */
export function nameOf({ kind, table, name }: SchemaDifference): string {
  if (kind === 'table' || kind === 'view') return `${kind} '${name}'`;
  const what = kind === 'foreign-key' ? 'foreign key' : kind;
  return `${what} '${table}.${name}'`;
}

/** The first few names, and how many more there are. */
export function someNames(differences: readonly SchemaDifference[], most = 3): string {
  const names = [...new Set(differences.map(nameOf))];
  const more = names.length - most;
  return more > 0 ? `${names.slice(0, most).join(', ')} and ${more} more` : names.join(', ');
}
