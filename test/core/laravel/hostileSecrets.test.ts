import assert from 'node:assert/strict';
import { openApplication } from '../../../src/core/laravel/application';
import { evaluate, freshWorld } from '../../../src/core/laravel/evaluate';
import { filesOf } from '../../../src/core/laravel/files';
import { DEFAULT_SERVER } from '../../../src/core/schema/profiles';
import { sortedTables } from '../../../src/core/schema/tableMap';
import { migrationText } from './runSnippet';

const ENV = {
  DB_DATABASE: 'lamps',
  DB_PASSWORD: 'password',
  APP_KEY: 'base64:c2VjcmV0IGtleSBvZiAzMiBieXRlcyBsb25n',
  MAIL_TOKEN: 'null',
  TOKEN_TTL: '1440',
  STRIPE_SECRET: 'sk_live_"it\'s"',
  REDIS_URL: 'redis://me:rEd1s-pw@cache:6379',
};

function traceOf(up: string) {
  const env = Object.entries(ENV).map(([key, value]) => `${key}='${value.replaceAll("'", "\\'")}'\n`);
  const app = openApplication(
    filesOf({
      'composer.json': '{}',
      '.env': env
        .join('')
        .replace("STRIPE_SECRET='sk_live_\"it\\'s\"'", 'STRIPE_SECRET="sk_live_\\"it\'s\\""'),
    }),
    { laravel: '11.57.1' },
  );
  const source = { name: 'one', file: 'one.php', text: migrationText(up) };
  return evaluate(app, source, 'up', freshWorld(app, DEFAULT_SERVER));
}

describe('what is secret in .env', () => {
  const cases: readonly [up: string, sql: string][] = [
    [
      'DB::statement("create user x identified by \'" . env(\'DB_PASSWORD\') . "\'");',
      "create user x identified by '•••'",
    ],
    ['DB::statement("set @lifetime = 1440");', 'set @lifetime = 1440'],
    ['DB::statement("set @key = \'" . env(\'APP_KEY\') . "\'");', "set @key = '•••'"],
    ['DB::statement("set @key = \'" . substr(env(\'APP_KEY\'), 7) . "\'");', "set @key = '•••'"],
    ['DB::statement("set @key = \'" . addslashes(env(\'STRIPE_SECRET\')) . "\'");', "set @key = '•••'"],
    ['DB::statement("set @key = \'redis://me:rEd1s-pw@cache\'");', "set @key = 'redis://me:•••@cache'"],
    [
      "DB::statement('create table `password` (`password` int null)');",
      'create table `password` (`password` int null)',
    ],
  ];
  for (const [up, sql] of cases)
    it(`is not shown: ${up}`, () => assert.equal(traceOf(up).entries.at(-1)?.statement.sql, sql));

  it('is not in what an exception says', () => {
    const { outcome } = traceOf("throw new \\Exception('Wrong key ' . env('APP_KEY'));");
    assert.equal(outcome.kind === 'threw' && outcome.message, 'Wrong key •••');
  });

  it('counts for what the server does', () => {
    const { world } = traceOf(
      'DB::statement("create table a (b varchar(99) default \'" . env(\'APP_KEY\') . "\')");',
    );
    const [table] = sortedTables(world.connections.get('mysql')!.schema.tables);
    assert.deepEqual(table?.columns[0]?.default, { kind: 'literal', value: ENV.APP_KEY });
  });
});
