import assert from 'node:assert/strict';
import { freshDatabase, type TestDatabase } from '../support/database';
import { needs } from '../support/real';
import { type TestServer, testServer, vendors } from '../support/servers';

for (const vendor of vendors) {
  describe(`a real ${vendor} server`, () => {
    let server: TestServer;
    let database: TestDatabase;

    before(async function () {
      server = needs(this, await testServer(vendor));
      database = await freshDatabase(server);
    });
    after(() => database?.drop());

    it('raises its own error when a column is added twice', async () => {
      await database.connection.query('create table services (id int primary key, priority int)');
      await assert.rejects(
        database.connection.query('alter table services add priority int not null default 999'),
        {
          errno: 1060,
          sqlState: '42S21',
          sqlMessage: "Duplicate column name 'priority'",
        },
      );
    });
  });
}
