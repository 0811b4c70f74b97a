import assert from 'node:assert/strict';
import { openApplication } from '../../../src/core/laravel/application';
import { filesOf } from '../../../src/core/laravel/files';
import { listMigrations } from '../../../src/core/laravel/migrations';

const provider = (name: string) => `<?php
namespace Modules\\${name}\\Providers;
class ${name}ServiceProvider extends \\Illuminate\\Support\\ServiceProvider {
    public function boot(): void { $this->loadMigrationsFrom(module_path('${name.toLowerCase()}', 'database/migrations')); }
}`;
const moduleFiles = (name: string) => ({
  [`Modules/${name}/module.json`]: JSON.stringify({
    name,
    providers: [`Modules\\${name}\\Providers\\${name}ServiceProvider`],
  }),
  [`Modules/${name}/composer.json`]: JSON.stringify({
    autoload: { 'psr-4': { [`Modules\\${name}\\`]: 'app/' } },
  }),
  [`Modules/${name}/app/Providers/${name}ServiceProvider.php`]: provider(name),
  [`Modules/${name}/database/migrations/2020_01_01_000000_create_${name.toLowerCase()}.php`]: '<?php',
});

describe('modules with service providers of their own', () => {
  const bare = { ...moduleFiles('Blog'), ...moduleFiles('Shop') };
  const all = { ...bare, 'composer.json': '{"require": {"nwidart/laravel-modules": "^11"}}' };
  const names = (files: Record<string, string>) =>
    listMigrations(openApplication(filesOf(files), { laravel: '11.57.1' })).map(({ name }) => name.slice(18));
  it('bring their migrations', () => assert.deepEqual(names(all), ['create_blog', 'create_shop']));
  it('but not without the package that looks for them', () => assert.deepEqual(names(bare), []));
  it('but not where they are switched off', () =>
    assert.deepEqual(names({ ...all, 'modules_statuses.json': '{"Blog": true, "Shop": false}' }), [
      'create_blog',
    ]));
});
