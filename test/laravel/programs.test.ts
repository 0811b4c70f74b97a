import assert from 'node:assert/strict';
import { parseServer } from '../../src/core/schema/profiles';
import { runSnippet } from '../core/laravel/runSnippet';
import { randomProgram } from '../server/randomPrograms';
import { freshDatabase, type TestDatabase } from '../support/database';
import { type LaravelMajor, laravel } from '../support/laravel';
import { needs } from '../support/real';
import { testServer, type Vendor } from '../support/servers';
import { recordSnippets } from './recordStatements';

/**
 * Random migrations, run by real Laravel and by the evaluator: both send the same statements and end alike. What ran
 * before each is a part of the program. SCHEMA_GAP_RUNS asks for more programs, SCHEMA_GAP_SEED for others.
 */
const RUNS = Number(process.env.SCHEMA_GAP_RUNS ?? 60);
const SEED = Number(process.env.SCHEMA_GAP_SEED ?? 1);
const BEFORE = 5;

const settings: readonly (readonly [LaravelMajor, 'mysql' | 'mariadb', Vendor])[] = [
  ['8', 'mysql', 'mariadb'],
  ['10', 'mysql', 'mysql'],
  ['11', 'mariadb', 'mariadb'],
  ['12', 'mysql', 'mysql'],
  ['13', 'mariadb', 'mariadb'],
];

for (const [major, driver, vendor] of settings) {
  describe(`random migrations under Laravel ${major}, driver ${driver}, on ${vendor}`, () => {
    let database: TestDatabase | undefined;
    after(() => database?.drop());

    it(`${RUNS} programs from seed ${SEED} on send the statements that the evaluator sends`, async function () {
      const server = needs(this, await testServer(vendor));
      const framework = needs(this, await laravel(major));
      database = await freshDatabase(server);
      const programs = Array.from({ length: RUNS }, (_, i) => {
        const bodies = randomProgram(SEED + i, BEFORE + 1, { laravel: Number(major), changes: true });
        // What stops half-way before is passed over, so that the last one has something to work on.
        const guarded = bodies.slice(0, -1).map((body) => `try {\n${body}\n} catch (\\Throwable $e) {\n}`);
        return { name: `seed ${SEED + i}`, before: guarded.join('\n'), up: bodies.at(-1)! };
      });
      const real = await recordSnippets(programs, { framework, server, database, driver });
      const setting = {
        laravel: framework.version,
        driver,
        server: parseServer(server.version, database.name),
        doctrine: Number(major) < 11,
      };
      const apart = programs.flatMap((program, i) => {
        const ours = runSnippet(program, setting);
        return JSON.stringify(ours) === JSON.stringify(real[i])
          ? []
          : [{ ...program, ours, theirs: real[i] }];
      });
      assert.deepEqual(apart.slice(0, 3), [], `${apart.length} of ${RUNS}`);
    });
  });
}
