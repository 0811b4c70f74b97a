import type { Policy } from '../policy/policy';

/** A group of tables that belong together by name, such as `retell_`. */
export interface Family {
  readonly name: string;
  readonly impact: string | null;
  readonly tables: readonly string[];
}

/**
 * Groups table names: by the prefixes that settings name (the longest that fits wins), else by the first word of the
 * name where two tables or more share it. Tables that stand alone are in no family.
 */
export function familiesOf(tables: readonly string[], policy: Policy): readonly Family[] {
  const prefixes = Object.keys(policy.families).sort((a, b) => b.length - a.length);
  const groups = new Map<string, string[]>();
  const put = (family: string, table: string) => {
    const group = groups.get(family);
    if (group) group.push(table);
    else groups.set(family, [table]);
  };
  for (const table of tables)
    put(prefixes.find((prefix) => table.startsWith(prefix)) ?? firstWord(table), table);
  return [...groups]
    .filter(([name, group]) => Object.hasOwn(policy.families, name) || group.length > 1)
    .map(([name, group]) => ({ name, impact: ownText(policy.families, name), tables: group }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What the absence of a critical table breaks; null for a table that no setting calls critical. */
export function impactOf(table: string, policy: Policy): string | null {
  return ownText(policy.criticalTables, table);
}

/** A table may be called `constructor`: only what the settings themselves have counts. */
function ownText(texts: Readonly<Record<string, string | null>>, name: string): string | null {
  return Object.hasOwn(texts, name) ? (texts[name] ?? null) : null;
}

/** `retell_call_events` → `retell_`; plurals of one word join it (`appointments` → `appointment_`), so a parent stands with its children. */
function firstWord(table: string): string {
  const end = table.indexOf('_');
  const word = end > 0 ? table.slice(0, end) : singular(table);
  return `${word}_`;
}

function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(ss|us|is)$/.test(word)) return word;
  if (/(sh|ch|x|ss)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** Table name to family name. */
export function familyIndex(families: readonly Family[]): ReadonlyMap<string, string> {
  return new Map(families.flatMap((family) => family.tables.map((table) => [table, family.name] as const)));
}
