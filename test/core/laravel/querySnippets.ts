import type { Snippet } from './blueprintSnippets';

const BEFORE = `
Schema::create('shops', function ($table) { $table->id(); $table->string('name'); $table->string('state')->default('new'); $table->integer('size')->default(0); });
Schema::create('goods', function ($table) { $table->id(); $table->foreignId('shop_id')->nullable(); $table->string('name')->unique(); $table->integer('price')->default(1); });
DB::table('shops')->insert([['name' => 'b', 'size' => 3], ['name' => 'a', 'size' => 5]]);
`;

const MODEL = (name: string, body: string) =>
  `<?php\nnamespace App;\nclass ${name} extends \\Illuminate\\Database\\Eloquent\\Model { public $timestamps = false; protected $guarded = []; ${body} }\n`;

const files = {
  'app/Shop.php': MODEL('Shop', 'public function goods() { return $this->hasMany(Good::class); }'),
  'app/Good.php': MODEL(
    'Good',
    'public function shop() { return $this->belongsTo(Shop::class); } public function owner() { return $this->morphTo(); }',
  ),
  'app/ShopState.php':
    "<?php\nnamespace App;\nenum ShopState: string { case Fresh = 'new'; case Old = 'old'; }\n",
};

/** Drops one of two tables, by what is asked of the rows. */
const asks = (condition: string) =>
  `Schema::create('yes', fn ($table) => $table->id()); Schema::create('no', fn ($table) => $table->id()); Schema::drop(${condition} ? 'yes' : 'no');`;

const CASES: readonly (readonly [name: string, up: string, since?: number])[] = [
  [
    'whereIn() with a collection',
    "DB::table('shops')->whereIn('id', DB::table('shops')->where('name', 'a')->pluck('id'))->update(['size' => 9]);",
  ],
  [
    'a join by a closure',
    "DB::table('goods')->leftJoin('shops', function ($join) { $join->on('shops.id', '=', 'goods.shop_id')->whereNull('shops.name'); })->whereNull('shops.id')->delete();",
  ],
  [
    'a subquery as a value',
    "DB::table('shops')->update(['size' => DB::table('goods')->selectRaw('count(*)')->whereColumn('goods.shop_id', 'shops.id')]);",
    11,
  ],
  [
    "an enum's case in a condition",
    asks("DB::table('shops')->where('state', App\\ShopState::Fresh)->count() === 2"),
    10,
  ],
  [
    'rows in their order',
    asks(
      "DB::table('shops')->orderBy('name')->value('name') === 'a' && DB::table('shops')->orderByDesc('size')->first()->size === 5",
    ),
  ],
  ['a range', asks("DB::table('shops')->whereBetween('size', [4, 6])->count() === 1")],
  [
    'a step from a column',
    "DB::table('shops')->increment('size', 2); " +
      asks("DB::table('shops')->where('size', 5)->count() === 1"),
  ],
  [
    'an aggregate by text',
    asks(
      "DB::selectOne('select count(*) as n, max(id) as m from goods')->n === 0 && DB::select('select count(*) as n from shops')[0]->n === 2",
    ),
  ],
  [
    'the first of the entries of an object',
    "foreach (array_map('current', DB::select('show tables')) as $name) { Schema::table($name, fn ($table) => $table->string('more')->nullable()); }",
  ],
  [
    'numbers of rows that are there already',
    "DB::table('goods')->insertOrIgnore([['name' => 'x'], ['name' => 'x'], ['name' => 'y']]); " +
      asks("DB::table('goods')->where('name', 'y')->value('id') === 2"),
  ],
  [
    'a connection that the code has configured',
    "config(['database.connections.own' => ['prefix' => 'own_'] + config('database.connections.mysql')]); Schema::connection('own')->create('things', fn ($table) => $table->id());",
  ],
  [
    'columns in names of methods',
    "DB::table('shops')->whereName('a')->delete(); DB::table('shops')->whereNameAndSize('a', 1)->orWhere('size', 3)->delete(); DB::table('shops')->whereStateOrName('new', 'b')->update(['size' => 2]);",
  ],
  [
    'parts of moments',
    "Schema::table('shops', fn ($table) => $table->timestamps()); DB::table('shops')->whereDate('created_at', '<', '2020-01-01')->orWhereYear('updated_at', 2020)->delete(); DB::table('shops')->whereMonth('created_at', 5)->whereDay('created_at', '7')->whereTime('created_at', '>=', '10:00')->delete();",
  ],
  [
    'conditions on JSON',
    "Schema::table('shops', fn ($table) => $table->json('meta')->nullable()); DB::table('shops')->whereJsonContains('meta->a', 1)->whereJsonDoesntContain('meta', ['a'])->whereJsonLength('meta->b->c', '>', 1)->delete();",
  ],
  [
    'rows like a pattern',
    asks(
      "DB::table('shops')->where('name', 'like', 'A%')->count() === 1 && DB::table('shops')->where('name', 'not like', '_')->count() === 0",
    ),
  ],
  [
    'alternatives',
    "DB::table('shops')->where('name', 'a')->where('size', 99)->orWhere('name', 'b')->update(['state' => 'x']); " +
      asks(
        "DB::table('shops')->where(fn ($q) => $q->where('name', 'a')->orWhere('size', 3))->where('state', 'x')->value('name') === 'b' && DB::table('shops')->where('name', 'a')->orWhereBetween('size', [2, 4])->count() === 2",
      ),
  ],
  [
    'one row after another',
    asks("DB::table('shops')->orderBy('name')->skip(1)->first()->name === 'b'") +
      " DB::table('shops')->orderBy('id')->limit(1)->update(['size' => 9]);",
  ],
  [
    'a subquery to compare with',
    "DB::table('goods')->where('shop_id', '=', function ($query) { $query->select('id')->from('shops')->where('name', 'a')->limit(1); })->delete();",
  ],
  [
    'how many rows of a relation there are',
    "App\\Shop::has('goods', '>', 1)->update(['size' => 1]); App\\Shop::whereHas('goods', fn ($q) => $q->where('price', '>', 3), '>=', 2)->orHas('goods', '<', 1)->update(['state' => 'none']); App\\Shop::doesntHave('goods')->update(['size' => 2]); " +
      asks("DB::table('shops')->where('state', 'none')->where('size', 2)->count() === 2"),
  ],
  [
    'rows of one of several models',
    "Schema::table('goods', fn ($table) => $table->nullableMorphs('owner')); App\\Good::whereHasMorph('owner', [App\\Shop::class], fn ($q) => $q->where('size', 3))->delete(); App\\Good::where('price', 1)->orWhereDoesntHaveMorph('owner', [App\\Shop::class])->delete();",
  ],
  ['rows that belong to an object', "App\\Good::whereBelongsTo(App\\Shop::first())->update(['price' => 2]);"],
  [
    'not, any, all and none',
    "DB::table('shops')->whereNot('name', 'a')->update(['size' => 1]); DB::table('shops')->whereAny(['name', 'state'], 'like', 'b%')->update(['size' => 1]); DB::table('shops')->whereAll(['name', 'state'], '!=', 'b')->update(['size' => 1]); DB::table('shops')->whereNone(['name', 'state'], 'b')->update(['size' => 1]); DB::table('shops')->whereLike('name', 'b%')->orWhereNotLike('name', 'c', true)->update(['size' => 1]);",
    11,
  ],
  [
    'sums, averages and what is there',
    asks(
      "DB::table('shops')->sum('size') === '8' && DB::table('shops')->where('id', 9)->sum('size') === 0 && DB::table('shops')->avg('size') === '4.0000' && DB::table('goods')->avg('price') === null",
    ),
  ],
  [
    'rows that are alike',
    "DB::table('shops')->insert([['name' => 'c', 'state' => 'old'], ['name' => 'd', 'state' => 'NEW']]); foreach (DB::table('shops')->distinct()->orderBy('state')->pluck('state') as $state) { DB::table('goods')->insert(['name' => $state]); } " +
      asks(
        "DB::table('goods')->count() === 2 && DB::table('goods')->count('shop_id') === 0 && DB::table('shops')->distinct()->count('state') === 2",
      ),
  ],
  [
    "an enum's cases by reflection",
    'Schema::create("things", fn ($table) => $table->enum("state", array_map(fn ($case) => $case->getBackingValue(), (new \\ReflectionEnum(App\\ShopState::class))->getCases())));',
    10,
  ],
  [
    'a class that is not there',
    "Schema::create('things', fn ($table) => $table->id()); App\\Nothing::query()->delete();",
  ],
  [
    'blank() of a collection',
    "if (blank(collect()) && filled(collect([0]))) { Schema::create('things', fn ($table) => $table->id()); }",
  ],
  [
    'a reflection',
    'Schema::create((new \\ReflectionClass(App\\ShopState::class))->getShortName(), fn ($table) => $table->id());',
    10,
  ],
  [
    'a trigger made twice',
    "DB::unprepared('create trigger shops_bi before insert on shops for each row set new.size = 1'); DB::unprepared('create trigger shops_bi before update on shops for each row set new.size = 1');",
  ],
];

/** Snippets about rows, and what is asked of them. */
export const querySnippets: readonly Snippet[] = CASES.map(([name, up, since]) => ({
  name: `query: ${name}`,
  ...(since !== undefined && { since }),
  files,
  before: BEFORE,
  up,
}));
