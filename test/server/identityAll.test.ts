import assert from 'node:assert/strict';
import { apply } from '../../src/core/schema/apply';
import { emptySchema } from '../../src/core/schema/empty';
import type { Schema } from '../../src/core/schema/model';
import { parseServer } from '../../src/core/schema/profiles';
import { parseStatement } from '../../src/core/sql/parse';
import { freshDatabase, type TestDatabase } from '../support/database';
import { needs } from '../support/real';
import { type TestServer, testServer, type Vendor, vendors } from '../support/servers';
import { corpusFor, expressionStatements } from './identityCorpus';
import {
  differences,
  dumped,
  dumpOf,
  live,
  migrated,
  phpMyAdminExport,
  type Side,
  STRICT,
} from './identitySources';

/** What our reader knows that it can't compare: it says so. All else must be the same for certain. */
const UNKNOWN: readonly (readonly [RegExp, string])[] = [
  [/^\?v(?:1|19): /, '* is not expanded'],
  [/^\?v30: /, 'NATURAL JOIN'],
  [/^\?my_v[2369]: /, 'LATERAL, JSON_TABLE, WINDOW, TABLE'],
  [/^\?ma_v[378]: /, 'FOR SYSTEM_TIME, WITHIN GROUP, FETCH'],
  [/^\?ma(?:3|5|16): /, 'periods, SYSTEM_TIME'],
];

const surprising = (found: readonly string[]): string[] =>
  found.filter((line) => !UNKNOWN.some(([known]) => known.test(line)));

/** What the vendors' programs can leave out without a loss. */
const OPTIONS: readonly (readonly string[])[] = [
  [],
  ['--skip-opt', '--create-options', '--quick'],
  ['--compact'],
  ['--skip-comments', '--skip-set-charset', '--skip-tz-utc'],
  ['--databases'],
  ['--no-data', '--routines', '--events', '--triggers', '--skip-add-drop-table', '--hex-blob'],
  ['--skip-extended-insert', '--complete-insert', '--skip-add-locks', '--single-transaction'],
  // As Laravel's schema:dump asks for it.
  ['--skip-add-locks', '--skip-comments', '--skip-set-charset', '--tz-utc', '--routines', '--no-data'],
];

const isAboutExpression = (sql: string) => /^create (?:table|view) x\d/.test(sql);

async function drop(database: TestDatabase, created: string): Promise<void> {
  const [, kind, name] = /^create (table|view) (\w+)/.exec(created)!;
  await database.connection.query(`drop ${kind} ${name}`);
}

const found = new Map<Vendor, Side>();
const text = new Map<Vendor, string>();
const refused = new Map<Vendor, ReadonlySet<string>>();

for (const vendor of vendors) {
  describe(`the corpus on ${vendor}, from all its sources`, () => {
    let server: TestServer;
    let database: TestDatabase;
    let side: Side;
    let wrongExpressions: readonly string[];
    let modelled: Schema = emptySchema('utf8mb4', 'utf8mb4_unicode_ci');
    const taken: string[] = [];
    const expressions: string[] = [];
    const answers: { readonly sql: string; readonly server: number; readonly model: number | null }[] = [];

    before(async function () {
      this.timeout(300_000);
      server = needs(this, await testServer(vendor));
      database = await freshDatabase(server);
      await database.connection.query("set sql_mode = ''");
      const profile = { ...parseServer(server.version, database.name), sqlMode: [], strict: false };
      for (const sql of [...corpusFor(vendor), ...expressionStatements()]) {
        const said = await database.connection.query(sql).then(
          () => 0,
          ({ errno }: { errno: number }) => errno,
        );
        const { schema, error, doubt } = apply(modelled, parseStatement(sql, profile), profile);
        if (said === 0) modelled = schema;
        answers.push({ sql, server: said, model: doubt === null ? (error?.code ?? 0) : null });
        if (said === 0) (isAboutExpression(sql) ? expressions : taken).push(sql);
      }
      const all = await live(server, database.name);
      found.set(vendor, all);
      wrongExpressions = surprising(
        differences(all, { schema: modelled, server: all.server }, { partitions: true }),
      );
      // Hundreds of views take the dump programs minutes.
      for (const sql of expressions) await drop(database, sql);
      side = await live(server, database.name);
      refused.set(vendor, new Set(answers.filter((one) => one.server !== 0).map(({ sql }) => sql)));
    });
    after(() => database?.drop());

    it('the model refuses what the server refuses', () => {
      // Which functions each server has is no question of the schema.
      const asked = answers.filter(({ sql }) => !isAboutExpression(sql));
      assert.deepEqual(
        asked.filter((one) => one.model !== null && one.model !== one.server),
        [],
      );
      assert.ok(taken.length > 100, `${taken.length} statements were taken`);
    });

    it('as the statements that made it, with every expression', () => {
      assert.deepEqual(wrongExpressions, []);
      assert.ok(expressions.length > 400, `${expressions.length} statements about expressions were taken`);
    });

    it('as raw migrations, evaluated', function () {
      this.timeout(120_000);
      assert.deepEqual(surprising(differences(side, migrated(taken, side.server), { partitions: true })), []);
    });

    it('in one packet and statement by statement', async () => {
      assert.deepEqual(differences(side, await live(server, database.name, false), STRICT), []);
    });

    for (const options of OPTIONS)
      it(`as its own dump ${options.join(' ')}`, async function () {
        this.timeout(120_000);
        const dump = needs(this, await dumpOf(vendor, server, database.name, options));
        if (options.length === 0) text.set(vendor, dump);
        assert.deepEqual(surprising(differences(side, dumped(dump, side.server), STRICT)), []);
      });

    it("as a dump by the other vendor's program", async function () {
      this.timeout(120_000);
      const other = vendor === 'mysql' ? 'mariadb' : 'mysql';
      const dump = needs(this, await dumpOf(other, server, database.name));
      assert.deepEqual(surprising(differences(side, dumped(dump), STRICT)), []);
    });

    it('as phpMyAdmin exports it', async function () {
      this.timeout(120_000);
      const dump = await phpMyAdminExport(database.connection, server.version);
      const ignore = (name: string) => /view|^v\d|^m[ya]_v/.test(name);
      assert.deepEqual(surprising(differences(side, dumped(dump), { ...STRICT, ignore })), []);
    });
  });
}

describe('the corpus on both servers', () => {
  /** Names that both servers have, from statements that both took. */
  function shared(): (name: string) => boolean {
    const mysql = refused.get('mysql')!;
    const mariadb = refused.get('mariadb')!;
    const lost = [...mysql, ...mariadb].map((sql) => /^create (?:table|view) `?(\w+)/.exec(sql)?.[1] ?? '');
    return (name) => lost.includes(name) || /^(?:my|ma)(?:_v)?\d+$/.test(name) || name === 'sq';
  }

  it('live and live', function () {
    const mysql = found.get('mysql');
    const mariadb = found.get('mariadb');
    if (!mysql || !mariadb) return this.skip();
    assert.deepEqual(surprising(differences(mysql, mariadb, { partitions: true, ignore: shared() })), []);
  });

  it('dump and dump', function () {
    const mysql = text.get('mysql');
    const mariadb = text.get('mariadb');
    if (!mysql || !mariadb) return this.skip();
    const options = { partitions: true, ignore: shared() };
    assert.deepEqual(surprising(differences(dumped(mysql), dumped(mariadb), options)), []);
  });
});
