import assert from 'node:assert/strict';
import { parseServer } from '../../src/core/schema/profiles';
import { runSnippet } from '../core/laravel/runSnippet';
import { snippets } from '../core/laravel/snippets';
import { freshDatabase, type TestDatabase } from '../support/database';
import { type LaravelMajor, laravel } from '../support/laravel';
import { needs } from '../support/real';
import { testServer, type Vendor } from '../support/servers';
import { recordSnippets } from './recordStatements';

/** Each Laravel on one server at least, each driver, and both servers for the one that most have. */
const settings: readonly (readonly [LaravelMajor, 'mysql' | 'mariadb', Vendor])[] = [
  ['8', 'mysql', 'mysql'],
  ['10', 'mysql', 'mariadb'],
  ['11', 'mysql', 'mysql'],
  ['11', 'mariadb', 'mariadb'],
  ['12', 'mysql', 'mariadb'],
  ['13', 'mysql', 'mysql'],
  ['13', 'mariadb', 'mariadb'],
];

for (const [major, driver, vendor] of settings) {
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

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
