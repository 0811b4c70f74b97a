import assert from 'node:assert/strict';
import { openApplication } from '../../../src/core/laravel/application';
import { filesOf } from '../../../src/core/laravel/files';
import { listMigrations } from '../../../src/core/laravel/migrations';
import { parseServer } from '../../../src/core/schema/profiles';
import { runSnippet } from './runSnippet';

const provider = (body: string, uses = '') => ({
  'app/Providers/AppServiceProvider.php': `<?php
namespace App\\Providers;
use Illuminate\\Database\\Schema\\{Blueprint, Builder};
use Illuminate\\Support\\Facades\\{Config, File, Schema};
use Illuminate\\Support\\ServiceProvider;
${uses}
class AppServiceProvider extends ServiceProvider { ${body} }`,
});

const sent = (files: Record<string, string>, up: string, laravel = '11.57.1') =>
  runSnippet(
    { name: '', files, up },
    { laravel, driver: 'mysql', server: parseServer('mariadb-10.11', 'laravel') },
  );

const listed = (files: Record<string, string>) =>
  listMigrations(openApplication(filesOf(files), { laravel: '11.57.1' })).map(({ file }) => file);

const CREATE = "Schema::create('a', function (Blueprint $table) { $table->string('x'); });";
const LONG = "default character set utf8mb4 collate 'utf8mb4_unicode_ci'";

describe('service providers are booted as Laravel boots them', () => {
  it('with the condition that holds', () => {
    const files = provider(`public function boot() {
      if ($this->app->environment('production')) Schema::defaultStringLength(100);
      else Schema::defaultStringLength(191);
    }`);
    assert.deepEqual(sent({ ...files }, CREATE).sql, [
      'create table `a` (`x` varchar(100) not null) '.concat(LONG),
    ]);
  });

  it('with methods of their own and the settings of the application', () => {
    const files = {
      ...provider(`const KEY = 'ulid';
        public function boot(): void { $this->configureDatabase(); }
        private function configureDatabase() { Builder::defaultMorphKeyType(self::KEY); Builder::defaultStringLength(config('schema.length')); }`),
      'config/schema.php': '<?php return ["length" => 80];',
    };
    const up = "Schema::create('a', fn (Blueprint $table) => $table->morphs('x'));";
    assert.match(sent(files, up).sql[0] ?? '', /`x_type` varchar\(80\) not null, `x_id` char\(26\) not null/);
  });

  it('where a run can not be followed, the calls in the text count', () => {
    const files = provider(
      'public function boot() { if (now()->year > 2020) { Schema::defaultStringLength(77); } }',
    );
    assert.match(sent(files, CREATE).sql[0] ?? '', /varchar\(77\)/);
  });

  it('settings that a provider changes or merges hold for migrations, connections included', () => {
    const files = {
      ...provider(`public function register() {
        $this->mergeConfigFrom(__DIR__.'/../../package.php', 'package');
        config(['database.connections.reports' => ['prefix' => 'r_'] + config('database.connections.mysql')]);
      }`),
      'package.php': "<?php return ['table' => 'a'];",
    };
    const up = "Schema::connection('reports')->create(config('package.table'), fn ($table) => $table->id());";
    assert.match(sent(files, up).sql[0] ?? '', /^create table `r_a`/);
  });

  it('folders of migrations are found by loops, globs and further providers', () => {
    const files = {
      ...provider(`
        public function register() { $this->app->register('Modules\\Crm\\CrmProvider'); }
        public function boot() { foreach (glob(base_path('domain/*/Migrations')) as $folder) $this->loadMigrationsFrom($folder); }`),
      'composer.json': '{"autoload": {"psr-4": {"App\\\\": "app/", "Modules\\\\": "modules/"}}}',
      'modules/Crm/CrmProvider.php': `<?php namespace Modules\\Crm;
        class CrmProvider extends Base { }`,
      'modules/Crm/Base.php': `<?php namespace Modules\\Crm;
        abstract class Base extends \\Illuminate\\Support\\ServiceProvider {
          public function boot() { if ($this->app->runningInConsole()) $this->loadMigrationsFrom([__DIR__.'/migrations']); }
        }`,
      'modules/Crm/migrations/2024_01_02_000000_b.php': '<?php',
      'domain/Sales/Migrations/2024_01_01_000000_a.php': '<?php',
    };
    assert.deepEqual(listed(files), [
      'domain/Sales/Migrations/2024_01_01_000000_a.php',
      'modules/Crm/migrations/2024_01_02_000000_b.php',
    ]);
  });

  it('a package in a folder of the application is discovered', () => {
    const files = {
      'composer.json':
        '{"require": {"acme/ledger": "*"}, "repositories": [{"type": "path", "url": "./packages/*"}]}',
      'packages/ledger/composer.json':
        '{"name": "acme/ledger", "autoload": {"psr-4": {"Acme\\\\": "src"}}, "extra": {"laravel": {"providers": ["Acme\\\\Provider"]}}}',
      'packages/ledger/src/Provider.php': `<?php namespace Acme;
        class Provider extends \\Illuminate\\Support\\ServiceProvider {
          public function boot() { $this->loadMigrationsFrom(__DIR__.'/../migrations'); }
        }`,
      'packages/ledger/migrations/2024_01_01_000000_a.php': '<?php',
    };
    assert.deepEqual(listed(files), ['packages/ledger/migrations/2024_01_01_000000_a.php']);
  });
});

describe('macros of service providers', () => {
  it('take named arguments', () => {
    const files = provider(`public function boot() {
      Blueprint::macro('audit', function (bool $who = false, bool $when = false) { $when && $this->timestamp('at'); $who && $this->string('by'); });
    }`);
    assert.match(
      sent(files, "Schema::create('a', fn (Blueprint $table) => $table->audit(when: true));").sql[0] ?? '',
      /\(`at` timestamp not null\)/,
    );
  });

  it('are found where they are registered on the facade DB', () => {
    const files = provider(
      'public function boot() { DB::macro("dropIfThere", function (string $table) { Schema::dropIfExists($table); }); }',
      'use Illuminate\\Support\\Facades\\DB;',
    );
    assert.deepEqual(sent(files, "DB::dropIfThere('a');").sql, ['drop table if exists `a`']);
  });

  it('come from the methods of a mixin', () => {
    const files = {
      ...provider('public function boot() { Blueprint::mixin(new \\App\\Mixin); }'),
      'app/Mixin.php': `<?php namespace App;
        class Mixin { public function slug() { return fn (string $name = 'slug') => $this->string($name, 60)->unique(); } }`,
    };
    assert.equal(sent(files, "Schema::create('a', fn (Blueprint $table) => $table->slug());").sql.length, 2);
  });

  it('of columns change the column, from Laravel 11 on', () => {
    const files = provider(
      'public function boot() { \\Illuminate\\Database\\Schema\\ColumnDefinition::macro("optional", fn () => $this->nullable()); }',
    );
    const up = "Schema::create('a', fn (Blueprint $table) => $table->string('x')->optional());";
    assert.match(sent(files, up).sql[0] ?? '', /`x` varchar\(255\) null/);
    assert.match(sent(files, up, '10.48').sql[0] ?? '', /`x` varchar\(255\) not null/);
  });

  it('a Blueprint of the application takes the place of Laravel’s', () => {
    const blueprint = {
      'app/TenantBlueprint.php': `<?php namespace App;
        class TenantBlueprint extends \\Illuminate\\Database\\Schema\\Blueprint { public function tenant() { $this->integer('tenant_id'); } }`,
    };
    const up = "Schema::create('a', fn ($table) => $table->tenant());";
    const bound = provider(
      'public function register() { $this->app->bind(Blueprint::class, \\App\\TenantBlueprint::class); }',
    );
    const resolved = provider(
      'public function boot() { Schema::blueprintResolver(fn (...$args) => new \\App\\TenantBlueprint(...$args)); }',
    );
    assert.match(sent({ ...bound, ...blueprint }, up).sql[0] ?? '', /`tenant_id` int not null/);
    assert.match(sent({ ...resolved, ...blueprint }, up).sql[0] ?? '', /`tenant_id` int not null/);
  });
});
