import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS } from '../../../src/project/settings';
import { createAnalysis } from '../../../src/worker/analysis';
import { appWith } from '../../support/tempApp';

const BASE = '2026_01_01_000000_base';
const OWN = '2026_01_02_000000_own';

const base = `Schema::create('users', fn (Blueprint $table) => $table->id());
Schema::create('lamps', function (Blueprint $table) {
    $table->id();
    $table->string('name')->index();
    $table->foreignId('owner_id')->constrained('users');
});`;

/** Rule, line in up() (1 is its first) and message of each finding. */
const found = async (code: string, before = base) => {
  const app = appWith({ [BASE]: before, [OWN]: code });
  const analysis = createAnalysis(app.root, DEFAULT_SETTINGS);
  const first = analysis
    .textOf(`database/migrations/${OWN}.php`)!
    .split('\n')
    .findIndex((line) => line.includes(code.split('\n')[0]!));
  const { findings = [] } = (await analysis.lint(`database/migrations/${OWN}.php`)) ?? {};
  return findings
    .filter(({ rule }) => /^resume|repeats|second-run-fails/.test(rule))
    .map(({ rule, line, message }) => [rule, line - first, message]);
};

const CASES: readonly [title: string, code: string, found: readonly unknown[]][] = [
  [
    'a key dropped and made anew: a second run finds it, one after a stop does not',
    `Schema::table('lamps', fn (Blueprint $table) => $table->dropForeign(['owner_id']));
Schema::table('lamps', fn (Blueprint $table) => $table->foreign('owner_id')->references('id')->on('users')->cascadeOnDelete());`,
    [
      [
        'resume-stops',
        1,
        "After a run that stopped behind statement 1 of 2, the next one stops here: 1091 Can't DROP 'lamps_owner_id_foreign'; check that column/key exists",
      ],
    ],
  ],
  [
    'one guard over two statements hides the second',
    `if (! Schema::hasColumn('lamps', 'room')) {
    Schema::table('lamps', function (Blueprint $table) {
        $table->string('room')->nullable();
        $table->index('room');
    });
}`,
    [
      [
        'resume-differs',
        4,
        "If a run stops before this (statement 2 of 2), the next one passes over it: index 'lamps.lamps_room_index' differs or is missing",
      ],
    ],
  ],
  [
    'one guard over three statements is told once',
    `if (! Schema::hasColumn('lamps', 'room')) {
    Schema::table('lamps', function (Blueprint $table) {
        $table->string('room')->nullable();
        $table->index('room');
        $table->index(['room', 'name']);
    });
}`,
    [
      [
        'resume-differs',
        4,
        "If a run stops before this (statement 2 of 3), the next one passes over it: index 'lamps.lamps_room_index', index 'lamps.lamps_room_name_index' differs or is missing",
      ],
    ],
  ],
  [
    'a guard for each',
    `if (! Schema::hasColumn('lamps', 'room')) {
    Schema::table('lamps', fn (Blueprint $table) => $table->string('room')->nullable());
}
if (! Schema::hasColumn('lamps', 'watts')) {
    Schema::table('lamps', fn (Blueprint $table) => $table->integer('watts')->nullable());
}`,
    [],
  ],
  ['a single statement', "Schema::create('shades', fn (Blueprint $table) => $table->id());", []],
  [
    'rows that nothing keeps from being inserted again',
    "DB::table('users')->insert(['id' => 1]);\nDB::table('lamps')->insert(['name' => 'a', 'owner_id' => 1]);",
    [['insert-repeats', 2, "A second run inserts these rows of 'lamps' again"]],
  ],
  [
    'rows inserted only into an empty table, in two steps',
    "if (DB::table('lamps')->count() === 0) {\n    DB::table('users')->insert(['id' => 1]);\n    DB::table('lamps')->insert(['name' => 'a', 'owner_id' => 1]);\n}",
    [
      [
        'resume-stops',
        2,
        "After a run that stopped behind statement 1 of 2, the next one stops here: 1062 Duplicate entry '1' for key 'users.PRIMARY'",
      ],
    ],
  ],
  [
    "rows that are gone: an exception of the code's own",
    `DB::table('users')->insert(['id' => 7]);
$id = DB::table('users')->where('id', 7)->value('id');
DB::table('users')->where('id', $id)->delete();`,
    [
      [
        'resume-stops',
        1,
        "After a run that stopped behind statement 1 of 2, the next one stops here: 1062 Duplicate entry '7' for key 'users.PRIMARY'",
      ],
    ],
  ],
];

/** Each with what has to be there before. */
const THROWN: typeof CASES = [
  [
    'a row that is gone: any second run',
    `$id = DB::table('users')->first()->id;
DB::table('users')->where('id', $id)->delete();`,
    [
      [
        'second-run-fails',
        1,
        'A second run stops here: ErrorException: Attempt to read property "id" on null',
      ],
    ],
  ],
  [
    'a row that comes back: only a run after one that stopped',
    `$id = DB::table('users')->first()->id;
DB::table('users')->where('id', $id)->delete();
DB::table('users')->insert(['id' => $id]);`,
    [
      [
        'resume-stops',
        1,
        'After a run that stopped behind statement 1 of 2, the next one stops here: ErrorException: Attempt to read property "id" on null',
      ],
    ],
  ],
  [
    'the same exception is told once',
    `$id = DB::table('users')->first()->id;
DB::table('users')->where('id', $id)->delete();
DB::table('users')->where('id', 3)->delete();`,
    [
      [
        'second-run-fails',
        1,
        'A second run stops here: ErrorException: Attempt to read property "id" on null',
      ],
    ],
  ],
];

describe("a later run that the code's own exception stops", () => {
  for (const [title, code, expected] of THROWN)
    it(title, async () =>
      assert.deepEqual(await found(code, `${base}\nDB::table('users')->insert(['id' => 1]);`), expected),
    );
});

describe('a run that stopped half-way', () => {
  for (const [title, code, expected] of CASES)
    it(title, async () => assert.deepEqual(await found(code), expected));

  it('is said beside what any second run stops at', async () => {
    const app = appWith({
      [BASE]: base,
      [OWN]:
        "Schema::table('lamps', function (Blueprint $table) {\n$table->integer('a');\n$table->index('a');\n});",
    });
    const analysis = createAnalysis(app.root, DEFAULT_SETTINGS);
    const { findings = [] } = (await analysis.lint(`database/migrations/${OWN}.php`)) ?? {};
    assert.deepEqual(
      findings
        .filter(({ method }) => method === 'up')
        .map(({ rule, related }) => [rule, related.map(({ message }) => message)]),
      [
        [
          'add-column-unguarded',
          ['Already if a run stops behind this (statement 1 of 2), the next one stops there'],
        ],
        ['add-index-unguarded', []],
      ],
    );
  });

  it('knows where each statement stands that a model sends for another of its methods', async () => {
    const model =
      '<?php\nnamespace App\\Models;\nclass Room extends \\Illuminate\\Database\\Eloquent\\Model { protected $guarded = []; }\n';
    const code = `Schema::create('rooms', function (Blueprint $table) {
    $table->id();
    $table->string('name');
    $table->timestamps();
});
\\App\\Models\\Room::query()->firstOrCreate(['name' => 'hall']);`;
    const name = '2026_02_01_000000_own';
    const file = `database/migrations/${name}.php`;
    const app = appWith(
      { [name]: code },
      {
        'composer.json': JSON.stringify({
          require: { 'laravel/framework': '^11.0' },
          autoload: { 'psr-4': { 'App\\': 'app/' } },
        }),
        'app/Models/Room.php': model,
      },
    );
    const analysis = createAnalysis(app.root, DEFAULT_SETTINGS);
    assert.equal((await analysis.findings(file))?.problem, null);
    const steps = (await analysis.runs(file))?.first.steps ?? [];
    assert.deepEqual(
      steps.map(({ sql }) => sql.slice(0, 6)),
      ['create', 'insert'],
    );
    assert.ok(steps.every(({ range }) => range?.file === file));
  });
});
