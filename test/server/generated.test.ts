import assert from 'node:assert/strict';
import { needs } from '../support/real';
import { startServer, type TestServer, testServer, vendors } from '../support/servers';
import { ODDITIES } from './oddities';
import { runProgram } from './programs';
import { randomProgram } from './randomPrograms';
import { openArena, signature } from './sequences';

/**
 * Random DDL and random migrations, on the real servers and on the model: whatever a server says and leaves, the model
 * says and leaves too, but for the oddities in oddities.ts. SCHEMA_GAP_RUNS asks for more sequences than the default, SCHEMA_GAP_SEED for others;
 * million.mjs is the long run.
 */
const RUNS = Number(process.env.SCHEMA_GAP_RUNS ?? 250);
const SEED = Number(process.env.SCHEMA_GAP_SEED ?? 1);
const LENGTH = 40;

/** On servers with lower_case_table_names = 1, as on Windows; the names are written in either case. */
const FOLDED = 40;
const FOLDED_SEED = 101;

const PROGRAMS = 60;
const MIGRATIONS = 8;

async function randomDdl(server: TestServer, { first = SEED, runs = RUNS, foldNames = false } = {}) {
  const arena = await openArena(server, foldNames);
  const apart: string[] = [];
  try {
    for (let seed = first; seed < first + runs; seed++) {
      const outcome = await arena.run(arena.sequence(seed, LENGTH));
      for (const one of outcome.disagreements) apart.push(`seed ${seed}: ${signature(one)}`);
    }
  } finally {
    await arena.close();
  }
  return apart.map((one) => `${server.vendor} ${one}`);
}

async function randomMigrations(server: TestServer) {
  const apart: string[] = [];
  for (let seed = SEED; seed < SEED + PROGRAMS; seed++) {
    const bodies = randomProgram(seed, MIGRATIONS, { laravel: 12, changes: true });
    const { disagreement } = await runProgram(server, '12.30.0', bodies);
    if (disagreement)
      apart.push(`seed ${seed}: ${signature(disagreement)}\n${disagreement.statements.at(-1)}`);
  }
  return apart;
}

describe('random statements on real servers and on the model', () => {
  const servers: TestServer[] = [];
  before(async function () {
    for (const vendor of vendors) servers.push(needs(this, await testServer(vendor)));
  });

  it(`${RUNS} sequences of ${LENGTH} statements of DDL for each server, from seed ${SEED} on`, async function () {
    this.timeout(RUNS * 10_000);
    const found = await Promise.all(servers.map((server) => randomDdl(server)));
    assert.equal(found.flat().join('\n'), '');
  });

  it(`${FOLDED} sequences where the server keeps table names in lower case, from seed ${FOLDED_SEED} on`, async function () {
    this.timeout(300_000);
    const found = await Promise.all(
      vendors.map(async (vendor) => {
        const { server, stop } = needs(this, await startServer(vendor, { foldNames: true }));
        try {
          return await randomDdl(server, { first: FOLDED_SEED, runs: FOLDED, foldNames: true });
        } finally {
          await stop();
        }
      }),
    );
    assert.equal(found.flat().join('\n'), '');
  });

  for (const { vendor, server: code, model, example } of ODDITIES)
    it(`an oddity of ${vendor}: ${example}`, async () => {
      const server = servers.find((one) => one.vendor === vendor)!;
      const arena = await openArena(server);
      try {
        const { oddities, disagreements } = await arena.run([example]);
        assert.deepEqual(disagreements, []);
        assert.deepEqual(
          oddities.map((one) => [one.server, one.model]),
          [[code, model]],
        );
      } finally {
        await arena.close();
      }
    });

  it(`${PROGRAMS} programs of ${MIGRATIONS} migrations for each server, from seed ${SEED} on`, async function () {
    this.timeout(PROGRAMS * 10_000);
    const found = await Promise.all(servers.map(randomMigrations));
    assert.equal(found.flat().join('\n'), '');
  });
});
