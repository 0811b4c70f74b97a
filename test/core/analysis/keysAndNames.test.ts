import { checkCase, type LintCase } from './lintCases';

const RULES = new Set([
  'change-drops-attributes',
  'modifier-after-constrained',
  'duplicate-index',
  'redundant-index',
  'index-left-by-drop-foreign',
  'too-many-indexes',
  'unique-with-soft-delete',
]);

const base = `Schema::create('users', fn (Blueprint $table) => $table->id());
Schema::create('lamps', function (Blueprint $table) {
    $table->id();
    $table->string('name')->nullable()->default('new')->comment("Bob's");
    $table->unsignedInteger('watts')->default(60);
    $table->integer('plain');
    $table->string('code', 20)->charset('latin1')->collation('latin1_general_ci');
    $table->timestamp('seen_at')->useCurrent()->useCurrentOnUpdate();
    $table->softDeletes();
    $table->foreignId('owner_id')->constrained('users');
    $table->index(['code', 'watts'], 'code_watts');
});`;

const table = (...lines: string[]) =>
  `Schema::table('lamps', function (Blueprint $table) {\n${lines.map((line) => `    ${line}`).join('\n')}\n});`;

const CHANGES: readonly LintCase[] = [
  {
    title: 'nullable, default and comment',
    code: table("$table->string('name', 100)->change();"),
    found: [['change-drops-attributes', 2, "lamps.name loses NULL, DEFAULT 'new', COMMENT 'Bob's'"]],
    fix: [
      "Keep them: ->nullable()->default('new')->comment('Bob\\'s')",
      table("$table->string('name', 100)->nullable()->default('new')->comment('Bob\\'s')->change();"),
    ],
  },
  {
    title: 'unsigned, and a default that is a number',
    code: table("$table->bigInteger('watts')->change();"),
    found: [['change-drops-attributes', 2, "lamps.watts loses UNSIGNED, DEFAULT '60'"]],
    fix: [
      'Keep them: ->unsigned()->default(60)',
      table("$table->bigInteger('watts')->unsigned()->default(60)->change();"),
    ],
  },
  {
    title: 'character set and collation',
    code: table("$table->string('code', 40)->change();"),
    found: [['change-drops-attributes', 2, 'lamps.code loses COLLATE latin1_general_ci']],
    fix: [
      "Keep them: ->charset('latin1')->collation('latin1_general_ci')",
      table("$table->string('code', 40)->charset('latin1')->collation('latin1_general_ci')->change();"),
    ],
  },
  {
    title: 'CURRENT_TIMESTAMP and ON UPDATE; change() in front',
    code: table("$table->timestamp('seen_at')->change()->comment('when');"),
    found: [
      [
        'change-drops-attributes',
        2,
        'lamps.seen_at loses DEFAULT CURRENT_TIMESTAMP, ON UPDATE CURRENT_TIMESTAMP',
      ],
    ],
    fix: [
      'Keep them: ->useCurrent()->useCurrentOnUpdate()',
      table("$table->timestamp('seen_at')->useCurrent()->useCurrentOnUpdate()->change()->comment('when');"),
    ],
  },
  {
    title: 'what the chain says is meant',
    code: table("$table->string('name', 100)->nullable(false)->default(null)->comment('')->change();"),
    found: [],
  },
  { title: 'nothing to lose', code: table("$table->bigInteger('plain')->change();"), found: [] },
  {
    title: 'a text has no default',
    code: table("$table->text('name')->nullable()->comment('x')->change();"),
    found: [],
  },
  {
    title: 'a key that is counted up no more',
    code: table("$table->string('id', 36)->change();"),
    found: [],
  },
  {
    title: 'raw SQL says all there is',
    code: "DB::statement('alter table lamps modify name varchar(9) not null');",
    found: [],
  },
  {
    title: 'doctrine/dbal keeps what is left out, but for ON UPDATE',
    laravel: '9.52.0',
    code: table("$table->string('name', 100)->change();", "$table->dateTime('seen_at')->change();"),
    found: [['change-drops-attributes', 3, /lamps\.seen_at loses ON UPDATE CURRENT_TIMESTAMP$/]],
  },
];

const MODIFIERS: readonly LintCase[] = [
  {
    title: 'nullable() behind constrained()',
    code: table("$table->foreignId('user_id')->constrained()->nullable()->cascadeOnDelete();"),
    found: [
      [
        'modifier-after-constrained',
        2,
        'nullable() is lost: behind constrained() it is the foreign key that gets it',
      ],
    ],
    fix: [
      'Move nullable() before constrained()',
      table("$table->foreignId('user_id')->nullable()->constrained()->cascadeOnDelete();"),
    ],
  },
  {
    title: 'several, on several lines, in an arrow function',
    code: `Schema::table('lamps', fn (Blueprint $t) => $t->foreignId('user_id')
    ->constrained()
    ->comment('who')
    ->default(7));`,
    found: [['modifier-after-constrained', 1, 'comment(), default() is lost']],
    fix: [
      'Move comment(), default() before constrained()',
      `Schema::table('lamps', fn (Blueprint $t) => $t->foreignId('user_id')->comment('who')->default(7)
    ->constrained());`,
    ],
  },
  {
    title: 'in front of constrained()',
    code: table("$table->foreignId('user_id')->nullable()->constrained()->cascadeOnDelete();"),
    found: [],
  },
  {
    title: 'that makes no difference',
    code: table("$table->foreignId('user_id')->constrained()->nullable(false);"),
    found: [],
  },
];

const INDEXES: readonly LintCase[] = [
  {
    title: 'the same columns again',
    code: table("$table->index(['code', 'watts']);"),
    found: [
      ['duplicate-index', 2, 'lamps_code_watts_index (code, watts) of lamps is the same as code_watts'],
    ],
    fix: ['Leave out lamps_code_watts_index', table().replace('\n\n', '\n')],
  },
  {
    title: 'plain beside unique',
    code: table("$table->integer('a')->unique();", "$table->index('a');", "$table->index('plain');"),
    found: [['duplicate-index', 3, 'lamps_a_index (a) of lamps is the same as lamps_a_unique']],
    fix: ['Leave out lamps_a_index', table("$table->integer('a')->unique();", "$table->index('plain');")],
  },
  {
    title: 'the beginning of another, on its column',
    code: table("$table->integer('a')->index()->comment('x');", "$table->index(['a', 'watts']);"),
    found: [
      ['redundant-index', 2, 'lamps_a_index (a) of lamps is the beginning of lamps_a_watts_index (a, watts)'],
    ],
    fix: [
      'Leave out lamps_a_index',
      table("$table->integer('a')->comment('x');", "$table->index(['a', 'watts']);"),
    ],
  },
  {
    title: 'the primary key behind it is there anyway',
    code: table("$table->index('plain');", "$table->index(['plain', 'id']);"),
    found: [
      ['redundant-index', 3, 'lamps_plain_id_index (plain, id) of lamps is the same as lamps_plain_index'],
    ],
    fix: ['Leave out lamps_plain_id_index', table("$table->index('plain');")],
  },
  {
    title: 'a unique key that another begins with promises more',
    code: table("$table->unique('plain');", "$table->index(['plain', 'watts']);"),
    found: [],
  },
  {
    title: "the foreign key's own index gives way",
    code: table("$table->index(['owner_id', 'watts']);"),
    found: [],
  },
  { title: 'another order', code: table("$table->index(['watts', 'code']);"), found: [] },
  {
    title: 'a prefix is less than the column',
    code: table("$table->rawIndex('code(3)', 'short');"),
    found: [],
  },
  {
    title: "dropForeign() leaves the server's index",
    code: table("$table->dropForeign(['owner_id']);"),
    found: [
      [
        'index-left-by-drop-foreign',
        2,
        'The index lamps_owner_id_foreign that the server made for the foreign key stays',
      ],
    ],
    fix: [
      'Drop the index lamps_owner_id_foreign, too',
      table(
        "$table->dropForeign(['owner_id']);",
        "if (Schema::hasIndex($table->getTable(), 'lamps_owner_id_foreign')) {",
        "    $table->dropIndex('lamps_owner_id_foreign');",
        '}',
      ),
    ],
  },
  {
    title: 'the column goes with it',
    code: table("$table->dropConstrainedForeignId('owner_id');"),
    found: [],
  },
  {
    title: 'the foreign key comes back otherwise',
    code: table(
      "$table->dropForeign(['owner_id']);",
      "$table->foreign('owner_id')->references('id')->on('users')->cascadeOnDelete();",
    ),
    found: [],
  },
  {
    title: 'more than the limit, as families',
    policy: { mostIndexes: 4 },
    code: table("$table->index(['watts', 'plain']);", "$table->index(['code', 'plain']);"),
    found: [
      [
        'too-many-indexes',
        3,
        'lamps has 5 indexes now, more than the 4 that the team allows; by their first column they are 4 families: code 2, PRIMARY 1, owner_id 1, watts 1',
      ],
    ],
  },
  {
    title: 'as many as the limit',
    policy: { mostIndexes: 4 },
    code: table("$table->index(['watts', 'plain']);"),
    found: [],
  },
  {
    title: 'more than the limit, but none added',
    policy: { mostIndexes: 1 },
    code: table("$table->integer('b');"),
    found: [],
  },
  {
    title: 'a unique key with deleted_at',
    code: table("$table->unique(['plain', 'deleted_at']);"),
    found: [['unique-with-soft-delete', 2, 'deleted_at is NULL in both, and NULLs are never equal']],
  },
  {
    title: 'a unique key without it, and deleted_at that is never NULL',
    code: `Schema::create('shades', function (Blueprint $table) {
    $table->id();
    $table->timestamp('deleted_at')->useCurrent();
    $table->integer('a');
    $table->unique(['a', 'deleted_at']);
});`,
    found: [],
  },
];

describe('lint: change()', () => {
  for (const testCase of CHANGES) it(testCase.title, () => checkCase({ base, ...testCase }, RULES));
});

describe('lint: modifiers behind constrained()', () => {
  for (const testCase of MODIFIERS) it(testCase.title, () => checkCase({ base, ...testCase }, RULES));
});

describe('lint: needless indexes', () => {
  for (const testCase of INDEXES) it(testCase.title, () => checkCase({ base, ...testCase }, RULES));
});
