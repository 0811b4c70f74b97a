import assert from 'node:assert/strict';
import { openApplication } from '../../../src/core/laravel/application';
import { evaluate, freshWorld } from '../../../src/core/laravel/evaluate';
import { filesOf } from '../../../src/core/laravel/files';
import { parseServer } from '../../../src/core/schema/profiles';
import { runSnippet } from './runSnippet';
import type { Snippet } from './snippets';

/** Migrations that reach into the application's own code: the statements that reach the server, and how it ends. */
interface Case extends Snippet {
  readonly sends: readonly string[];
  readonly ends: string | null;
}

const TEAMS = `Schema::create('teams', function (Blueprint $table) {
  $table->id(); $table->string('name'); $table->timestamps();
});`;

const model = (body: string, uses = '') => ({
  'app/Models/Team.php': `<?php
namespace App\\Models;
use Illuminate\\Database\\Eloquent\\Model;
${uses}
class Team extends Model { ${body} }`,
});

const cases: readonly Case[] = [
  {
    name: 'a model saves its attributes, not its properties',
    before: TEAMS,
    files: model("public $rules = ['name' => 'required']; protected $guarded = [];"),
    up: "$team = new \\App\\Models\\Team(); $team->name = 'a'; $team->save();",
    sends: ['insert into `teams` (`name`, `updated_at`, `created_at`) values (?, ?, ?)'],
    ends: null,
  },
  {
    name: 'a new model with a key is inserted',
    before: TEAMS,
    files: model(''),
    up: "$team = new \\App\\Models\\Team(); $team->id = 63; $team->name = 'a'; $team->save();",
    sends: ['insert into `teams` (`id`, `name`, `updated_at`, `created_at`) values (?, ?, ?, ?)'],
    ends: null,
  },
  {
    name: 'a model that was found is updated, and only what has changed',
    before: `${TEAMS} DB::table('teams')->insert(['id' => 1, 'name' => 'a']);`,
    files: model('public $timestamps = false;'),
    up: "$team = \\App\\Models\\Team::find(1); $team->save(); $team->name = 'b'; $team->save();",
    sends: ['update `teams` set `name` = ? where `id` = ?'],
    ends: null,
  },
  {
    name: 'create() drops what is not fillable',
    before: TEAMS,
    files: model("protected $fillable = ['name'];"),
    up: "\\App\\Models\\Team::create(['name' => 'a', 'colour' => 'red']);",
    sends: ['insert into `teams` (`name`, `updated_at`, `created_at`) values (?, ?, ?)'],
    ends: null,
  },
  {
    name: 'create() refuses where nothing is fillable',
    before: TEAMS,
    files: model(''),
    up: "\\App\\Models\\Team::create(['name' => 'a']);",
    sends: [],
    ends: 'Illuminate\\Database\\Eloquent\\MassAssignmentException: Add [name] to fillable property to allow mass assignment on [App\\Models\\Team].',
  },
  {
    name: 'unguarded models take everything',
    before: TEAMS,
    files: model('public $timestamps = false;'),
    up: "\\App\\Models\\Team::unguard(); \\App\\Models\\Team::create(['colour' => 'red']);",
    sends: ['insert into `teams` (`colour`) values (?)'],
    ends: "1054 Unknown column 'colour' in 'INSERT INTO'",
  },
  {
    name: 'a model makes its own keys',
    before:
      "Schema::create('teams', function (Blueprint $table) { $table->uuid('id')->primary(); $table->string('name'); });",
    files: model(
      'use HasUuids; public $timestamps = false; protected $guarded = [];',
      'use Illuminate\\Database\\Eloquent\\Concerns\\HasUuids;',
    ),
    up: "\\App\\Models\\Team::create(['name' => 'a']);",
    sends: ['insert into `teams` (`name`, `id`) values (?, ?)'],
    ends: null,
  },
  {
    name: 'a service gets what its constructor asks for',
    before: TEAMS,
    files: {
      'app/Names.php': "<?php namespace App; class Names { public function first() { return 'first'; } }",
      'app/Filler.php': `<?php namespace App; class Filler {
        public function __construct(private Names $names, private string $prefix = 'the ') {}
        public function name() { return $this->prefix . $this->names->first(); }
      }`,
    },
    up: "Schema::rename('teams', app(\\App\\Filler::class)->name());",
    sends: ['rename table `teams` to `the first`'],
    ends: null,
  },
  {
    name: 'the key of a new row is true',
    before: TEAMS,
    up: "$id = DB::table('teams')->insertGetId(['name' => 'a']); if (! $id) { Schema::drop('teams'); }",
    sends: ['insert into `teams` (`name`) values (?)'],
    ends: null,
  },
  {
    name: "a table that no migration makes may be a package's",
    before: TEAMS,
    files: {
      'composer.lock': JSON.stringify({
        packages: [
          { name: 'acme/media', version: '1.0', extra: { laravel: { providers: ['Acme\\Provider'] } } },
        ],
      }),
    },
    up: `Schema::table('media', fn ($table) => $table->softDeletes());
      Schema::create('files', fn ($table) => $table->foreignId('media_id')->constrained());
      Schema::drop('teams');`,
    sends: [
      'alter table `media` add `deleted_at` timestamp null',
      "create table `files` (`media_id` bigint unsigned not null) default character set utf8mb4 collate 'utf8mb4_unicode_ci'",
      'alter table `files` add constraint `files_media_id_foreign` foreign key (`media_id`) references `media` (`id`)',
      'drop table `teams`',
    ],
    ends: 'unknown: whether media exists: no migration of the application makes it, but acme/media may',
  },
  {
    name: 'a table that no migration makes is missing where all packages are known to bring none',
    files: {
      'composer.lock': JSON.stringify({
        packages: [
          { name: 'nesbot/carbon', version: '3.0', extra: { laravel: { providers: ['Carbon\\Provider'] } } },
        ],
      }),
    },
    up: "Schema::table('media', fn ($table) => $table->softDeletes());",
    sends: ['alter table `media` add `deleted_at` timestamp null'],
    ends: "1146 Table 'laravel.media' doesn't exist",
  },
  {
    name: "a table of the squashed dump is no package's",
    files: {
      'composer.lock': JSON.stringify({
        packages: [
          { name: 'acme/media', version: '1.0', extra: { laravel: { providers: ['Acme\\Provider'] } } },
        ],
      }),
      'database/schema/mysql-schema.sql': 'CREATE TABLE `media` (`id` int);',
    },
    up: "Schema::table('media', fn ($table) => $table->softDeletes());",
    sends: ['alter table `media` add `deleted_at` timestamp null'],
    ends: "1146 Table 'laravel.media' doesn't exist",
  },
  {
    name: 'an exception object is thrown as it is',
    up: "throw_if(true, new \\LogicException('no settings'));",
    sends: [],
    ends: 'LogicException: no settings',
  },
  {
    name: 'classes and settings of an installed package are read',
    before: TEAMS,
    files: {
      'composer.lock': JSON.stringify({
        packages: [
          {
            name: 'acme/names',
            version: '1.0',
            autoload: { 'psr-4': { 'Acme\\Names\\': 'src/' } },
            extra: { laravel: { providers: ['Acme\\Names\\Provider'] } },
          },
        ],
      }),
      'config/names.php': "<?php return ['teams' => 'groups'];",
      'vendor/acme/names/config/names.php': "<?php return ['teams' => 'sets', 'suffix' => 's'];",
      'vendor/acme/names/src/Names.php': `<?php namespace Acme\\Names; class Names {
        public static function teams() { return config('names.teams') . config('names.suffix'); }
      }`,
    },
    up: "Schema::rename('teams', \\Acme\\Names\\Names::teams());",
    sends: ['rename table `teams` to `groupss`'],
    ends: null,
  },
  {
    name: 'a setting that a package that is not installed may have is not known',
    files: {
      'composer.lock': JSON.stringify({
        packages: [
          {
            name: 'acme/laravel-names',
            version: '1.0',
            extra: { laravel: { providers: ['Acme\\Provider'] } },
          },
        ],
      }),
      'config/names.php': "<?php return ['teams' => 'groups'];",
    },
    up: "throw_if(config('names.users') === null, new \\LogicException('no settings')); Schema::create(config('names.teams'), fn ($table) => $table->id());",
    sends: [
      "create table `groups` (`id` bigint unsigned not null auto_increment primary key) default character set utf8mb4 collate 'utf8mb4_unicode_ci'",
    ],
    ends: 'unknown: whether it succeeds depends on something that is not known: names.users is a setting of acme/laravel-names',
  },
  {
    name: 'configuration may name constants of PDO',
    files: {
      'config/names.php':
        "<?php return ['teams' => 'groups', 'o' => [PDO::FETCH_CLASS, PDO::MYSQL_ATTR_SSL_CIPHER => 1, \\Pdo\\Mysql::ATTR_SSL_CA => 2]];",
    },
    up: "Schema::drop(config('names.teams') . PDO::MYSQL_ATTR_SSL_CIPHER . \\Pdo\\Mysql::ATTR_SSL_CA);",
    sends: ['drop table `groups10111009`'],
    ends: "1051 Unknown table 'laravel.groups10111009'",
  },
  {
    name: 'configuration is where the application keeps it',
    before: TEAMS,
    files: {
      'bootstrap/app.php': '<?php $app = new \\App\\Application(dirname(__DIR__)); return $app;',
      'app/Application.php': `<?php namespace App; class Application extends \\Illuminate\\Foundation\\Application {
        public function configPath($path = '') { return $this->basePath . DIRECTORY_SEPARATOR . 'app/Config'; }
      }`,
      'app/Config/names.php': "<?php return ['teams' => 'groups'];",
    },
    up: "Schema::rename('teams', config('names.teams'));",
    sends: ['rename table `teams` to `groups`'],
    ends: null,
  },
  {
    name: 'several statements in one text go one after the other',
    up: 'DB::unprepared("create table a (id int);\n create table b (id int); bogus; create table c (id int);");',
    sends: ['create table a (id int)', 'create table b (id int)', 'bogus'],
    ends: "1064 You have an error in your SQL syntax; check the manual that corresponds to your MariaDB server version for the right syntax to use near 'bogus' at line 1",
  },
  {
    name: 'the body of a routine is one statement',
    up: "DB::unprepared('create procedure p() begin select 1; select 2; end');",
    sends: ['create procedure p() begin select 1; select 2; end'],
    ends: null,
  },
  {
    name: 'a callback with another default connection',
    up: "DB::usingConnection('mysql', fn () => Schema::drop('a'));",
    sends: ['drop table `a`'],
    ends: "1051 Unknown table 'laravel.a'",
  },
  {
    name: 'the version is a constant of the application',
    up: "Schema::drop('v' . \\Illuminate\\Foundation\\Application::VERSION);",
    sends: ['drop table `v11`.`57`.`1`'],
    ends: "1064 You have an error in your SQL syntax; check the manual that corresponds to your MariaDB server version for the right syntax to use near '.`1`' at line 1",
  },
  {
    name: 'files of the application are read',
    before: TEAMS,
    files: {
      'database/data/teams.json': '[{"name": "a"}]',
      'database/sql/1.sql': 'create view v as select 1 as one',
    },
    up: `foreach (\\File::files(database_path('sql')) as $file) { DB::unprepared($file->getContents()); }
         if (\\File::exists(database_path('data/teams.json'))) DB::table('teams')->insert(\\File::json(database_path('data/teams.json')));
         foreach (\\File::directories(database_path()) as $folder) Schema::create(basename($folder), fn ($table) => $table->id());`,
    sends: [
      'create view v as select 1 as one',
      'insert into `teams` (`name`) values (?)',
      "create table `data` (`id` bigint unsigned not null auto_increment primary key) default character set utf8mb4 collate 'utf8mb4_unicode_ci'",
      "create table `sql` (`id` bigint unsigned not null auto_increment primary key) default character set utf8mb4 collate 'utf8mb4_unicode_ci'",
    ],
    ends: null,
  },
  {
    name: 'logger() without a message is the logger',
    up: "logger()->warning('x'); Schema::drop('a');",
    sends: ['drop table `a`'],
    ends: "1051 Unknown table 'laravel.a'",
  },
  {
    name: 'a seeder runs by its name',
    before: TEAMS,
    files: {
      'composer.json': '{"autoload": {"psr-4": {"Database\\\\Seeders\\\\": "database/seeders/"}}}',
      'database/seeders/TeamSeeder.php': `<?php namespace Database\\Seeders;
        class TeamSeeder extends \\Illuminate\\Database\\Seeder { public function run() { \\DB::table('teams')->insert(['name' => 'a']); } }`,
    },
    up: "\\Illuminate\\Support\\Facades\\Artisan::call('db:seed', ['--class' => 'TeamSeeder', '--force' => true]);",
    sends: ['insert into `teams` (`name`) values (?)'],
    ends: null,
  },
  {
    name: 'one of its own commands, with what it was called with',
    before: `${TEAMS} DB::table('teams')->insert([['id' => 1, 'name' => 'a'], ['id' => 2, 'name' => 'b']]);`,
    files: {
      ...model('public $timestamps = false; protected $guarded = [];'),
      'app/Console/Commands/Teams/Rename.php': `<?php namespace App\\Console\\Commands\\Teams;
        use App\\Models\\Team; use Illuminate\\Console\\Command;
        class Rename extends Command {
          protected $signature = 'teams:rename {from : the old name} {to=c} {--dry-run : look only} {--suffix= : more}';
          public function __construct(private \\App\\Names $names) { parent::__construct(); }
          public function handle(): int {
            $this->info('Renaming'); $bar = $this->output->createProgressBar(2); $bar->start();
            if ($this->option('dry-run')) return self::FAILURE;
            Team::where('name', $this->argument('from'))->each(function ($team) use ($bar) {
              $team->update(['name' => $this->argument('to') . $this->option('suffix') . $this->names->end()]); $bar->advance();
            });
            return self::SUCCESS;
          } }`,
      'app/Names.php': `<?php namespace App; class Names { public function end() { return '!'; } }`,
    },
    up: `if (Artisan::call('teams:rename', ['from' => 'a', '--suffix' => 'x']) !== 0) throw new \\Exception('no');
      if (! DB::table('teams')->where('name', 'cx!')->exists()) throw new \\Exception('nothing renamed');
      Artisan::call('teams:rename', ['from' => 'nobody']);`,
    sends: ['update `teams` set `name` = ? where `id` = ?'],
    ends: null,
  },
  {
    name: 'one of its own commands whose course is not certain: nothing of it, and rows may be others',
    before: TEAMS,
    files: {
      'app/Console/Commands/Fill.php': `<?php
namespace App\\Console\\Commands;
class Fill extends \\Illuminate\\Console\\Command {
  protected $signature = 'teams:fill';
  public function handle() {
    \\DB::table('teams')->insert(['name' => 'a']);
    if (\\Illuminate\\Support\\Facades\\Http::get('teams.example')->ok()) \\DB::table('teams')->insert(['name' => 'b']);
  } }`,
    },
    up: `Artisan::call('teams:fill'); Schema::table('teams', fn ($table) => $table->dropColumn('name'));`,
    sends: ['alter table `teams` drop `name`'],
    ends: null,
  },
  {
    name: "Fortify's features and their options, as its configuration says",
    before: TEAMS,
    files: {
      'config/fortify.php': `<?php use Laravel\\Fortify\\Features; return ['features' => [
        Features::registration(), Features::twoFactorAuthentication(['confirm' => true]) ]];`,
    },
    up: `config(['fortify.guard' => 'web']);
      if (Laravel\\Fortify\\Fortify::confirmsTwoFactorAuthentication()) Schema::table('teams', fn ($table) => $table->timestamp('confirmed_at')->nullable());
      if (Laravel\\Fortify\\Features::enabled('email-verification')) Schema::drop('teams');
      if (Laravel\\Fortify\\Features::optionEnabled('two-factor-authentication', 'confirmPassword')) Schema::drop('teams');`,
    sends: ['alter table `teams` add `confirmed_at` timestamp null'],
    ends: null,
  },
  {
    name: 'a setting that a package surely does not bring',
    before: TEAMS,
    files: {
      'composer.json': '{"require": {"laravel/framework": "^11.0", "spatie/laravel-permission": "^6.0"}}',
      'config/permission.php': "<?php return ['teams' => false];",
    },
    up: "if (config('permission.teams') || config('permission.testing')) Schema::drop('teams'); else Schema::table('teams', fn ($table) => $table->dropColumn('name'));",
    sends: ['alter table `teams` drop `name`'],
    ends: null,
  },
  {
    name: 'a model whose events give what the server asks for',
    before: TEAMS,
    files: model(
      'protected $guarded = []; protected static function booted() { static::creating(fn ($team) => $team->name = strtolower($team->title)); }',
    ),
    up: "\\App\\Models\\Team::create(['created_at' => null]);",
    sends: ['insert into `teams` (`created_at`, `name`, `updated_at`) values (?, ?, ?)'],
    ends: null,
  },
  {
    name: 'a model whose events may give what the server asks for, or not',
    before: TEAMS,
    files: model(
      "protected $guarded = []; protected $dispatchesEvents = ['creating' => \\App\\Events\\TeamCreating::class];",
    ),
    up: "\\App\\Models\\Team::create(['created_at' => null]);",
    sends: ['insert into `teams` (?) values (?)'],
    ends: 'unknown: what App\\Models\\Team does when it is saved',
  },
  {
    name: 'an expression for an index is taken for its text',
    before: TEAMS,
    up: "Schema::table('teams', fn ($table) => $table->index(DB::raw('name')));",
    sends: ['alter table `teams` add index `teams_name_index`(`name`)'],
    ends: null,
  },
  {
    name: 'settings that no file and no package has are not there',
    files: { 'composer.json': '{"require": {"php": "^8.2", "laravel/framework": "^11.0"}}' },
    up: "Schema::drop(config('shop.table', 'goods'));",
    sends: ['drop table `goods`'],
    ends: "1051 Unknown table 'laravel.goods'",
  },
];

describe('a file that PHP can not load twice', () => {
  it('fails where it gives an anonymous class, which the Migrator loads twice', () => {
    const app = openApplication(filesOf({}), { laravel: '11.57.1' });
    const world = freshWorld(app, parseServer('mariadb-10.11'));
    const text = (start: string) => `<?php class Names { const A = 'a'; }
      ${start} extends Illuminate\\Database\\Migrations\\Migration { public function up() { Schema::create(Names::A, fn ($t) => $t->id()); } };`;
    const outcomes = ['return new class', 'class CreateA'].map(
      (start) =>
        evaluate(app, { name: '2024_01_01_000000_create_a', file: 'a.php', text: text(start) }, 'up', world)
          .outcome,
    );
    assert.deepEqual(
      outcomes.map((outcome) => ('message' in outcome ? outcome.message : outcome.kind)),
      ['Cannot declare class Names, because the name is already in use', 'done'],
    );
  });
});

describe('doctrine/dbal refuses a table that is not there', () => {
  const ends = (laravel: string) =>
    runSnippet(
      { name: '', up: "Schema::table('a', fn ($table) => $table->renameColumn('x', 'y'));" },
      { laravel, driver: 'mysql', server: parseServer('mariadb-10.11'), doctrine: true },
    ).end;
  it('on Laravel 8', () =>
    assert.equal(
      ends('8.83'),
      'Doctrine\\DBAL\\Schema\\Exception\\ColumnDoesNotExist: There is no column with name "x" on table "a".',
    ));
  it('on Laravel 10, without the native rename', () =>
    assert.equal(
      ends('10.48'),
      'Doctrine\\DBAL\\Schema\\Exception\\TableDoesNotExist: There is no table with name "a" in the schema.',
    ));
});

describe("a migration that uses the application's code", () => {
  const setting = { laravel: '11.57.1', driver: 'mysql', server: parseServer('mariadb-10.11') } as const;
  for (const { sends, ends, ...snippet } of cases)
    it(snippet.name, () => assert.deepEqual(runSnippet(snippet, setting), { sql: sends, end: ends }));
});
