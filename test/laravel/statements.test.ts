import assert from 'node:assert/strict';
import { parseServer } from '../../src/core/schema/profiles';
import { runSnippet } from '../core/laravel/runSnippet';
import { snippets } from '../core/laravel/snippets';
import { freshDatabase, type TestDatabase } from '../support/database';
import { type LaravelMajor, laravel } from '../support/laravel';
import { needs } from '../support/real';
import { testServer, type Vendor, vendors } from '../support/servers';
import { recordSnippets } from './recordStatements';

const majors: readonly LaravelMajor[] = ['8', '10', '11', '12', '13'];

/** Driver `mariadb` came with Laravel 11. */
const drivers = (major: LaravelMajor, vendor: Vendor) =>
  vendor === 'mariadb' && Number(major) >= 11 ? (['mysql', 'mariadb'] as const) : (['mysql'] as const);

for (const vendor of vendors) {
  for (const major of majors) {
    for (const driver of drivers(major, vendor)) {
      describe(`the statements of Laravel ${major}, driver ${driver}, on ${vendor}`, () => {
        let database: TestDatabase | undefined;
        after(() => database?.drop());

        it('are those that the evaluator sends, with the same end', async function () {
          const server = needs(this, await testServer(vendor));
          const framework = needs(this, await laravel(major));
          database = await freshDatabase(server);
          const chosen = snippets.filter(
            (snippet) =>
              (snippet.since ?? 0) <= Number(major) &&
              (snippet.until ?? 99) > Number(major) &&
              (snippet.only ?? vendor) === vendor,
          );
          const real = await recordSnippets(chosen, { framework, server, database, driver });
          const setting = {
            laravel: framework.version,
            driver,
            server: parseServer(server.version, database.name),
            doctrine: Number(major) < 11,
          };
          const ours = chosen.map((snippet) => ({ name: snippet.name, ...runSnippet(snippet, setting) }));
          const theirs = chosen.map((snippet, i) => ({ name: snippet.name, ...real[i] }));
          assert.deepEqual(
            ours.filter((one, i) => !same(one, theirs[i])),
            theirs.filter((one, i) => !same(one, ours[i])),
          );
        });
      });
    }
  }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
