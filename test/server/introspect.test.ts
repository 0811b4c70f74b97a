import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { getTable, sortedTables } from '../../src/core/schema/tableMap';
import { type ConnectOptions, connect, type ServerConnection } from '../../src/server/connect';
import { ConnectError } from '../../src/server/connectError';
import { introspect } from '../../src/server/introspect';
import { readMigrations } from '../../src/server/migrations';
import type { ConnectionSettings } from '../../src/server/settings';
import { freshDatabase, type TestDatabase } from '../support/database';
import { freePort } from '../support/processes';
import { needs } from '../support/real';
import { type TestServer, testServer, vendors } from '../support/servers';

const corpus = (name: string) => readFileSync(`test/core/sql/corpus/${name}`, 'utf8');

for (const vendor of vendors) {
  describe(`reading a real ${vendor} server`, () => {
    let server: TestServer;
    let database: TestDatabase;
    let settings: ConnectionSettings;
    const open: ServerConnection[] = [];

    before(async function () {
      this.timeout(60_000);
      server = needs(this, await testServer(vendor));
      database = await freshDatabase(server);
      settings = { ...server, socket: null, tls: null, database: database.name };
      await database.connection.query(corpus('common.sql'));
    });
    afterEach(async () => {
      for (const connection of open.splice(0)) await connection.close();
    });
    after(() => database?.drop());

    async function connected(options?: ConnectOptions, changed: Partial<ConnectionSettings> = {}) {
      const connection = await connect({ ...settings, ...changed }, options);
      open.push(connection);
      return connection;
    }

    async function questions(connection: ServerConnection, work: () => Promise<unknown>): Promise<number> {
      const count = async () => {
        const { rows } = await sql<{ Value: string }>`show session status like 'Questions'`.execute(
          connection.db,
        );
        return Number(rows[0]!.Value);
      };
      const start = await count();
      await work();
      return (await count()) - start - 1;
    }

    it('knows the server', async () => {
      const { profile, version, label } = await connected();
      assert.equal(profile.vendor, vendor);
      assert.equal(version, server.version);
      assert.equal(profile.database, database.name);
      assert.equal(label, `${database.name} on ${server.host}:${server.port}`);
    });

    it('has columns, keys and rules as they are', async () => {
      const { schema, limits } = (await introspect(await connected()))!;
      const children = getTable(schema.tables, 'children')!;
      const column = (name: string) => children.columns.find((one) => one.name === name)!;
      assert.deepEqual(limits, []);
      assert.equal(schema.collation, 'utf8mb4_unicode_ci');
      assert.equal(column('js').type.base, 'json');
      assert.deepEqual(column('s').default, { kind: 'literal', value: 'NULL' });
      assert.equal(column('s2').default, null);
      assert.equal(column('dt').onUpdate, 'CURRENT_TIMESTAMP(6)');
      assert.deepEqual(column('g2').generated, { stored: true, sql: '`id2` % 3 + 2 * (`id2` - 1)' });
      assert.deepEqual(column('e').type.members, ['a', "b'c", 'd,e', 'é']);
      assert.deepEqual(
        children.foreignKeys.map(({ name, onDelete, onUpdate }) => [name, onDelete, onUpdate]).sort(),
        [
          ['children_ibfk_1', 'restrict', 'restrict'],
          ['fk_code', 'restrict', 'restrict'],
          ['fk_parent', 'set null', 'cascade'],
        ],
      );
      assert.ok(
        children.checks.some(
          (check) => check.sql === "`price` > 0 and `s` in ('a', 'b') or `price2` not between 1 and 2",
        ),
      );
      assert.deepEqual(
        sortedTables(schema.tables).filter(({ taint }) => taint),
        [],
      );
    });

    it('asks no more questions for more tables', async () => {
      const connection = await connected({ packets: true });
      const other = await freshDatabase(server);
      try {
        const many = (n: number) =>
          Array.from(
            { length: n },
            (_, i) => `create table t${n}_${i} (id int primary key, a int, key (a), check (a > ${i}))`,
          ).join(';');
        await other.connection.query(many(2));
        const few = await questions(connection, () => introspect(connection, other.name));
        await other.connection.query(many(60));
        const more = await questions(connection, () => introspect(connection, other.name));
        // SHOW CREATE TABLE comes in one packet, of which the server counts each statement.
        const shown = vendor === 'mysql' ? 60 : 0;
        assert.equal(more - few, shown);
        assert.ok(few < 20, `${few} queries`);
      } finally {
        await other.drop();
      }
    });

    it('has the migrations in the order they ran', async () => {
      const connection = await connected();
      assert.deepEqual(await readMigrations(connection, 'migrations'), [
        { name: '2020_01_01_000000_a', batch: 1 },
        { name: "2020_01_02_000000_b'c", batch: 2 },
      ]);
      assert.equal(await readMigrations(connection, 'nothing'), null);
    });

    it('finds no database that is not there', async () => {
      assert.equal(await introspect(await connected(), 'no_such_database'), null);
    });

    it('refuses to write, unless it is asked for', async () => {
      const reading = await connected();
      await assert.rejects(
        sql`insert into migrations (migration, batch) values ('x', 9)`.execute(reading.db),
        { errno: 1792 },
      );
      await assert.rejects(sql`create table written (a int)`.execute(reading.db), { errno: 1792 });
      const writing = await connected({ readOnly: false });
      await sql`create table written (a int)`.execute(writing.db);
      await sql`drop table written`.execute(writing.db);
    });

    it('is read-only again after the connection was lost', async () => {
      const connection = await connected();
      const { rows } = await sql<{ id: number }>`select connection_id() as id`.execute(connection.db);
      await database.connection.query(`kill ${rows[0]!.id}`);
      await sql`select 1`.execute(connection.db).catch(() => undefined);
      await assert.rejects(sql`create table written (a int)`.execute(connection.db), { errno: 1792 });
    });

    it('takes several statements at once only where it is told to', async () => {
      await assert.rejects(sql`select 1; select 2`.execute((await connected()).db), { errno: 1064 });
    });

    it('says what an account may not see, instead of guessing', async () => {
      const name = `sg_${randomBytes(4).toString('hex')}`;
      const password = randomBytes(8).toString('hex');
      await database.connection.query(`create user '${name}'@'%' identified by '${password}'`);
      try {
        await database.connection.query(`grant select on ${database.name}.* to '${name}'@'%'`);
        const { schema, limits } = (await introspect(await connected({}, { user: name, password })))!;
        const [key] = getTable(schema.tables, 'children')!.foreignKeys;
        assert.equal(key?.onDelete === 'unknown', vendor === 'mariadb');
        assert.equal(getTable(schema.views, 'vw')?.sql, null);
        assert.equal(limits.length, vendor === 'mariadb' ? 2 : 1);
      } finally {
        await database.connection.query(`drop user '${name}'@'%'`);
      }
    });

    it('reads what there is beside a broken view', async () => {
      await database.connection.query(
        'create table gone (a int); create view broken as select a from gone; drop table gone',
      );
      const { schema } = (await introspect(await connected()))!;
      assert.ok(getTable(schema.views, 'broken'));
      await database.connection.query('drop view broken');
    });

    describe('that can’t be reached', () => {
      const failing = async (changed: Partial<ConnectionSettings>): Promise<ConnectError> => {
        const error = await connect({ ...settings, ...changed }, { timeout: 3_000 }).then(
          () => null,
          (reason: unknown) => reason,
        );
        assert.ok(error instanceof ConnectError);
        return error;
      };

      it('says so, and what to do', async () => {
        const error = await failing({ port: await freePort() });
        assert.equal(error.kind, 'refused');
        assert.ok(error.hint.length > 10);
      });

      it('never shows the password', async () => {
        const error = await failing({ password: 'hunter2-secret' });
        assert.equal(error.kind, 'denied');
        for (const text of [error.message, error.hint, error.stack ?? '', JSON.stringify(error)])
          assert.ok(!text.includes('hunter2-secret'));
      });

      it('names a database that is not there', async () => {
        const error = await failing({ database: 'no_such_database' });
        assert.equal(error.kind, 'no-database');
        assert.match(error.message, /no_such_database/);
      });
    });
  });
}
