import assert from 'node:assert/strict';
import { parseServer } from '../../../src/core/schema/profiles';
import { runSnippet } from './runSnippet';

const server = parseServer('mariadb-10.11', 'app');
const COMPOSER = {
  'composer.json': JSON.stringify({
    require: { php: '^8.1', 'laravel/framework': '*' },
    autoload: { 'psr-4': { 'App\\': 'app/' }, files: ['app/helpers.php'] },
  }),
  'app/helpers.php': "<?php\nfunction table_name($x) { return 'named_' . $x; }\n",
  'app/Made.php': `<?php namespace App;
    class Made { static function up() { \\Schema::create(table_name('m'), fn ($t) => $t->id()); } }`,
  'app/Shop.php': '<?php namespace App; class Shop extends \\Illuminate\\Database\\Eloquent\\Model { }',
  'app/Cast.php': `<?php namespace App;
    use Illuminate\\Database\\Eloquent\\Casts\\Attribute;
    class Cast extends \\Illuminate\\Database\\Eloquent\\Model {
      protected function name(): Attribute { return Attribute::make(get: fn () => 'x'); }
    }`,
};

const BEFORE =
  "Schema::create('shops', function ($t) { $t->id(); $t->string('name')->default('a'); $t->timestamps(); });";

function end(up: string, laravel: string, files: Readonly<Record<string, string>> = COMPOSER): string | null {
  return runSnippet({ name: '', before: BEFORE, up, files }, { laravel, driver: 'mysql', server }).end;
}

const UNDEFINED = (name: string) => `Error: Call to undefined function ${name}()`;
const NO_METHOD = (name: string) => `BadMethodCallException: Method ${name} does not exist.`;
const NOT_CALLED = (name: string) => `BadMethodCallException: Call to undefined method ${name}()`;

// What Laravel 8.83 and 12.72 have said.
const ends: readonly (readonly [laravel: string, up: string, end: string | null])[] = [
  ['12.72', 'some_unknown_helper();', UNDEFINED('some_unknown_helper')],
  ['12.72', "try { some_unknown_helper(); } catch (\\Error $e) { Schema::drop('shops'); }", null],
  ['12.72', "if (function_exists('some_unknown_helper')) { Schema::drop('nothing'); }", null],
  ['12.72', "str_slug('A b');", UNDEFINED('str_slug')],
  ['12.72', 'table_name(1); App\\Made::up();', null],
  ['12.72', 'image_type_to_extension(1); pg_connect(""); mb_ereg("a", "b");', null],
  ['12.72', "str('a'); Str::ulid(); fluent([]); Illuminate\\Support\\Arr::map([], 'trim');", null],
  ['8.83', "str('a');", UNDEFINED('str')],
  ['8.83', "if (function_exists('str')) { Schema::drop('nothing'); }", null],
  ['12.72', "if (! function_exists('str')) { Schema::drop('nothing'); }", null],
  ['8.83', 'Str::ulid();', NO_METHOD('Illuminate\\Support\\Str::ulid')],
  ['9.30.1', 'Str::ulid();', null],
  ['8.83', "Str::macro('squish', fn ($x) => null); Str::squish('a');", null],
  ['8.83', "Illuminate\\Support\\Arr::map([], 'trim');", NO_METHOD('Illuminate\\Support\\Arr::map')],
  ['8.83', "collect()->value('a');", NO_METHOD('Illuminate\\Support\\Collection::value')],
  [
    '8.83',
    '(new App\\Cast)->name;',
    'Error: Call to undefined method Illuminate\\Database\\Eloquent\\Casts\\Attribute::make()',
  ],
  ['12.72', '(new App\\Cast)->name;', null],
  [
    '8.83',
    "DB::table('shops')->firstOrFail();",
    NOT_CALLED('Illuminate\\Database\\Query\\Builder::firstOrFail'),
  ],
  ['8.83', 'App\\Shop::withoutTimestamps(fn () => 1);', NOT_CALLED('App\\Shop::withoutTimestamps')],
  ['8.83', "App\\Shop::createOrFirst(['id' => 1]);", NOT_CALLED('App\\Shop::createOrFirst')],
  ['8.83', 'App\\Shop::query()->touch();', NOT_CALLED('Illuminate\\Database\\Eloquent\\Builder::touch')],
  [
    '8.83',
    "$s = new App\\Shop; $s->id = 1; $s->save(); $s->touch(); App\\Shop::where('id', 1)->firstOrFail();",
    null,
  ],
];

describe('What not every version of Laravel has', () => {
  for (const [laravel, up, expected] of ends)
    it(`${laravel}: ${up}`, () => assert.equal(end(up, laravel), expected));

  it('counts PHP among it, by the oldest that Laravel runs on', () => {
    const old =
      "PHP_VERSION_ID < 80200 || PHP_MAJOR_VERSION < 8 || version_compare(PHP_VERSION, '8.1', '<') || ! version_compare(phpversion(), '8.2.0', '>=')";
    assert.equal(end(`if (${old}) { Schema::drop('nothing'); }`, '12.72'), null);
    assert.match(end("if (PHP_VERSION_ID < 80300) { Schema::drop('nothing'); }", '12.72') ?? '', /^unknown/);
    assert.match(
      end("if (version_compare(PHP_VERSION, '8.2', '>')) { Schema::drop('nothing'); }", '12.72') ?? '',
      /^unknown/,
    );
  });

  it('is not said of functions that a package may bring', () => {
    const composer = JSON.stringify({ require: { 'laravel/framework': '*', 'acme/things': '^1.0' } });
    assert.equal(end("str_slug('A b');", '12.72', { 'composer.json': composer }), null);
  });

  it('is not said of functions that another file of the application declares', () => {
    const files = { ...COMPOSER, 'bootstrap/more.php': '<?php function loaded_somehow() {}' };
    assert.equal(end('loaded_somehow();', '12.72', files), null);
  });
});

describe('Model::withoutTimestamps()', () => {
  it('runs its callback without the times of the class', () => {
    const up = "App\\Shop::withoutTimestamps(fn () => App\\Shop::query()->update(['name' => 'x']));";
    const sent = runSnippet(
      { name: '', before: BEFORE, up, files: COMPOSER },
      { laravel: '12.72', driver: 'mysql', server },
    );
    assert.deepEqual(sent, { sql: ['update `shops` set `name` = ?'], end: null });
  });
});

describe('findOr() and firstOr()', () => {
  it('call back where there is no row', () => {
    const up =
      "App\\Shop::findOr(9, fn () => Schema::create('a', fn ($t) => $t->id())); App\\Shop::where('id', 1)->firstOr(fn () => Schema::create('b', fn ($t) => $t->id()));";
    const { sql } = runSnippet(
      { name: '', before: BEFORE, up, files: COMPOSER },
      { laravel: '12.72', driver: 'mysql', server },
    );
    assert.deepEqual(
      sql.map((each) => /`(\w+)`/.exec(each)?.[1]),
      ['a', 'b'],
    );
  });
});
