import assert from 'node:assert/strict';
import { gapReport } from '../../../src/core/analysis/gap';
import { NO_POLICY } from '../../../src/core/policy/policy';
import { apply } from '../../../src/core/schema/apply';
import { emptySchema } from '../../../src/core/schema/empty';
import { DEFAULT_SERVER } from '../../../src/core/schema/profiles';
import { parseStatement } from '../../../src/core/sql/parse';

const server = DEFAULT_SERVER;
const empty = emptySchema('utf8mb4', 'utf8mb4_unicode_ci');
const range = { file: 'database/migrations/m.php', line: 1, column: 1, endLine: 1, endColumn: 2 };
const made = apply(empty, parseStatement('create table lamps (id int)', server), server, {
  migration: 'm',
  range,
}).schema;

const missing = (limited: boolean, known = true) => {
  const expected = { source: 'migrations', schema: made, server };
  const database = { schema: empty, server, rows: new Map() as never };
  const preflight = {
    ran: ['m'],
    pending: [],
    recordedWithoutFile: [],
    fails: null,
    succeed: [],
    undecided: [],
    neverAttempted: [],
    collisions: [],
    before: [],
    repaired: { defaultConnection: 'mysql', connections: new Map([['mysql', database]]) },
    unknown: [],
  };
  const report = gapReport({
    project: 'app',
    expected,
    actual: { source: 'env:live', schema: empty, server, limited },
    replayed: expected,
    preflight: known ? preflight : null,
    migrationFiles: 1,
    policy: NO_POLICY,
    unknown: [],
  });
  return report.missingTables.map(({ why, certain }) => [why, certain]);
};

describe('why a table is missing', () => {
  it('is recorded as run, but not there', () => assert.deepEqual(missing(false), [['ran-but-absent', true]]));
  it('may be hidden from an account that lacks privileges', () =>
    assert.deepEqual(missing(true), [['hidden-by-privileges', false]]));
  it('is not known where it is not known what ran', () =>
    assert.deepEqual(missing(false, false), [['not-known', true]]));
});
