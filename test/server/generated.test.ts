import assert from 'node:assert/strict';
import { needs } from '../support/real';
import { type TestServer, testServer, vendors } from '../support/servers';
import { type Disagreement, openArena } from './sequences';

/**
 * Random DDL, sent to a real server and to the model: whatever the server says and leaves, the model says and leaves
 * too. SCHEMA_GAP_RUNS asks for more sequences than the default, SCHEMA_GAP_SEED for others.
 */
const RUNS = Number(process.env.SCHEMA_GAP_RUNS ?? 250);
const SEED = Number(process.env.SCHEMA_GAP_SEED ?? 1);
const LENGTH = 40;

const told = (seed: number, { statements, server, model, schema }: Disagreement) =>
  [`seed ${seed}`, ...statements, `  server: ${server}`, `  model:  ${model}`, ...schema].join('\n');

for (const vendor of vendors) {
  describe(`random DDL on ${vendor} and on the model`, () => {
    let server: TestServer;
    before(async function () {
      server = needs(this, await testServer(vendor));
    });

    it(`${RUNS} sequences of ${LENGTH} statements, from seed ${SEED} on`, async function () {
      this.timeout(RUNS * 10_000);
      const arena = await openArena(server);
      try {
        const found: string[] = [];
        for (let seed = SEED; seed < SEED + RUNS && found.length < 3; seed++) {
          const { disagreements } = await arena.run(arena.sequence(seed, LENGTH));
          for (const one of disagreements) found.push(told(seed, await arena.shrink(one)));
        }
        assert.equal(found.join('\n\n'), '');
      } finally {
        await arena.close();
      }
    });
  });
}
