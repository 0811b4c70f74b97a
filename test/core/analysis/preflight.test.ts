import assert from 'node:assert/strict';
import { appWith, create, createTable, documentOf, dump, type TempApp } from '../../support/tempApp';

const RAN = '2026_01_01_000000_lamps';
const FINE = '2026_01_02_000000_shades';
const PRIORITY = '2026_01_03_000000_add_priority';
const GUARDED = '2026_01_04_000000_add_colour';
const CHAIRS = '2026_01_05_000000_chairs';
const GONE = '2026_01_06_000000_drop_gone';
const GHOST = '2025_12_31_000000_ghost';

const MIGRATIONS = {
  [RAN]: create('lamps'),
  [FINE]: create('shades'),
  [PRIORITY]: `Schema::create('bulbs', fn (Blueprint $table) => $table->id());
Schema::table('lamps', function (Blueprint $table) {
    $table->integer('priority')->default(999);
    $table->integer('weight')->nullable();
});`,
  [GUARDED]: `if (! Schema::hasColumn('lamps', 'colour')) {
    Schema::table('lamps', fn (Blueprint $table) => $table->string('colour', 50));
}`,
  [CHAIRS]: create('chairs'),
  [GONE]: "Schema::drop('gone');",
};

/** Somebody has added two columns by hand, and they differ from what the migrations would make. */
const lamps = createTable(
  'lamps',
  '`id` bigint unsigned NOT NULL AUTO_INCREMENT',
  '`priority` int DEFAULT 0',
  "`colour` varchar(20) NOT NULL DEFAULT 'red'",
  'PRIMARY KEY (`id`)',
);

const staged = (ran: readonly string[] | null = [GHOST, RAN]): TempApp =>
  appWith(MIGRATIONS, { 'staging.sql': dump([lamps], ran) });

const preflight = async (app: TempApp, ...args: string[]) => {
  const called = await app.cli('preflight', '--on', 'staging.sql', '--json', ...args);
  return { status: called.status, document: documentOf(called) };
};

describe('preflight', () => {
  it('finds the first that fails, with place and what it leaves behind', async () => {
    const { status, document } = await preflight(staged());
    const { fails } = document;
    assert.deepEqual([status, document.ran, document.pending], [1, 2, 5]);
    assert.deepEqual(
      [fails.migration, fails.file, fails.line, fails.serverError],
      [
        PRIORITY,
        `database/migrations/${PRIORITY}.php`,
        15,
        { code: 1060, sqlState: '42S21', message: "Duplicate column name 'priority'" },
      ],
    );
    assert.equal(fails.statement, "alter table `lamps` add `priority` int not null default '999'");
    assert.equal(fails.leftBehind.length, 1);
    assert.match(fails.leftBehind[0], /bulbs/);
  });

  it('says who runs before it, who never gets a turn, and which tables are not made', async () => {
    const { document } = await preflight(staged());
    assert.deepEqual(document.succeed, [FINE]);
    assert.deepEqual(document.neverAttempted, [GUARDED, CHAIRS, GONE]);
    assert.deepEqual(
      document.blockedTables.filter((name: string) => name !== 'bulbs'),
      ['chairs'],
    );
    assert.deepEqual(document.recordedWithoutFile, [GHOST]);
  });

  it('supposes each failure repaired and finds the others', async () => {
    const { document } = await preflight(staged());
    assert.deepEqual(
      document.collisions.map((one: { migration: string; serverError: { code: number } }) => [
        one.migration,
        one.serverError.code,
      ]),
      [
        [PRIORITY, 1060],
        [GONE, 1051],
      ],
    );
    assert.deepEqual(document.collisions[0], document.fails);
  });

  it('finds what a guard would hide: there, but not as the migration makes it', async () => {
    const { document } = await preflight(staged());
    const drift = document.maskedDrift.map((one: { name: string; migration: string; table: string }) => [
      one.migration,
      one.table,
      one.name,
    ]);
    assert.deepEqual(drift, [
      [PRIORITY, 'lamps', 'priority'],
      [GUARDED, 'lamps', 'colour'],
    ]);
    assert.match(document.maskedDrift[1].message, /lamps\.colour is there already.*default.*/);
  });

  it('--ran: other names than the dump’s, as lines or JSON, with folders and .php', async () => {
    for (const text of [
      `# done\ndatabase/migrations/${RAN}.php\r\n${PRIORITY}\n\n${GONE}\n`,
      JSON.stringify([RAN, `${PRIORITY}.php`, GONE]),
    ]) {
      const app = staged();
      app.write('ran.txt', text);
      const { status, document } = await preflight(app, '--ran', 'ran.txt');
      assert.deepEqual([status, document.ran, document.pending, document.fails], [0, 3, 3, null]);
      assert.deepEqual(document.succeed, [FINE, GUARDED, CHAIRS]);
    }
  });

  const unusable: readonly [title: string, content: string | null, message: RegExp][] = [
    ['a file that is not there', null, /ran\.txt could not be read/],
    ['broken JSON', '["a",', /ran\.txt is no valid JSON/],
    ['JSON that is no list of names', '[1, 2]', /ran\.txt is no list of names/],
  ];
  for (const [title, content, message] of unusable)
    it(`--ran refuses ${title}`, async () => {
      const app = staged();
      if (content !== null) app.write('ran.txt', content);
      const called = await app.cli('preflight', '--on', 'staging.sql', '--ran', 'ran.txt', '--json');
      assert.deepEqual([called.status, documentOf(called).error.code], [2, 'cannot-read']);
      assert.match(called.err, message);
    });

  it('nothing pending: status 0', async () => {
    const { status, document } = await preflight(staged(Object.keys(MIGRATIONS)));
    assert.deepEqual([status, document.pending, document.fails, document.collisions], [0, 0, null, []]);
  });

  it('a pending migration that rests on a table that is not there', async () => {
    const app = appWith(
      { [RAN]: create('lamps'), [FINE]: "Schema::table('lamps', fn (Blueprint $t) => $t->integer('a'));" },
      { 'staging.sql': dump([], [RAN]) },
    );
    const { document } = await preflight(app);
    assert.deepEqual(document.fails.serverError.code, 1146);
  });

  it('rows of the actual database are not known: a loop over them that only writes rows taints nothing', async () => {
    const app = appWith(
      {
        [RAN]: create('lamps'),
        [FINE]: `foreach (DB::table('lamps')->get() as $lamp) {\n    DB::table('lamps')->where('id', $lamp->id)->update(['id' => 1]);\n}\n${create('after')}`,
      },
      { 'staging.sql': dump([createTable('lamps')], [RAN]) },
    );
    const { status, document } = await preflight(app);
    assert.deepEqual([status, document.unknown], [0, []]);
  });

  it('a schema change that rests on rows is not known', async () => {
    const app = appWith(
      {
        [RAN]: create('lamps'),
        [FINE]: `if (DB::table('lamps')->count() > 0) {\n    Schema::table('lamps', fn (Blueprint $t) => $t->integer('a'));\n}`,
        [CHAIRS]: "Schema::table('lamps', fn (Blueprint $t) => $t->integer('a'));",
      },
      { 'staging.sql': dump([createTable('lamps')], [RAN]) },
    );
    const { status, document } = await preflight(app);
    assert.deepEqual([status, document.fails], [4, null]);
    assert.ok(document.unknown.length > 0);
  });

  it('is written for people, too', async () => {
    const { out, status } = await staged().cli('preflight', '--on', 'staging.sql');
    assert.equal(status, 1);
    for (const part of [
      'staging.sql: 2 migrations recorded as run, 5 pending',
      `${PRIORITY} fails after 1 migration`,
      `database/migrations/${PRIORITY}.php:15`,
      "1060 Duplicate column name 'priority'",
      '3 migrations never attempted',
      GONE,
      'lamps.colour is there already',
    ])
      assert.ok(out.includes(part), `${part} is not in\n${out}`);
  });

  for (const [title, code] of [
    ['a file with a syntax error', '<?php return new class extends'],
    ['a loop without end', 'while (true) {}'],
  ] as const)
    it(`does not promise that ${title} runs`, async () => {
      const app = appWith({ [RAN]: create('lamps'), [FINE]: code }, { 'staging.sql': dump([lamps], [RAN]) });
      const { status, document } = await preflight(app);
      assert.deepEqual([status, document.succeed, document.undecided], [4, [], [FINE]]);
      const { out } = await app.cli('preflight', '--on', 'staging.sql');
      assert.doesNotMatch(out, /^ *all of them would run/m);
      assert.match(out, /could not tell/);
    });

  it('says where artisan may stop before the failure', async () => {
    const app = appWith(
      { ...MIGRATIONS, [FINE]: 'while (true) {}' },
      { 'staging.sql': dump([lamps], [RAN]) },
    );
    const { document } = await preflight(app);
    assert.deepEqual(
      [document.fails.migration, document.succeed, document.undecided],
      [PRIORITY, [], [FINE]],
    );
    const { out } = await app.cli('preflight', '--on', 'staging.sql');
    assert.match(out, /may stop before that/);
  });

  it('needs --on', async () => {
    const { status, err } = await staged().cli('preflight');
    assert.equal(status, 2);
    assert.match(err, /preflight needs --on SOURCE/);
  });

  it('passes over only the refused columns of one ALTER for several, as Laravel 10 sends it', async () => {
    const later = '2026_01_07_000000_index_weight';
    const files = {
      ...MIGRATIONS,
      [later]: "Schema::table('lamps', fn (Blueprint $t) => $t->index('weight'));",
    };
    const app = appWith(files, { 'staging.sql': dump([lamps], [RAN]) }, '10.50.0');
    const { document } = await preflight(app);
    const failing = document.collisions.map(({ migration }: { migration: string }) => migration);
    assert.deepEqual(failing, [PRIORITY, GONE], 'weight is there for its index');
  });
});
