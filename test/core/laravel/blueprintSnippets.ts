/**
 * What people write in migrations, one construct each. test/core knows the statements that Laravel 11 sends for them;
 * test/laravel runs them through real Laravels and compares what was sent.
 */
export interface Snippet {
  readonly name: string;
  /** The body of `up()`. */
  readonly up: string;
  /** The body of an `up()` that ran before. */
  readonly before?: string;
  /** The first Laravel that has it, and the first that has it no more. */
  readonly since?: number;
  readonly until?: number;
  /** The server of which real Laravel asks something that a test server can't be: `mysql` or `mariadb`. */
  readonly only?: 'mysql' | 'mariadb';
  /** Further classes of the application, by file. */
  readonly files?: Readonly<Record<string, string>>;
}

/** `t: …` is short for one call on a new table's Blueprint. */
function column(code: string, more: Partial<Snippet> = {}): Snippet {
  return {
    name: `create: ${code}`,
    up: `Schema::create('things', function (Blueprint $table) { ${code} });`,
    ...more,
  };
}

function altered(code: string, more: Partial<Snippet> = {}): Snippet {
  return {
    name: `table: ${code}`,
    before: USERS,
    up: `Schema::table('users', function (Blueprint $table) { ${code} });`,
    ...more,
  };
}

export const USERS = `
Schema::create('teams', function (Blueprint $table) { $table->id(); $table->string('name'); });
Schema::create('users', function (Blueprint $table) {
    $table->id();
    $table->string('name', 100)->nullable()->default('x')->comment('full name');
    $table->string('email')->unique();
    $table->unsignedInteger('age')->default(3)->index();
    $table->text('bio')->nullable();
    $table->foreignId('team_id')->constrained();
    $table->boolean('active')->default(true);
    $table->timestamps();
});
`;

/** What happens in the closure of `Schema::create` and `Schema::table`. */
export const blueprintSnippets: readonly Snippet[] = [
  // Columns
  column('$table->id();'),
  column("$table->id('thing_id');"),
  ...[
    'increments',
    'integerIncrements',
    'tinyIncrements',
    'smallIncrements',
    'mediumIncrements',
    'bigIncrements',
  ].map((method) => column(`$table->${method}('n');`)),
  ...['integer', 'tinyInteger', 'smallInteger', 'mediumInteger', 'bigInteger'].flatMap((method) => [
    column(`$table->${method}('n');`),
    column(`$table->${method}('n', true);`),
    column(`$table->${method}('n', false, true);`),
    column(`$table->unsigned${method.charAt(0).toUpperCase()}${method.slice(1)}('n');`),
  ]),
  column("$table->integer('n', unsigned: true)->nullable();"),
  column("$table->char('c'); $table->char('d', 4);"),
  column("$table->string('c'); $table->string('d', 40); $table->string('e', 0);"),
  ...[
    'tinyText',
    'text',
    'mediumText',
    'longText',
    'boolean',
    'json',
    'jsonb',
    'date',
    'year',
    'uuid',
    'ipAddress',
    'macAddress',
  ].map((method) => column(`$table->${method}('c');`)),
  column('$table->uuid(); $table->ipAddress(); $table->macAddress();', { since: 9 }),
  column("$table->ulid('c'); $table->ulid('d', 10); $table->foreignUlid('e');", { since: 10 }),
  column("$table->float('c'); $table->double('d'); $table->decimal('e'); $table->decimal('f', 10, 4);"),
  column("$table->float('c', 24);", { since: 11 }),
  column("$table->float('c', 8, 3); $table->double('d', 15, 8); $table->decimal('e', 8, 2, true);", {
    until: 11,
  }),
  column("$table->unsignedDecimal('c', 9, 3); $table->unsignedFloat('d'); $table->unsignedDouble('e');", {
    until: 11,
  }),
  column("$table->decimal('c', places: 6, total: 12);"),
  column("$table->enum('c', ['a', 'b c', '1']); $table->set('d', ['x', 'y']);"),
  column("$table->enum('c', array_column([['v' => 'one'], ['v' => 'two']], 'v'))->default('one');"),
  ...['dateTime', 'dateTimeTz', 'time', 'timeTz', 'timestamp', 'timestampTz'].flatMap((method) => [
    column(`$table->${method}('c')->nullable();`),
    column(`$table->${method}('c', 3)->nullable();`),
  ]),
  column(
    "$table->timestamp('c')->useCurrent(); $table->timestamp('d', 6)->useCurrent()->useCurrentOnUpdate();",
  ),
  column("$table->dateTime('c')->useCurrent()->useCurrentOnUpdate();"),
  column("$table->date('c')->useCurrent(); $table->year('d')->useCurrent();"),
  column('$table->id(); $table->timestamps();'),
  column('$table->id(); $table->timestamps(3);'),
  column('$table->id(); $table->timestampsTz(); $table->softDeletesTz();'),
  column('$table->id(); $table->nullableTimestamps(); $table->softDeletes();'),
  column("$table->id(); $table->softDeletes('gone_at', 2);"),
  column('$table->id(); $table->datetimes(); $table->softDeletesDatetime();', { since: 10 }),
  column("$table->binary('c');"),
  column(
    "$table->binary('c', 16); $table->binary('d', 16, true); $table->binary('e', length: 8, fixed: true);",
    { since: 11 },
  ),
  column(
    "$table->geometry('c'); $table->geometry('d', 'point'); $table->geometry('e', subtype: 'polygon', srid: 4326);",
    { since: 11 },
  ),
  column("$table->geography('c', 'point'); $table->geography('d');", { since: 11 }),
  column(
    "$table->point('c'); $table->lineString('d'); $table->polygon('e'); $table->geometryCollection('f');",
    { until: 11 },
  ),
  column(
    "$table->multiPoint('c'); $table->multiLineString('d'); $table->multiPolygon('e'); $table->geometry('f');",
    { until: 11 },
  ),
  column("$table->rawColumn('c', 'tinyint(3) unsigned')->default(1);", { since: 12 }),
  column("$table->addColumn('string', 'c', ['length' => 7])->nullable();"),
  column("$table->addColumn('integer', 'c', ['unsigned' => true]);"),
  column('$table->rememberToken();'),
  ...[
    'morphs',
    'nullableMorphs',
    'numericMorphs',
    'nullableNumericMorphs',
    'uuidMorphs',
    'nullableUuidMorphs',
  ].map((method) => column(`$table->${method}('owner');`)),
  column("$table->morphs('owner', 'own_idx');"),
  column("$table->ulidMorphs('a'); $table->nullableUlidMorphs('b');", { since: 10 }),
  column("$table->id(); $table->foreignUuid('c')->nullable();"),
  column("$table->id(); $table->removeColumn('id'); $table->string('name');"),
  // Modifiers
  column("$table->string('c')->nullable(); $table->string('d')->nullable(false);"),
  column(
    "$table->string('a')->default('x'); $table->string('b')->default(''); $table->integer('c')->default(0);",
  ),
  column(
    "$table->boolean('a')->default(true); $table->boolean('b')->default(false); $table->string('c')->nullable()->default(null);",
  ),
  column(
    "$table->decimal('a', 8, 2)->default(0.00); $table->decimal('b', 8, 2)->default(1.5); $table->double('c')->default(1e3);",
  ),
  column(
    "$table->json('a')->default(new Expression('(JSON_ARRAY())')); $table->integer('b')->default(DB::raw('7'));",
  ),
  column("$table->string('a')->charset('latin1')->collation('latin1_swedish_ci');"),
  column("$table->string('a')->comment(\"it's \\\"quoted\\\"\"); $table->string('b')->comment('');"),
  column("$table->integer('a')->unsigned()->nullable()->comment('n');"),
  column(
    "$table->integer('a'); $table->integer('b')->virtualAs('a + 1'); $table->integer('c')->storedAs('a * 2')->nullable();",
  ),
  column("$table->json('j'); $table->string('b')->virtualAs('json_unquote(json_extract(`j`, \"$.x\"))');"),
  column(
    "$table->json('j'); $table->string('b')->virtualAsJson('j->x->y'); $table->string('c')->storedAsJson('j->z[0]');",
    { since: 10 },
  ),
  column("$table->string('a'); $table->string('b')->invisible()->default('z');"),
  column("$table->id()->from(100); $table->string('a');"),
  column("$table->id()->startingValue(500); $table->string('a')->index();"),
  column("$table->integer('a')->autoIncrement(); $table->string('b');"),
  column("$table->string('a')->nullable()->default('q')->comment('w')->unique()->charset('utf8mb4');"),
  // Indexes
  column("$table->string('a')->index(); $table->string('b')->unique(); $table->string('c')->primary();"),
  column(
    "$table->string('a')->index('one'); $table->string('b')->unique('two'); $table->string('c', 10)->primary('three');",
  ),
  column("$table->string('a')->unique()->index();"),
  column("$table->string('a')->unique(false); $table->string('b')->index(true);"),
  column("$table->text('a'); $table->text('b')->fulltext(); $table->fullText('a');"),
  column("$table->text('a'); $table->text('b'); $table->fullText(['a', 'b'], 'both');"),
  column(
    "$table->id(); $table->string('a', 10); $table->string('b', 10); $table->index(['a', 'b']); $table->unique(['b', 'a'], 'ba');",
  ),
  column("$table->string('a', 10); $table->string('b', 10); $table->primary(['a', 'b']);"),
  column("$table->string('a', 10); $table->index('a', 'x', 'btree'); $table->unique('a', 'y', 'hash');"),
  column("$table->string('a', 10); $table->primary('a', null, 'hash');"),
  column("$table->string('a', 10); $table->rawIndex('a(3)', 'prefix_idx');"),
  column("$table->string('a-b', 10); $table->index('a-b');"),
  column("$table->id(); $table->integer('x')->nullable(); $table->index(columns: ['x'], name: 'named');"),
  column("$table->bigIncrements('id'); $table->integer('x'); $table->primary(['id', 'x']);", { since: 11 }),
  // Foreign keys
  column("$table->id(); $table->foreignId('user_id')->constrained();", { before: USERS }),
  column("$table->id(); $table->foreignId('user_id')->nullable()->constrained()->nullOnDelete();", {
    before: USERS,
  }),
  column(
    "$table->id(); $table->foreignId('owner_id')->constrained('users')->cascadeOnDelete()->cascadeOnUpdate();",
    { before: USERS },
  ),
  column(
    "$table->id(); $table->foreignId('owner_id')->index()->constrained(table: 'users')->onDelete('cascade');",
    { before: USERS },
  ),
  column(
    "$table->id(); $table->foreignId('user_id')->references('id')->on('users')->restrictOnDelete()->restrictOnUpdate();",
    { before: USERS },
  ),
  column("$table->id(); $table->foreignId('u')->constrained('users', 'id', 'my_fk');", {
    before: USERS,
    since: 10,
  }),
  column(
    "$table->id(); $table->unsignedBigInteger('user_id'); $table->foreign('user_id')->references('id')->on('users');",
    { before: USERS },
  ),
  column(
    "$table->id(); $table->unsignedBigInteger('u'); $table->foreign('u', 'named_fk')->references('id')->on('users')->onDelete('set null')->onUpdate('no action');".replace(
      "('u');",
      "('u')->nullable();",
    ),
    { before: USERS },
  ),
  column(
    "$table->id(); $table->unsignedBigInteger('u'); $table->foreign(['u'])->references(['id'])->on('users')->noActionOnDelete();",
    { before: USERS, since: 10 },
  ),
  column("$table->unsignedBigInteger('u')->references('id')->on('users');", { before: USERS }),
  // Table options
  column(
    "$table->engine = 'InnoDB'; $table->charset = 'utf8mb4'; $table->collation = 'utf8mb4_bin'; $table->id();",
  ),
  column(
    "$table->engine('InnoDB'); $table->charset('latin1'); $table->collation('latin1_bin'); $table->id();",
    { since: 10 },
  ),
  column('$table->temporary(); $table->id();'),
  column('$table->id(); $table->comment("the team\'s things");', { since: 10 }),
  // Changes of a table
  altered("$table->string('nick');"),
  altered(
    "$table->string('a'); $table->integer('b')->nullable()->index(); $table->timestamp('c')->nullable();",
  ),
  altered("$table->string('nick')->after('name'); $table->string('top')->first();"),
  altered("$table->after('name', function ($table) { $table->string('x'); $table->string('y'); });"),
  altered("$table->foreignId('boss_id')->nullable()->after('id')->constrained('users');"),
  altered("$table->dropColumn('bio');"),
  altered("$table->dropColumn('bio', 'active'); $table->string('z');"),
  altered("$table->dropColumn(['bio', 'active']);"),
  altered("$table->string('z'); $table->dropColumn('bio'); $table->index('z');"),
  altered("$table->renameColumn('bio', 'about');"),
  altered("$table->renameIndex('users_age_index', 'by_age');"),
  altered("$table->dropUnique('users_email_unique'); $table->dropIndex(['age']);"),
  altered("$table->dropUnique(['email']);"),
  altered("$table->dropForeign(['team_id']); $table->dropColumn('team_id');"),
  altered("$table->dropForeign('users_team_id_foreign');"),
  altered("$table->dropConstrainedForeignId('team_id');"),
  altered('$table->dropTimestamps();'),
  altered('$table->softDeletes(); $table->rememberToken();'),
  altered("$table->unsignedInteger('age')->nullable()->change();", { since: 11 }),
  altered("$table->string('name', 50)->change(); $table->text('bio')->nullable(false)->change();", {
    since: 11,
  }),
  altered("$table->string('email', 191)->unique(false)->change();", { since: 11 }),
  altered("$table->integer('age')->index(false)->change();", { since: 11 }),
  altered("$table->string('name')->nullable()->default('y')->comment('c')->after('email')->change();", {
    since: 11,
  }),
  // Changes through doctrine/dbal
  altered("$table->unsignedInteger('age')->nullable()->change();", { until: 11 }),
  altered("$table->string('name', 50)->change();", { until: 11 }),
  altered("$table->string('name')->nullable(false)->change();", { until: 11 }),
  altered("$table->string('name')->default('y')->comment('c')->change();", { until: 11 }),
  altered("$table->text('bio')->nullable(false)->change(); $table->string('email', 150)->change();", {
    until: 11,
  }),
  altered("$table->longText('bio')->change();", { until: 11 }),
  altered("$table->mediumText('bio')->nullable()->change();", { until: 11 }),
  altered("$table->bigInteger('age')->change();", { until: 11 }),
  altered("$table->integer('age')->default(5)->change();", { until: 11 }),
  altered("$table->unsignedBigInteger('age')->nullable()->default(null)->change();", { until: 11 }),
  altered("$table->boolean('active')->default(false)->change();", { until: 11 }),
  altered("$table->boolean('active')->nullable()->change();", { until: 11 }),
  altered("$table->decimal('age', 10, 3)->change();", { until: 11 }),
  altered("$table->string('age')->change();", { until: 11 }),
  altered("$table->dateTime('created_at')->nullable()->change();", { until: 11 }),
  altered("$table->date('created_at')->change();", { until: 11 }),
  altered("$table->json('bio')->change();", { until: 11 }),
  altered("$table->timestamp('created_at')->nullable(false)->change();", { since: 10, until: 11 }),
  altered("$table->float('age')->change();", { until: 11 }),
  altered("$table->smallInteger('age')->change();", { until: 11 }),
  altered("$table->string('name', 100)->nullable()->default('x')->comment('full name')->change();", {
    until: 11,
  }),
  altered("$table->enum('name', ['a', 'b'])->change();", { until: 11 }),
  altered("$table->tinyInteger('age')->change();", { until: 11 }),
  altered("$table->string('name')->unique()->change(); $table->string('z');", { until: 11 }),
  altered("$table->renameColumn('name', 'title');", { until: 11 }),
  altered("$table->renameColumn('age', 'years');", { until: 11 }),
  altered("$table->string('nope')->change();", { until: 11 }),
  altered("$table->renameColumn('nope', 'x');", { until: 11 }),
  altered("$table->string('x'); $table->renameColumn('bio', 'about'); $table->string('y')->after('about');", {
    since: 12,
  }),
  altered("$table->dropPrimary(); $table->dropColumn('id');", {}),
  altered("$table->primary('id');"),
  altered("$table->comment('people');", { since: 10 }),
  altered("$table->rename('people');"),
  altered("$table->dropMorphs('taggable');", {
    before: `${USERS} Schema::table('users', function ($table) { $table->nullableMorphs('taggable'); });`,
  }),
  altered('$table->dropSoftDeletes(); $table->dropRememberToken();', {
    before: `${USERS} Schema::table('users', function ($table) { $table->softDeletes(); $table->rememberToken(); });`,
  }),
  altered("$table->fullText('bio', 'ft'); $table->dropFullText('ft');"),
  altered("$table->integer('points')->default(0)->instant();", { since: 12 }),
  altered("$table->index('active')->lock('none');", { since: 12 }),
  altered("$table->string('dup'); $table->string('dup');"),
  altered("$table->string('email');"),
  altered("$table->dropColumn('nope');"),
  altered("$table->dropIndex(['nope']);"),
  altered("$table->dropForeign(['age']);"),
  altered("$table->foreignId('x_id')->constrained();"),
  altered("$table->index('nope');"),
];
