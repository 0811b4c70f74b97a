import assert from 'node:assert/strict';
import { parseServer } from '../../../src/core/schema/profiles';
import { traceOf } from './runSnippet';

const server = parseServer('mariadb-10.11', 'app');
const setting = { laravel: '12.72', driver: 'mysql', server } as const;

const BEFORE = `
Schema::create('settings', function ($table) { $table->string('key')->primary(); $table->string('value')->nullable(); });
Schema::create('post_tag', fn ($table) => $table->id());
Schema::create('posts', function ($table) {
    $table->id();
    $table->string('title');
    $table->string('state')->default('new');
    $table->json('options')->nullable();
    $table->integer('views')->default(0);
    $table->timestamps();
});
DB::table('posts')->insert([['title' => 'One', 'options' => '{"a":1}'], ['title' => 'Two', 'options' => null]]);
`;

const files = {
  'app/State.php': "<?php namespace App; enum State: string { case Fresh = 'new'; case Old = 'old'; }",
  'app/Post.php': `<?php namespace App;
    class Post extends \\Illuminate\\Database\\Eloquent\\Model {
      protected $guarded = [];
      protected $casts = ['options' => 'array', 'state' => State::class];
      public function getTitleAttribute($value) { return strtoupper($value); }
      public function scopeTitled($query, string $title) { return $query->where('title', $title); }
      public function getLabelAttribute() { return 'label'; }
    }`,
  'app/Note.php': `<?php namespace App;
    use App\\Watching\\Watcher as Guard;
    use App\\{Setting, Watching as Other};
    use Illuminate\\Database\\Eloquent\\Attributes\\{ObservedBy, UseEloquentBuilder};
    #[ObservedBy(Guard::class)]
    #[UseEloquentBuilder(Other\\Notes::class)]
    class Note extends \\Illuminate\\Database\\Eloquent\\Model { protected $table = 'posts'; protected $guarded = []; }`,
  'app/Watching/Watcher.php': `<?php namespace App\\Watching;
    class Watcher { public function creating($note) { $note->title = 'seen'; } }`,
  'app/Watching/Notes.php': `<?php namespace App\\Watching;
    class Notes extends \\Illuminate\\Database\\Eloquent\\Builder { public function second() { return $this->where('id', 2); } }`,
  'app/Setting.php': `<?php namespace App;
    class Setting extends \\Illuminate\\Database\\Eloquent\\Model {
      protected $guarded = []; public $timestamps = false; protected $primaryKey = 'key'; public $incrementing = false;
    }`,
};

/** What up() changes the schema by, and how it ends. */
function run(up: string): { sql: readonly string[]; end: string } {
  const { entries, outcome } = traceOf({ name: '', before: BEFORE, up, files }, setting);
  return { sql: entries.map(({ statement }) => statement.sql), end: outcome.kind };
}

/** Conditions that must hold; where one does not, or nobody knows, up() does not come to its end. */
const holds: readonly (readonly [name: string, code: string, condition: string])[] = [
  ['an attribute cast to an enum', '', 'App\\Post::find(1)->state === App\\State::Fresh'],
  ['an attribute cast to an array', '', "App\\Post::find(1)->options['a'] === 1"],
  ['an attribute that only an accessor gives', '', "App\\Post::find(1)->label === 'label'"],
  [
    'attributes on their way to the row',
    "App\\Post::create(['title' => 'x', 'state' => App\\State::Old, 'options' => ['b' => 2]]);",
    "DB::table('posts')->where('state', 'old')->value('options') === '{\"b\":2}'",
  ],
  [
    'increment() of a model object',
    'App\\Post::find(1)->increment("views", 3);',
    "DB::table('posts')->where('id', 2)->value('views') == 0",
  ],
  [
    'updateOrCreate() of what is not there',
    "$s = App\\Setting::updateOrCreate(['key' => 'a'], ['value' => 'b']);",
    "$s->wasRecentlyCreated && App\\Setting::find('a')->value === 'b'",
  ],
  [
    'an observer imported by another name',
    'App\\Note::create([]);',
    "DB::table('posts')->value('title') !== 'seen' && App\\Note::latest('id')->first()->title === 'seen'",
  ],
  ['a builder named through an import', '', "App\\Note::second()->value('title') === 'Two'"],
  ['a scope', '', "App\\Post::titled('Two')->count() === 1"],
  [
    'firstOrNew()',
    "$p = App\\Post::firstOrNew(['id' => 2]); $p->views = 9; $p->save();",
    'App\\Post::find(2)->views === 9',
  ],
  [
    'replicate()',
    '$p = App\\Post::find(2)->replicate(); $p->views = 5; $p->save();',
    "DB::table('posts')->count() === 3",
  ],
  [
    'a list of all tables',
    "$names = array_column(Schema::getTables(), 'name');",
    "array_search('posts', $names) < array_search('post_tag', $names)",
  ],
  [
    'SHOW CREATE TABLE',
    "$text = DB::select('show create table posts')[0]->{'Create Table'};",
    "str_contains($text, 'PRIMARY KEY (`id`)')",
  ],
];

const ends: readonly (readonly [name: string, up: string, end: string])[] = [
  ['a part of a JSON document that is set', "DB::table('posts')->update(['options->a' => true]);", 'done'],
  ["findOrFail() of what isn't there", 'App\\Post::findOrFail(9);', 'threw'],
  [
    'bound values that are there already',
    "DB::insert('insert into settings (`key`) values (?)', ['a']); DB::insert('insert into settings (`key`) values (?)', ['a']);",
    'raised',
  ],
];

describe("A model's rows", () => {
  for (const [name, code, condition] of holds)
    it(name, () => {
      const { end } = run(`${code} if (! (${condition})) { Schema::drop('nothing'); }`);
      assert.equal(end, 'done');
    });

  for (const [name, up, end] of ends) it(name, () => assert.equal(run(up).end, end));

  it('are updated with the time of it, as the last of the values', () => {
    const { sql } = run("App\\Post::where('id', 1)->update(['title' => 'x']);");
    assert.deepEqual(sql, ['update `posts` set `title` = ?, `posts`.`updated_at` = ? where `id` = ?']);
  });
});

describe('Routines in one text with other statements', () => {
  it('keep the statements of their body', () => {
    const { sql } = run(`DB::unprepared("drop procedure if exists a; create procedure a() begin
        if 1 then select 1; end if; select case 1 when 1 then 2 end; end; create table t (id int)");`);
    assert.deepEqual(
      sql.map((text) => text.replace(/\s+/g, ' ')),
      [
        'drop procedure if exists a',
        'create procedure a() begin if 1 then select 1; end if; select case 1 when 1 then 2 end; end',
        'create table t (id int)',
      ],
    );
  });
});
