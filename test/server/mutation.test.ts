import assert from 'node:assert/strict';
import fc from 'fast-check';
import { freshDatabase } from '../support/database';
import { BASE, fixedMutations, type Mutation, mutation } from '../support/mutations';
import { needs } from '../support/real';
import { type TestServer, testServer, vendors } from '../support/servers';
import { differences, live } from './identitySources';

/** One known change on a real server is one finding. SCHEMA_GAP_RUNS and SCHEMA_GAP_SEED ask for more and for others. */
const RUNS = Number(process.env.SCHEMA_GAP_RUNS ?? 12);
const SEED = Number(process.env.SCHEMA_GAP_SEED ?? 11);

for (const vendor of vendors) {
  describe(`one change on a real ${vendor} server`, () => {
    let server: TestServer;
    before(async function () {
      server = needs(this, await testServer(vendor));
    });

    async function check(mutations: readonly Mutation[]): Promise<void> {
      const before = await freshDatabase(server);
      await before.connection.query(BASE.join(';'));
      const base = await live(server, before.name);
      await before.drop();
      for (const { sql, finding } of mutations) {
        const database = await freshDatabase(server);
        try {
          await database.connection.query([...BASE, sql].join(';'));
          const found = differences(base, await live(server, database.name));
          assert.deepEqual(
            found.map((line) => line.replace(/^(.*?): (\S+ \S+ \w+ ?[\w,]*):.*$/, '$1 $2').trim()),
            [finding],
            sql,
          );
        } finally {
          await database.drop();
        }
      }
    }

    it(`is one finding: each of ${fixedMutations.length}`, async function () {
      this.timeout(300_000);
      await check(fixedMutations);
    });

    it(`is one finding: ${RUNS} random ones, seed ${SEED}`, async function () {
      this.timeout(RUNS * 10_000);
      await check(fc.sample(mutation, { numRuns: RUNS, seed: SEED }));
    });
  });
}
