import type { Snippet } from './blueprintSnippets';

const MODELS: Readonly<Record<string, string>> = {
  Author: `protected $guarded = [];
    public function books() { return $this->hasMany(Book::class); }
    public function newest() { return $this->hasOne(Book::class); }
    public function groups() { return $this->belongsToMany(Group::class)->withTimestamps(); }
    public function labels() { return $this->morphToMany(Label::class, 'labelable'); }
    public function remarks() { return $this->morphMany(Remark::class, 'about'); }
    public function setNameAttribute($value) { $this->attributes['name'] = trim($value); }`,
  Book: `use \\Illuminate\\Database\\Eloquent\\SoftDeletes;
    protected $guarded = []; protected $casts = ['facts' => 'array', 'isbn' => 'string'];
    protected static function booted() {
      static::creating(function (Book $book) { $book->slug ??= \\Illuminate\\Support\\Str::slug($book->title); });
      static::deleting(fn (Book $book) => $book->author->decrement('written'));
    }
    public function author() { return $this->belongsTo(Author::class); }
    public function scopeOld($query) { return $query->where('year', '<', 1900); }`,
  Group: `protected $guarded = []; public $timestamps = false;
    protected static function booted() { static::addGlobalScope('open', fn ($query) => $query->where('open', 1)); }`,
  Label: "protected $fillable = ['name']; public $timestamps = false;",
  Remark: 'protected $guarded = []; public $timestamps = false;',
};

const files = Object.fromEntries(
  Object.entries(MODELS).map(([name, body]) => [
    `app/Library/${name}.php`,
    `<?php\nnamespace App\\Library;\nclass ${name} extends \\Illuminate\\Database\\Eloquent\\Model {\n${body}\n}\n`,
  ]),
);

const BEFORE = `
Schema::create('authors', function ($table) { $table->id(); $table->string('name')->nullable(); $table->integer('written')->default(0); $table->timestamps(); });
Schema::create('books', function ($table) { $table->id(); $table->foreignId('author_id')->nullable(); $table->string('title'); $table->string('slug'); $table->integer('year')->nullable(); $table->json('facts')->nullable(); $table->softDeletes(); $table->timestamps(); });
Schema::create('groups', function ($table) { $table->id(); $table->string('name'); $table->boolean('open')->default(true); });
Schema::create('author_group', function ($table) { $table->foreignId('author_id'); $table->foreignId('group_id'); $table->timestamps(); $table->primary(['author_id', 'group_id']); });
Schema::create('labels', function ($table) { $table->id(); $table->string('name'); });
Schema::create('labelables', function ($table) { $table->foreignId('label_id'); $table->morphs('labelable'); });
Schema::create('remarks', function ($table) { $table->id(); $table->morphs('about'); $table->string('text'); });
DB::table('authors')->insert([['name' => 'Ada'], ['name' => 'Bo']]);
DB::table('books')->insert(['author_id' => 1, 'title' => 'One', 'slug' => 'one', 'year' => 1850]);
DB::table('groups')->insert([['name' => 'x'], ['name' => 'y']]);
`;

/** One construct of Eloquent each; what it comes to is told by further statements. */
const CASES: readonly (readonly [name: string, up: string])[] = [
  [
    'create() over hasMany',
    "Author::find(1)->books()->create(['title' => 'A B']); Schema::drop(Book::latest('id')->first()->slug === 'a-b' ? 'labels' : 'groups');",
  ],
  ['save() over hasMany', "Author::find(1)->books()->save(new Book(['title' => 'C']));"],
  [
    'the rows of a relation',
    "foreach (Author::find(1)->books as $book) { $book->update(['year' => 1900]); } Author::find(2)->books->each->delete();",
  ],
  [
    'a relation as a query',
    "Author::find(1)->books()->where('year', 1850)->update(['title' => 'x']); Author::find(1)->books()->delete();",
  ],
  [
    'hasOne and belongsTo',
    "$book = Author::find(1)->newest; Schema::drop($book->author->name === 'Ada' ? 'labels' : 'groups'); $book->author()->associate(Author::find(2))->save();",
  ],
  [
    'attach() and detach()',
    'Author::find(1)->groups()->attach([1, 2]); Author::find(1)->groups()->detach(2); Author::find(1)->groups()->detach();',
  ],
  [
    'sync()',
    'Author::find(1)->groups()->attach(1); Author::find(1)->groups()->sync([2]); Author::find(1)->groups()->syncWithoutDetaching([1, 2]);',
  ],
  [
    'morphToMany',
    "Author::find(1)->labels()->attach(Label::create(['name' => 'l'])); Author::find(1)->labels()->detach(1);",
  ],
  [
    'morphMany',
    "Author::find(1)->remarks()->create(['text' => 't']); Author::find(1)->remarks()->update(['text' => 'u']);",
  ],
  ['whereHas', "Author::whereHas('books')->update(['written' => 1]); Author::doesntHave('books')->delete();"],
  [
    'whereHas with a condition',
    "Author::whereHas('books', fn ($query) => $query->where('year', '>', 1))->update(['written' => 2]); Author::whereHas('groups', fn ($query) => $query->where('name', 'x'))->delete();",
  ],
  [
    'whereHas over two relations',
    "Book::whereHas('author.groups')->update(['year' => 1]); Author::whereRelation('books', 'title', 'One')->update(['written' => 3]);",
  ],
  [
    'a mutator',
    "$author = Author::create(['name' => ' Cy ']); Schema::drop($author->name === 'Cy' ? 'labels' : 'groups');",
  ],
  [
    'events of the model',
    "Book::find(1)->delete(); Schema::drop(Author::find(1)->written == -1 ? 'labels' : 'groups'); Book::withTrashed()->first()->restore(); Book::query()->forceDelete();",
  ],
  [
    'a global scope',
    "Group::query()->update(['name' => 'z']); Group::where('name', 'z')->delete(); Group::withoutGlobalScopes()->where('id', 5)->update(['name' => 'q']);",
  ],
  [
    'without events',
    "Book::withoutEvents(fn () => Book::create(['title' => 'q', 'slug' => 's'])); Book::first()->deleteQuietly();",
  ],
  [
    'casts to and fro',
    "$book = Book::create(['title' => 'J', 'facts' => ['a' => 1]]); Schema::drop(Book::find($book->id)->facts['a'] === 1 ? 'labels' : 'groups'); $book->facts = ['a' => 1]; $book->save();",
  ],
  [
    'a query that makes models',
    "Author::query()->create(['name' => 'x']); Author::query()->firstOrCreate(['name' => 'x'], ['written' => 4]); Author::query()->updateOrCreate(['name' => 'x'], ['written' => 5]);",
  ],
  [
    'increment() and save()',
    "$author = Author::find(1); $author->increment('written', 2); $author->name = 'n'; $author->save();",
  ],
  ['destroy()', 'Author::destroy([1, 9]); Author::destroy(2);'],
  ['a scope', "Book::old()->update(['year' => 2]);"],
];

/** Snippets about models of the application. */
export const modelSnippets: readonly Snippet[] = CASES.map(([name, up]) => ({
  name: `model: ${name}`,
  since: 10,
  files,
  before: BEFORE,
  up: up.replace(/\b(Author|Book|Group|Label|Remark)(?=::|\()/g, 'App\\Library\\$1'),
}));
