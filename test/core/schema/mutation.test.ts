import assert from 'node:assert/strict';
import fc from 'fast-check';
import { gapReport } from '../../../src/core/analysis/gap';
import { NO_POLICY } from '../../../src/core/policy/policy';
import { diffSchemas } from '../../../src/core/schema/diff';
import type { SchemaDifference } from '../../../src/core/schema/diffTypes';
import type { Schema } from '../../../src/core/schema/model';
import type { ServerProfile } from '../../../src/core/schema/server';
import { BASE, fixedMutations, type Mutation, mutation } from '../../support/mutations';
import { schemaOf, server } from './replaying';

/** One random known change on one side is exactly one finding, of the right kind. SCHEMA_GAP_SEED asks for others. */
const RUNS = Number(process.env.SCHEMA_GAP_RUNS ?? 400);
const SEED = Number(process.env.SCHEMA_GAP_SEED ?? 11);

const brief = ({ table, kind, name, change, properties, certain }: SchemaDifference) =>
  [certain ? '' : '?', table, kind, name, change, properties.join(',')].filter(Boolean).join(' ');

/** What the report says of it: tables by name, everything else as a difference. */
function reported(expected: Schema, actual: Schema, on: ServerProfile): string[] {
  const side = (schema: Schema) => ({ source: 'x', schema, server: on });
  const report = gapReport({
    project: 'p',
    expected: side(expected),
    actual: side(actual),
    replayed: side(expected),
    preflight: null,
    migrationFiles: 0,
    policy: NO_POLICY,
    unknown: [],
  });
  return [
    ...report.missingTables.map(({ name }) => `${name} table`),
    ...report.extraTables.map((name) => `${name} table`),
    ...report.differences.map(({ table, kind }) => `${table} ${kind}`),
  ];
}

for (const name of ['mysql-9.7', 'mysql-8.0.36', 'mariadb-10.11', 'mariadb-11.8']) {
  describe(`one change on ${name}`, () => {
    const on = server(name);
    const base = schemaOf(BASE, on);
    const check = ({ sql, finding }: Mutation) => {
      const changed = schemaOf(sql, on, base);
      const found = diffSchemas(base, changed, { expectedServer: on, actualServer: on });
      assert.deepEqual(found.map(brief), [finding], sql);
      const back = diffSchemas(changed, base, { expectedServer: on, actualServer: on });
      assert.equal(back.length, 1, sql);
      const [table, kind] = finding.split(' ');
      assert.deepEqual(reported(base, changed, on), [`${table} ${kind}`], sql);
    };

    it(`each of ${fixedMutations.length} is one finding`, () => fixedMutations.forEach(check));

    it(`${RUNS} random ones are one finding each, seed ${SEED}`, () => {
      fc.assert(fc.property(mutation, check), { numRuns: RUNS, seed: SEED });
    });
  });
}
