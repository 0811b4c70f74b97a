import assert from 'node:assert/strict';
import { parseServer } from '../../../src/core/schema/profiles';
import { runSnippet } from './runSnippet';

const setting = { laravel: '11.57.1', driver: 'mysql', server: parseServer('mariadb-10.11', 'app') } as const;
const run = (up: string, files: Readonly<Record<string, string>> = {}) =>
  runSnippet({ name: '', up, files }, setting);
const HTTP = 'Symfony\\Component\\HttpKernel\\Exception\\';

describe('abort()', () => {
  it('ends the migration', () => assert.equal(run("abort(409, 'no');").end, `${HTTP}HttpException: no`));
  it('has a class of its own for 404', () =>
    assert.equal(run('abort_if(true, 404);').end, `${HTTP}NotFoundHttpException: `));
  it('where its condition says so', () =>
    assert.equal(run('abort_if(false, 500); abort_unless(true, 500);').end, null));
  it('can be caught, with its status', () =>
    assert.match(
      run(
        `try { abort(403); } catch (\\${HTTP}HttpException $e) { Schema::create('s' . $e->getStatusCode(), fn ($t) => $t->id()); }`,
      ).sql[0] ?? '',
      /^create table `s403`/,
    ));
});

describe("the application's own files", () => {
  it('are read line by line and record by record', () => {
    const { sql, end } = run(
      `$file = fopen(database_path('a.csv'), 'r');
       $head = fgetcsv($file);
       while (($row = fgetcsv($file)) !== false) {
           if ($row !== [null]) Schema::create('t' . count($row), fn ($t) => $t->string($head[0])->comment($row[1]));
       }
       fclose($file);
       $lines = 0;
       for ($file = fopen(database_path('a.csv'), 'rb'); ! feof($file); $lines++) fgets($file);
       Schema::create('lines_' . $lines, fn ($t) => $t->id());`,
      { 'database/a.csv': 'name,x\n1,"a ""b"", c"\n\n1, d,\n' },
    );
    assert.equal(end, null);
    assert.deepEqual(
      sql.map((each) => /^create table `(\w+)` .*?(?:comment '(.*?)')?\) default/.exec(each)?.slice(1)),
      [
        ['t2', String.raw`a \"b\", c`],
        ['t3', ' d'],
        ['lines_5', undefined],
      ],
    );
  });
});
