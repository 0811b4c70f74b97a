import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { appWith, create, createTable, dump } from '../../support/tempApp';

const ONE = '2026_01_01_000000_one';
const TWO = '2026_01_02_000000_two';

describe('exit status 4', () => {
  it('schema: what a migration does is not known, or one column is not', async () => {
    for (const code of [
      'while (true) {}',
      "Schema::create('lamps', fn (Blueprint $t) => $t->integer('a')->default(Http::get('https://x.test')->body()));",
    ]) {
      const called = await appWith({ [ONE]: code }).cli('schema');
      assert.equal(called.status, 4, code);
    }
  });

  it('preflight and rerun: a folder named like a migration, at which artisan stops', async () => {
    const app = appWith(
      { [ONE]: create('lamps'), [TWO]: "Schema::dropIfExists('gone');" },
      { 'staging.sql': dump([createTable('lamps')], [ONE]) },
    );
    const preflight = () => app.cli('preflight', '--on', 'staging.sql');
    assert.equal((await preflight()).status, 0);
    mkdirSync(join(app.root, 'database/migrations/2026_01_03_000000_more.php'));
    const called = await preflight();
    assert.equal(called.status, 4);
    assert.doesNotMatch(called.out, /^ *all of them would run/m);
  });
});
