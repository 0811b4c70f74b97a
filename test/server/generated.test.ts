import assert from 'node:assert/strict';
import fc from 'fast-check';
import { freshDatabase } from '../support/database';
import { needs } from '../support/real';
import { type TestServer, testServer, type Vendor, vendors } from '../support/servers';
import { statement } from './randomStatements';
import { sameSaid, startDuel } from './realAnswers';

/**
 * Random DDL over a few names, so that it often collides: whatever the server says and leaves, the model says and
 * leaves too. SCHEMA_GAP_RUNS asks for more sequences than the default, SCHEMA_GAP_SEED for others. (About one in two
 * thousand random statements, with two mistakes in it, is answered with the other mistake first.)
 */
const RUNS = Number(process.env.SCHEMA_GAP_RUNS ?? 12);
const SEED = Number(process.env.SCHEMA_GAP_SEED ?? 7);
const LENGTH = 25;

async function duel(server: TestServer, statements: readonly string[]): Promise<void> {
  const database = await freshDatabase(server);
  try {
    const both = await startDuel(database.connection, server.version, database.name);
    for (const [i, sql] of statements.entries()) {
      const answer = await both.send(sql);
      const told = `\n${statements.slice(0, i + 1).join(';\n')}`;
      assert.equal(sameSaid(answer.model), sameSaid(answer.server), told);
      assert.deepEqual(answer.modelSchema, answer.serverSchema, told);
    }
  } finally {
    await database.drop();
  }
}

for (const vendor of vendors as readonly Vendor[]) {
  describe(`random DDL on ${vendor} and on the model`, () => {
    let server: TestServer;
    before(async function () {
      server = needs(this, await testServer(vendor));
    });

    it(`${RUNS} sequences of ${LENGTH} statements, seed ${SEED}`, async function () {
      this.timeout(RUNS * 10_000);
      const sequences = fc.array(statement, { maxLength: LENGTH, size: 'max' });
      await fc.assert(
        fc.asyncProperty(sequences, (statements) => duel(server, statements)),
        { numRuns: RUNS, seed: SEED, interruptAfterTimeLimit: RUNS * 9_000 },
      );
    });
  });
}
