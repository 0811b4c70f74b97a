import assert from 'node:assert/strict';
import { parseDatabaseUrl } from '../../../src/core/laravel/databaseUrl';
import { connectError, isDriverError } from '../../../src/server/connectError';
import { timedPool } from '../../../src/server/timedPool';
import { documentOf, tempApp } from '../../support/tempApp';

const ACCOUNT = 'DB_HOST=127.0.0.1\nDB_PORT=1\nDB_DATABASE=shop\nDB_USERNAME=me\nDB_PASSWORD=s3cret\n';
const config = (lines: string) => `<?php
return ['default' => env('DB_CONNECTION', 'mysql'), 'connections' => ['mysql' => [${lines}],
  'other' => ['driver' => 'pgsql', 'host' => '127.0.0.1', 'database' => 'a', 'username' => 'b']]];`;

describe('a database URL', () => {
  const cases: readonly [url: string, found: Record<string, string> | null][] = [
    [
      'mysql://me:pass@db:3307/shop',
      { driver: 'mysql', database: 'shop', host: 'db', port: '3307', username: 'me', password: 'pass' },
    ],
    [
      'postgres://me:p%40%23%ZZ@db/shop?charset=utf8',
      { driver: 'pgsql', database: 'shop', host: 'db', username: 'me', password: 'p@#%ZZ', charset: 'utf8' },
    ],
    [
      'mysql://me:a@b@db/shop',
      { driver: 'mysql', database: 'shop', host: 'db', username: 'me', password: 'a@b' },
    ],
    ['mysql://me:pa#ss@db/shop', null],
    ['mysql://me:pa/ss@db/shop', null],
    ['mysql://me:pa?ss@db/shop', null],
    ['mysql://me:12/ss@db/shop', null],
    ['mysql://me:12#ss@db/shop', null],
    ['mysql://me:pass@db:99999/shop', null],
    ['shop', null],
  ];
  for (const [url, found] of cases)
    it(url, () => {
      const parsed = parseDatabaseUrl(url);
      assert.deepEqual(parsed && Object.fromEntries(parsed), found);
    });
});

describe('env: is not connected to where it is not certain to what, or as whom', () => {
  const cases: readonly [title: string, env: string, code: string, configuration?: string][] = [
    ['a URL with # in the password', 'DB_URL=mysql://me:s3#cret@db/shop\n', 'bad-database-url'],
    ['a URL with / in the password', 'DB_URL=mysql://me:12/s3cret@db/shop\n', 'bad-database-url'],
    ['a URL of PostgreSQL', 'DB_URL=postgres://me:s3cret@127.0.0.1/shop\n', 'no-username'],
    ['no account', '', 'no-username', "'driver' => 'mysql', 'host' => '127.0.0.1', 'database' => 'shop'"],
    [
      'no host',
      ACCOUNT,
      'no-host',
      "'driver' => 'mysql', 'username' => env('DB_USERNAME'), 'database' => 'shop'",
    ],
    [
      'a password that is not known',
      ACCOUNT,
      'unknown-connection',
      "'driver' => 'mysql', 'host' => '127.0.0.1', 'username' => 'me', 'password' => exec('pass show'), 'database' => 'shop'",
    ],
    ['a certificate that is not there', `${ACCOUNT}MYSQL_ATTR_SSL_CA=/nowhere/ca.pem\n`, 'unreadable-ca'],
    ['a port that is none', ACCOUNT.replace('DB_PORT=1', 'DB_PORT=mysql'), 'bad-port'],
  ];
  for (const [title, env, code, configuration] of cases)
    it(title, async () => {
      const app = tempApp({
        '.env.live': env,
        ...(configuration === undefined ? {} : { 'config/database.php': config(configuration) }),
      });
      const called = await app.cli('schema', 'env:live', '--json');
      assert.deepEqual([called.status, documentOf(called).error?.code], [2, code]);
      assert.doesNotMatch(called.out + called.err, /s3|cret/);
    });

  it('another driver', async () => {
    const app = tempApp({ '.env.live': ACCOUNT, 'config/database.php': config("'driver' => 'mysql'") });
    const { error } = documentOf(await app.cli('schema', 'env:live/other', '--json'));
    assert.deepEqual([error.code, /pgsql/.test(error.message)], ['unsupported-driver', true]);
  });

  it('a password with any sign is taken from a URL, and what does not answer is named without it', async () => {
    const app = tempApp({ '.env.live': 'DB_URL=mysql://me:s3cret%ZZ@127.0.0.1:1/shop\n' });
    const called = await app.cli('schema', 'env:live', '--json');
    assert.deepEqual([called.status, documentOf(called).error.code], [3, 'server-refused']);
    assert.doesNotMatch(called.out + called.err, /s3cret/);
  });
});

describe('a server that answers no more', () => {
  const settings = {
    host: 'db',
    port: 3306,
    socket: null,
    user: 'me',
    password: 's3cret',
    database: 'shop',
    tls: null,
  };

  it('is given up after a time, and its connection is closed', async () => {
    let destroyed = 0;
    const raw = { query: () => undefined, release: () => undefined, destroy: () => (destroyed += 1) };
    const pool = timedPool({ getConnection: (callback) => callback(null, raw), end: () => undefined }, 20);
    const error = await new Promise<unknown>((resolve) =>
      pool.getConnection((_, connection) => connection.query('select 1', [], resolve)),
    );
    const said = connectError(error, settings, 'reading');
    assert.deepEqual([destroyed, said.kind, isDriverError(error)], [1, 'timeout', true]);
    assert.match(`${said.message} ${said.hint}`, /Can’t read shop on db:3306: no answer.*lock/);
  });

  const codes: readonly [error: object, isDriver: boolean, kind: string][] = [
    [{ code: 'PROTOCOL_CONNECTION_LOST', message: 'Connection lost' }, true, 'lost'],
    [{ code: 'ER_TABLEACCESS_DENIED_ERROR', errno: 1142, message: 'SELECT command denied' }, true, 'denied'],
    [new TypeError('a mistake'), false, 'other'],
  ];
  for (const [error, isDriver, kind] of codes)
    it(`${kind}: ${isDriver ? 'said' : 'an internal error'}`, () =>
      assert.deepEqual([isDriverError(error), connectError(error, settings).kind], [isDriver, kind]));
});
