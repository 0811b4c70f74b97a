import type { Policy } from '../policy/policy';
import { diffSchemas } from '../schema/diff';
import type { SchemaDifference } from '../schema/diffTypes';
import type { Schema } from '../schema/model';
import type { ServerProfile } from '../schema/server';
import { fromTheManual } from '../schema/tested';
import type { Origin } from '../source';
import { familiesOf, familyIndex, impactOf } from './families';
import type { Preflight } from './preflight';
import {
  type Difference,
  type FeatureState,
  FORMAT,
  type MaskedDrift,
  type MissingTable,
  type ReportDocument,
  type UnknownShape,
  type WhyMissing,
} from './results';
import { baseTables, definedBy, partShapes } from './shapes';

export interface GapInput {
  readonly project: string;
  readonly expected: GapSide;
  readonly actual: GapSide;
  /** What the migrations make: says which migration and line would have made a thing. */
  readonly replayed: GapSide;
  /** null where it is not known what has run on the actual side. */
  readonly preflight: Preflight | null;
  readonly migrationFiles: number;
  readonly policy: Policy;
  readonly unknown: readonly UnknownShape[];
}

export interface GapSide {
  readonly source: string;
  readonly schema: Schema;
  readonly server: ServerProfile;
  /** Does the account that read it lack privileges? */
  readonly limited?: boolean;
}

/** Compares two schemas and gives every difference the migration that would have made it, and why it did not. */
export function gapReport(input: GapInput): ReportDocument {
  const { expected, actual, preflight, policy } = input;
  const expectedNames = baseTables(expected.schema).map((table) => table.name);
  const actualNames = new Set(baseTables(actual.schema).map((table) => table.name));
  const present = expectedNames.filter((name) => actualNames.has(name));
  const absent = expectedNames.filter((name) => !actualNames.has(name));
  const wanted = new Set(expectedNames);
  const extraTables = [...actualNames].filter((name) => !wanted.has(name));
  const found = compare(expected, actual);
  const doubtful = new Map(
    found.flatMap((one) => (one.kind === 'table' && !one.certain ? [[one.name, one.reason]] : [])),
  );
  const origins = originsOf(input.replayed.schema);
  const why = (origin: Origin | null) => whyAbsent(origin, preflight, actual.limited === true);
  /** A table that nobody sees, and that may be there all the same. */
  const unseen = (name: string) =>
    !actualNames.has(name) && (actual.schema.taint !== null || hidden(why(origins.get(name) ?? null)));

  const families = familiesOf([...new Set([...expectedNames, ...extraTables])].sort(), policy);
  const family = familyIndex(families);
  const missingTables: MissingTable[] = absent.map((name) => {
    const origin = origins.get(name) ?? null;
    const reason = doubtful.get(name) ?? (hidden(why(origin)) ? HIDDEN : null);
    return {
      name,
      family: family.get(name) ?? null,
      critical: impactOf(name, policy) !== null,
      impact: impactOf(name, policy),
      createdBy: definedBy(origin),
      why: why(origin),
      certain: !doubtful.has(name) && reason === null,
      reason,
    };
  });
  const differences = found
    .filter((one) => one.kind !== 'table' || one.change === 'different')
    .map((one) => differenceShape(one, why));
  const afterFix = preflight
    ? new Set(
        baseTables(
          preflight.repaired.connections.get(preflight.repaired.defaultConnection)?.schema ?? actual.schema,
        ).map((table) => table.name),
      )
    : wanted;

  return {
    format: FORMAT,
    fromTheManual: fromTheManual(expected.server, actual.server),
    project: input.project,
    expected: { source: expected.source, tables: expectedNames.length },
    actual: { source: actual.source, tables: actualNames.size },
    completePercent: percent(present.length, expectedNames.length),
    missingTables,
    extraTables,
    uncertainExtras: extraTables.filter((name) => doubtful.has(name)),
    differences,
    families: families.map(({ name, impact, tables }) => ({
      name,
      missing: tables.filter((table) => wanted.has(table) && !actualNames.has(table)).length,
      present: tables.filter((table) => wanted.has(table) && actualNames.has(table)).length,
      impact,
    })),
    criticalTables: Object.entries(policy.criticalTables).map(([name, impact]) => ({
      name,
      present: actualNames.has(name),
      impact,
      ...(unseen(name) && { certain: false }),
    })),
    features: policy.features.map(({ name, needs }) => ({
      name,
      now: featureState(needs, actualNames),
      after: featureState(needs, afterFix),
      needs,
      ...(needs.some(unseen) && { certain: false }),
    })),
    rootCause: preflight?.fails ? { ...preflight.fails, blocks: preflight.neverAttempted.length } : null,
    collisions: preflight?.collisions ?? [],
    maskedDrift: preflight ? maskedDrift(input.replayed, preflight) : [],
    migrations: preflight && {
      files: input.migrationFiles,
      ran: preflight.ran.length,
      pending: preflight.pending.length,
    },
    unknown: input.unknown,
  };
}

/**
 * Things that a pending migration would make, and that differ although it ran: they were there before, in another form,
 * and a guard (or our supposing the collision repaired) passed over them.
 */
export function maskedDrift(replayed: GapSide, preflight: Preflight): readonly MaskedDrift[] {
  const pending = new Map(preflight.pending.map((migration) => [migration.name, migration]));
  const repaired = preflight.repaired.connections.get(preflight.repaired.defaultConnection);
  if (!repaired) return [];
  return compare(replayed, { source: '', ...repaired }).flatMap((found) => {
    const origin = originOf(found);
    const migration = origin?.migration ? pending.get(origin.migration) : undefined;
    if (!origin || !migration || !found.certain || found.change !== 'different') return [];
    const shape = differenceShape(found, () => 'pending');
    return [
      {
        migration: migration.name,
        file: origin.range.file,
        line: origin.range.line,
        table: shape.table,
        kind: shape.kind,
        name: shape.name,
        expected: shape.expected,
        actual: shape.actual,
        message: driftMessage(shape),
      },
    ];
  });
}

/** A database's own defaults are left out: a dump does not tell them, and every table says its own. */
function compare(expected: GapSide, actual: GapSide): SchemaDifference[] {
  const options = { expectedServer: expected.server, actualServer: actual.server };
  return diffSchemas(expected.schema, actual.schema, options).filter((found) => found.table !== '');
}

/** What made the expected part; an option or check has no origin of its own. */
function originOf({ expected }: SchemaDifference): Origin | null {
  return expected !== null && typeof expected === 'object' && 'origin' in expected ? expected.origin : null;
}

function driftMessage(found: Difference): string {
  const what = found.kind === 'column' ? `${found.table}.${found.name}` : `${found.table}: ${found.name}`;
  return `${what} is there already, but not as the migration would make it (${found.properties.join(', ')})`;
}

function differenceShape(found: SchemaDifference, why: (origin: Origin | null) => WhyMissing): Difference {
  const { expected, actual } = partShapes(found);
  return {
    table: found.table,
    kind: found.kind,
    name: found.name,
    expected,
    actual,
    properties: found.properties,
    createdBy: definedBy(originOf(found)),
    why: found.change === 'missing' ? why(originOf(found)) : null,
    certain: found.certain,
    reason: found.reason,
  };
}

function originsOf(schema: Schema): ReadonlyMap<string, Origin | null> {
  return new Map(baseTables(schema).map((table) => [table.name, table.origin]));
}

const HIDDEN = 'it is recorded as made, and the account may lack the privilege to see it';
const hidden = (why: WhyMissing) => why === 'hidden-by-privileges';

function whyAbsent(origin: Origin | null, preflight: Preflight | null, limited: boolean): WhyMissing {
  const migration = origin?.migration ?? null;
  if (migration === null) return 'not-in-migrations';
  if (preflight === null) return 'not-known';
  if (preflight.ran.includes(migration)) return limited ? 'hidden-by-privileges' : 'ran-but-absent';
  if (preflight.fails?.migration === migration) return 'failed';
  return preflight.neverAttempted.includes(migration) ? 'never-attempted' : 'pending';
}

function featureState(needs: readonly string[], present: ReadonlySet<string>): FeatureState {
  const there = needs.filter((table) => present.has(table)).length;
  return there === needs.length ? 'yes' : there === 0 ? 'no' : 'partly';
}

/** One decimal, rounded down below 100 so that "100 %" means all of them. */
function percent(part: number, whole: number): number {
  if (whole === 0) return 100;
  const exact = Math.round((1000 * part) / whole) / 10;
  return part < whole ? Math.min(exact, 99.9) : exact;
}
