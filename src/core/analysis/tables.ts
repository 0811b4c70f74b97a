import type { Policy } from '../policy/policy';
import type { Schema } from '../schema/model';
import { familiesOf, familyIndex, impactOf } from './families';
import type { Difference, ReportDocument, TableState, TableStatus } from './results';
import { baseTables, definedBy, tableShape } from './shapes';

/** Every table of either side with its state, for the Tables view; sorted by name. */
export function tableStatuses(
  expected: Schema,
  actual: Schema,
  report: ReportDocument,
  policy: Policy,
): readonly TableStatus[] {
  const expectedTables = new Map(baseTables(expected).map((table) => [table.name, table]));
  const actualTables = new Map(baseTables(actual).map((table) => [table.name, table]));
  const names = [...new Set([...expectedTables.keys(), ...actualTables.keys()])].sort();
  const families = familyIndex(familiesOf(names, policy));
  const differences = groupByTable(report.differences);
  const missing = new Map(report.missingTables.map((table) => [table.name, table]));
  const uncertain = new Set([
    ...report.missingTables.filter((table) => !table.certain).map((table) => table.name),
    ...report.uncertainExtras,
  ]);
  return names.map((name) => {
    const here = expectedTables.get(name);
    const there = actualTables.get(name);
    const own = differences.get(name) ?? [];
    return {
      name,
      family: families.get(name) ?? null,
      state: uncertain.has(name) ? 'unknown' : stateOf(here !== undefined, there !== undefined, own),
      critical: impactOf(name, policy) !== null,
      expected: here ? tableShape(here) : null,
      actual: there ? tableShape(there) : null,
      differences: own,
      definedBy: definedBy(here?.origin ?? null),
      why: missing.get(name)?.why ?? null,
    };
  });
}

function stateOf(expected: boolean, actual: boolean, differences: readonly Difference[]): TableState {
  if (!actual) return 'missing';
  if (!expected) return 'extra';
  if (differences.length === 0) return 'complete';
  return differences.some((difference) => difference.certain) ? 'different' : 'unknown';
}

function groupByTable(differences: readonly Difference[]): Map<string, Difference[]> {
  const groups = new Map<string, Difference[]>();
  for (const difference of differences) {
    const group = groups.get(difference.table);
    if (group) group.push(difference);
    else groups.set(difference.table, [difference]);
  }
  return groups;
}
