import { blueprintSnippets, type Snippet, USERS } from './blueprintSnippets';
import { modelSnippets } from './modelSnippets';
import { querySnippets } from './querySnippets';

export type { Snippet };

/** What people write in migrations, one construct each. */
export const snippets: readonly Snippet[] = [
  ...blueprintSnippets,
  ...modelSnippets,
  ...querySnippets,
  // The schema facade
  { name: 'drop', before: USERS, up: "Schema::drop('users');" },
  { name: 'dropIfExists', up: "Schema::dropIfExists('users');" },
  { name: 'rename', before: USERS, up: "Schema::rename('users', 'people');" },
  { name: 'dropColumns', before: USERS, up: "Schema::dropColumns('users', ['bio', 'active']);" },
  { name: 'drop a referenced table', before: USERS, up: "Schema::dropIfExists('teams');" },
  {
    name: 'create twice',
    before: USERS,
    up: "Schema::create('users', function ($table) { $table->id(); });",
  },
  { name: 'a missing table', up: "Schema::table('nowhere', function ($table) { $table->id(); });" },
  {
    name: 'hasTable, hasColumn',
    before: USERS,
    up: `if (! Schema::hasTable('users')) { Schema::create('users', fn ($table) => $table->id()); }
         if (! Schema::hasColumn('users', 'email')) { Schema::table('users', fn ($table) => $table->string('email')); }
         if (! Schema::hasColumn('users', 'Phone')) { Schema::table('users', fn ($table) => $table->string('phone')); }
         if (Schema::hasColumns('users', ['name', 'BIO'])) { Schema::table('users', fn ($table) => $table->string('both')); }
         if (Schema::hasTable('nowhere')) { Schema::drop('nowhere'); }`,
  },
  {
    name: 'getColumnListing',
    before: USERS,
    up: `foreach (Schema::getColumnListing('teams') as $name) {
             if ($name !== 'id') { Schema::table('teams', function ($table) use ($name) { $table->dropColumn($name); }); }
         }`,
  },
  {
    name: 'hasIndex, getIndexes',
    since: 11,
    before: USERS,
    up: `if (! Schema::hasIndex('users', 'users_age_index')) { Schema::table('users', fn ($table) => $table->index('age')); }
         if (! Schema::hasIndex('users', ['name'])) { Schema::table('users', fn ($table) => $table->index('name')); }
         if (Schema::hasIndex('users', ['email'], 'unique')) { Schema::table('users', fn ($table) => $table->dropUnique(['email'])); }
         foreach (Schema::getForeignKeys('users') as $key) { Schema::table('users', fn ($table) => $table->dropForeign($key['name'])); }`,
  },
  {
    name: 'whenTableHasColumn',
    since: 10,
    before: USERS,
    up: `Schema::whenTableHasColumn('users', 'bio', function (Blueprint $table) { $table->dropColumn('bio'); });
         Schema::whenTableDoesntHaveColumn('users', 'name', function (Blueprint $table) { $table->string('name'); });`,
  },
  {
    name: 'foreign key checks',
    since: 10,
    before: USERS,
    up: `Schema::disableForeignKeyConstraints(); Schema::drop('teams'); Schema::enableForeignKeyConstraints();
         Schema::withoutForeignKeyConstraints(function () { Schema::dropIfExists('users'); });`,
  },
  {
    name: 'defaultStringLength',
    up: `Schema::defaultStringLength(191); Schema::create('things', function ($table) { $table->string('a')->unique(); $table->char('b'); });
         Schema::defaultStringLength(255);`,
  },
  {
    name: 'morphUsingUuids',
    up: `Schema::morphUsingUuids(); Schema::create('things', function ($table) { $table->morphs('a'); });
         Illuminate\\Database\\Schema\\Builder::defaultMorphKeyType('int');`,
  },
  {
    name: 'connection()',
    up: "Schema::connection('mysql')->create('things', function ($table) { $table->id(); });",
  },
  {
    name: 'the schema builder in a variable',
    up: `$schema = DB::connection()->getSchemaBuilder(); $schema->create('things', function ($table) { $table->id(); });
         $other = app('db')->connection()->getSchemaBuilder(); $other->table('things', fn ($table) => $table->string('a'));`,
  },
  // Statements
  {
    name: 'DB::statement',
    before: USERS,
    up: 'DB::statement("ALTER TABLE users ADD COLUMN nick VARCHAR(20) NULL");',
  },
  { name: 'DB::unprepared', before: USERS, up: 'DB::unprepared("alter table users drop column bio");' },
  {
    name: 'DB::statement fails',
    before: USERS,
    up: 'DB::statement("alter table users add column email int");',
  },
  {
    name: 'a caught error',
    before: USERS,
    up: `try { Schema::table('users', fn ($table) => $table->string('email')); }
         catch (\\Illuminate\\Database\\QueryException $e) {
             if ($e->getCode() === '42S21' && $e->errorInfo[1] === 1060) { Schema::table('users', fn ($table) => $table->string('email2')); }
         }`,
  },
  {
    name: 'rows',
    before: USERS,
    up: `DB::table('teams')->insert(['name' => 'A']);
         DB::table('teams')->insert([['name' => 'B'], ['name' => 'C']]);
         if (DB::table('teams')->count() === 3) { Schema::table('teams', fn ($table) => $table->string('three')->nullable()); }
         if (DB::table('teams')->where('name', 'B')->exists()) { Schema::table('teams', fn ($table) => $table->string('b')->nullable()); }
         if (DB::table('users')->exists()) { Schema::drop('users'); }
         foreach (DB::table('teams')->get() as $team) { Schema::table('teams', fn ($table) => $table->string('for_' . strtolower($team->name))->nullable()); }
         DB::table('teams')->where('name', 'C')->update(['name' => 'D']);
         DB::table('teams')->where('name', 'D')->delete();`,
  },
  {
    name: 'ranges, rows from a query',
    before: USERS,
    up: `DB::table('users')->whereBetween('age', [1, 5])->orWhereNotBetween('age', [7, 9])->update(['name' => 'x']);
         DB::table('teams')->insertUsing(['name'], DB::table('users')->select('name')->where('age', 3));`,
  },
  {
    name: 'rows that are refused',
    before: `${USERS} DB::table('teams')->insert([['name' => 'A'], ['name' => 'B']]);`,
    up: "Schema::table('teams', fn ($table) => $table->string('code')->unique());",
  },
  {
    name: 'values bound to written SQL',
    before: USERS,
    up: `foreach (['A', 'A'] as $name) DB::insert('insert into teams (id, name) values (?, ?)', [1, $name]);`,
  },
  {
    name: 'the text of queries that write',
    before: `${USERS} Schema::table('teams', function ($table) {
             $table->integer('size')->default(0); $table->integer('rank')->default(0); $table->json('facts')->nullable(); });`,
    up: `DB::table('teams')->insert([['size' => 1, 'name' => 'A'], ['size' => 2, 'name' => 'B']]);
         DB::table('teams')->insert(['size' => 3, 'name' => 'C']);
         DB::table('teams')->where('name', 'like', '%x%')->where('size', '<>', 4)->update(['rank' => DB::raw('size * 2')]);
         DB::table('teams')->whereColumn('size', '>', 'rank')->whereNotNull('name')->update(['name' => 'D']);
         DB::table('teams')->whereIn('name', [])->orderBy('size')->orderByDesc('rank')->limit(3)->update(['rank' => 1]);
         DB::table('teams')->whereRaw('size > ?', [100])->delete();
         DB::table('teams')->where(DB::raw('size + id'), '>', 100)->delete();
         DB::table('teams as t')->join('users as u', 'u.id', '=', 't.size')->where('u.id', 5)->update(['t.rank' => DB::raw('u.id')]);
         DB::table('teams')->leftJoin('users', 'users.id', 'teams.size')->where('users.id', 7)->update(['teams.rank' => 2]);
         DB::table('teams')->where('facts->deep->er', 'x')->update(['facts->seen' => true, 'facts->by' => 'y']);
         DB::table('teams')->where('size', 1)->increment('rank', 2, ['name' => 'E']);
         DB::table('teams')->where('size', 1)->decrement('rank');
         DB::table('teams')->upsert([['size' => 1, 'name' => 'A']], ['name'], ['size']);
         DB::table('teams')->upsert(['size' => 1, 'name' => 'A'], ['name']);`,
  },
  {
    name: 'a duplicate row',
    before: `${USERS} DB::table('teams')->insert(['id' => 1, 'name' => 'A']);`,
    up: "DB::table('teams')->insert(['id' => 1, 'name' => 'B']);",
  },
  {
    name: 'a transaction around a statement that commits by itself',
    up: "DB::transaction(function () { Schema::create('things', function ($table) { $table->id(); }); });",
  },
  {
    name: 'commit after a statement that commits by itself',
    before: USERS,
    up: "DB::beginTransaction(); Schema::table('users', fn ($table) => $table->string('a')); DB::commit();",
  },
  {
    name: 'a transaction around rows',
    before: USERS,
    up: `DB::transaction(function () { DB::table('teams')->insert(['name' => 'A']); });
         DB::beginTransaction(); DB::table('teams')->insert(['name' => 'B']); DB::commit();`,
  },
  {
    name: 'information_schema',
    before: USERS,
    up: `$found = DB::select("select column_name as c from information_schema.columns where table_schema = ? and table_name = 'users' and column_name = 'bio'", [DB::getDatabaseName()]);
         if (count($found) === 1) { Schema::table('users', fn ($table) => $table->dropColumn($found[0]->c)); }
         $indexes = collect(DB::select('SHOW INDEX FROM users'))->pluck('Key_name')->unique();
         if (! $indexes->contains('users_age_index')) { Schema::drop('users'); }`,
  },
  {
    name: 'models',
    files: {
      'app/Models/Team.php':
        '<?php\nnamespace App\\Models;\nclass Team extends \\Illuminate\\Database\\Eloquent\\Model { }',
      'app/Models/Person.php':
        "<?php\nnamespace App\\Models;\nclass Person extends \\Illuminate\\Database\\Eloquent\\Model { protected $table = 'staff'; protected $primaryKey = 'code'; }",
      'app/Models/Token.php':
        "<?php\nnamespace App\\Models;\nclass Token extends \\Illuminate\\Database\\Eloquent\\Model { public $incrementing = false; protected $keyType = 'string'; }",
    },
    before: USERS,
    up: `Schema::create('things', function (Blueprint $table) {
             $table->id();
             $table->foreignIdFor(\\App\\Models\\Team::class)->constrained();
             $table->foreignIdFor(\\App\\Models\\Person::class)->nullable();
             $table->foreignIdFor(\\App\\Models\\Token::class, 'tok');
         });`,
  },
  {
    name: 'dropForeignIdFor',
    since: 10,
    files: {
      'app/Models/Team.php':
        '<?php\nnamespace App\\Models;\nclass Team extends \\Illuminate\\Database\\Eloquent\\Model { }',
    },
    before: USERS,
    up: "Schema::table('users', function (Blueprint $table) { $table->dropConstrainedForeignIdFor(\\App\\Models\\Team::class); });",
  },
  {
    name: 'a macro',
    up: `Blueprint::macro('money', function ($name) { return $this->decimal($name, 12, 2)->default(0); });
         Schema::create('things', function (Blueprint $table) { $table->money('price')->nullable(); });`,
  },
  {
    name: 'plurals',
    before: [
      'people',
      'categories',
      'companies',
      'statuses',
      'staff',
      'news',
      'media',
      'data',
      'addresses',
      'boxes',
      'children',
      'criteria',
      'analyses',
      'feedback',
      'user_addresses',
      'indices',
      'leaves',
      'houses',
      'series',
    ]
      .map((name) => `Schema::create('${name}', fn ($table) => $table->id());`)
      .join('\n'),
    up: `Schema::create('things', function (Blueprint $table) {
             foreach (['person', 'category', 'company', 'status', 'staff', 'news', 'medium', 'data', 'address', 'box', 'child', 'criterion', 'analysis', 'feedback', 'user_address', 'index', 'leaf', 'house', 'series'] as $name) {
                 $table->foreignId($name . '_id')->constrained();
             }
         });`,
  },
];
