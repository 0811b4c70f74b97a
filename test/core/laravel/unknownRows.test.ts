import assert from 'node:assert/strict';
import { parseServer } from '../../../src/core/schema/profiles';
import { traceOf } from './runSnippet';

const setting = { laravel: '12.72', driver: 'mysql', server: parseServer('mariadb-10.11', 'app') } as const;
const BEFORE = `
Schema::create('shops', function ($t) { $t->id(); $t->string('name')->nullable(); });
Schema::create('goods', function ($t) { $t->id(); $t->foreignId('shop_id')->nullable(); $t->string('name')->nullable(); });
DB::statement('insert into shops (name) select name from elsewhere.shops');
DB::statement('insert into goods (name) select name from elsewhere.goods');
`;
const MODEL = (name: string, body = '') =>
  `<?php namespace App; class ${name} extends \\Illuminate\\Database\\Eloquent\\Model { public $timestamps = false; protected $guarded = []; ${body} }`;
const files = {
  'app/Shop.php': MODEL('Shop', 'public function goods() { return $this->hasMany(Good::class); }'),
  'app/Good.php': MODEL('Good'),
};

/** The statements that only some of the possible runs send, of rows that nobody knows. */
const cases: readonly (readonly [up: string, sql: readonly string[]])[] = [
  [
    "foreach (App\\Shop::all() as $shop) { $shop->name = 'x'; $shop->save(); }",
    ['update `shops` set `name` = ? where `id` = ?'],
  ],
  [
    "App\\Shop::all()->each(fn ($shop) => $shop->update(['name' => 'x']));",
    ['update `shops` set `name` = ? where `id` = ?'],
  ],
  [
    "App\\Shop::where('id', '>', 3)->get()->filter(fn ($s) => $s->name)->each(function (App\\Shop $s) { $s->delete(); });",
    ['delete from `shops` where `id` = ?'],
  ],
  [
    "App\\Shop::chunk(9, function ($shops) { foreach ($shops as $shop) { $shop->update(['name' => 'x']); } });",
    ['update `shops` set `name` = ? where `id` = ?'],
  ],
  [
    "App\\Shop::query()->each(function ($shop) { $shop->goods()->create(['name' => 'x']); });",
    ['insert into `goods` (`name`, `shop_id`) values (?, ?)'],
  ],
  [
    "foreach (App\\Shop::with('goods')->get() as $shop) { foreach ($shop->goods as $good) { $good->delete(); } }",
    ['delete from `goods` where `id` = ?'],
  ],
  ['if ($shop = App\\Shop::find(7)) { $shop->delete(); }', ['delete from `shops` where `id` = ?']],
  [
    "$shop = App\\Shop::first(); $shop->name = 'x'; $shop->save();",
    ['update `shops` set `name` = ? where `id` = ?'],
  ],
  // What is counted or selected beside the columns is not known either.
  [
    "foreach (App\\Shop::withCount('goods')->get() as $shop) { if ($shop->goods_count > 0) { DB::table('goods')->delete(); } }",
    ['delete from `goods`'],
  ],
  [
    "foreach (App\\Shop::select('name as title')->get() as $shop) { if ($shop->title !== null) { DB::table('goods')->delete(); } }",
    ['delete from `goods`'],
  ],
  [
    "foreach (App\\Shop::join('goods', 'goods.shop_id', '=', 'shops.id')->get() as $shop) { if ($shop->price) { DB::table('goods')->delete(); } }",
    ['delete from `goods`'],
  ],
  [
    "foreach (DB::select('select * from shops') as $shop) { DB::table('goods')->insert(['name' => $shop->name]); }",
    ['insert into `goods` (`name`) values (?)'],
  ],
  [
    "DB::table('goods')->insert(DB::table('shops')->get()->map(fn ($shop) => ['name' => $shop->name])->all());",
    ['insert into `goods` (?) values (?)'],
  ],
];

describe('Rows that nobody knows', () => {
  for (const [up, sql] of cases)
    it(up, () => {
      const { entries, outcome } = traceOf({ name: '', before: BEFORE, up, files }, setting);
      const sent = entries.map(({ statement, uncertain }) => [statement.sql, uncertain]);
      assert.deepEqual([sent, outcome.kind], [sql.map((text) => [text, true]), 'done']);
    });
});
