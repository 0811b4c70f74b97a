import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Laravel } from './laravel';
import { runPhp } from './php';
import { type Ran, type RunOptions, whenDone } from './processes';
import type { TestServer } from './servers';

/** A runnable Laravel application in a folder of its own, on one database of a test server. */
export interface LaravelApp {
  readonly folder: string;
  /** Runs `php artisan …` without colours, questions or line breaks in messages. */
  artisan(args: readonly string[], options?: RunOptions): Promise<Ran>;
  remove(): void;
}

export interface AppOptions {
  readonly server: TestServer;
  /** The name of the database; it must exist. */
  readonly database: string;
  /** Folders or files to copy into the application: path in it → path to copy from. */
  readonly copy?: Readonly<Record<string, string>>;
  /** Files to write: path in the application → text. */
  readonly files?: Readonly<Record<string, string>>;
  /** More lines for .env. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Makes an application around the installed Laravel; artisan works in it at once. */
export function laravelApp(laravel: Laravel, options: AppOptions): LaravelApp {
  const folder = mkdtempSync(join(tmpdir(), 'schema-gap-laravel-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const forget = whenDone(remove);
  for (const path of folders) mkdirSync(join(folder, path), { recursive: true });
  for (const [to, from] of Object.entries(options.copy ?? {})) {
    cpSync(from, join(folder, to), { recursive: true });
  }
  const files = { ...skeleton(laravel), '.env': dotEnv(options), ...options.files };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return {
    folder,
    artisan: (args, run = {}) =>
      runPhp(laravel.php, ['artisan', ...args, '--no-interaction', '--no-ansi'], {
        cwd: folder,
        ...run,
        env: { COLUMNS: '2000', ...run.env },
      }),
    remove() {
      forget();
      remove();
    },
  };
}

const folders = [
  'bootstrap/cache',
  'config',
  'database/migrations',
  'resources/views',
  'routes',
  ...['cache', 'views', 'sessions'].map((name) => `storage/framework/${name}`),
  'storage/logs',
];

function dotEnv({ server, database, env }: AppOptions): string {
  const values = {
    APP_ENV: 'local',
    APP_KEY: `base64:${Buffer.alloc(32, 'k').toString('base64')}`,
    CACHE_STORE: 'array',
    CACHE_DRIVER: 'array',
    QUEUE_CONNECTION: 'sync',
    SESSION_DRIVER: 'array',
    LOG_CHANNEL: 'null',
    DB_CONNECTION: 'mysql',
    DB_HOST: server.host,
    DB_PORT: String(server.port),
    DB_DATABASE: database,
    DB_USERNAME: server.user,
    DB_PASSWORD: server.password,
    ...env,
  };
  return Object.entries(values)
    .map(([name, value]) => `${name}="${value}"\n`)
    .join('');
}

function skeleton({ major, vendor }: Laravel): Readonly<Record<string, string>> {
  const start = `<?php

define('LARAVEL_START', microtime(true));

$loader = require '${vendor}/autoload.php';
$loader->addPsr4('App\\\\', __DIR__ . '/app/');
$loader->addPsr4('Database\\\\Seeders\\\\', __DIR__ . '/database/seeders/');
`;
  const input = `new Symfony\\Component\\Console\\Input\\ArgvInput`;
  const modern = `${start}
$app = Illuminate\\Foundation\\Application::configure(basePath: __DIR__)
    ->withExceptions(fn () => null)
    ->create();

exit($app->handleCommand(${input}));
`;
  if (Number(major) >= 11) return { artisan: modern, 'composer.json': composerJson };
  return {
    artisan: `${start}
$app = new Illuminate\\Foundation\\Application(__DIR__);
$app->singleton(Illuminate\\Contracts\\Console\\Kernel::class, Illuminate\\Foundation\\Console\\Kernel::class);
$app->singleton(
    Illuminate\\Contracts\\Debug\\ExceptionHandler::class,
    Illuminate\\Foundation\\Exceptions\\Handler::class,
);
$kernel = $app->make(Illuminate\\Contracts\\Console\\Kernel::class);
$status = $kernel->handle($input = ${input}, new Symfony\\Component\\Console\\Output\\ConsoleOutput);
$kernel->terminate($input, $status);
exit($status);
`,
    'composer.json': composerJson,
    ...oldConfig,
  };
}

const composerJson = '{ "autoload": { "psr-4": { "App\\\\": "app/" } } }\n';

/** Before version 11 the framework had no configuration of its own. */
const oldConfig = {
  'config/app.php': `<?php

return [
    'name' => 'Test',
    'env' => env('APP_ENV', 'production'),
    'debug' => true,
    'url' => 'http://localhost',
    'timezone' => 'UTC',
    'locale' => 'en',
    'fallback_locale' => 'en',
    'key' => env('APP_KEY'),
    'cipher' => 'AES-256-CBC',
    'providers' => array_map(fn ($name) => "Illuminate\\\\$name\\\\{$name}ServiceProvider", [
        'Bus', 'Cache', 'Database', 'Encryption', 'Filesystem', 'Queue', 'Translation', 'Validation', 'View',
    ]) + [
        100 => Illuminate\\Foundation\\Providers\\ConsoleSupportServiceProvider::class,
        101 => Illuminate\\Foundation\\Providers\\FoundationServiceProvider::class,
        102 => Illuminate\\Hashing\\HashServiceProvider::class,
    ],
    'aliases' => array_map(fn ($name) => "Illuminate\\\\Support\\\\Facades\\\\$name", array_combine(
        $facades = ['App', 'Artisan', 'Cache', 'Config', 'Crypt', 'DB', 'File', 'Hash', 'Log', 'Schema', 'Storage'],
        $facades,
    )) + ['Arr' => Illuminate\\Support\\Arr::class, 'Str' => Illuminate\\Support\\Str::class],
];
`,
  'config/cache.php': `<?php return ['default' => 'array', 'stores' => ['array' => ['driver' => 'array']], 'prefix' => ''];\n`,
  'config/queue.php': `<?php return ['default' => 'sync', 'connections' => ['sync' => ['driver' => 'sync']]];\n`,
  'config/view.php': `<?php return ['paths' => [resource_path('views')], 'compiled' => storage_path('framework/views')];\n`,
  'config/logging.php': `<?php return ['default' => 'null', 'channels' => [
    'null' => ['driver' => 'monolog', 'handler' => Monolog\\Handler\\NullHandler::class],
]];\n`,
  'config/database.php': `<?php

return [
    'default' => env('DB_CONNECTION', 'mysql'),
    'connections' => [
        'mysql' => [
            'driver' => 'mysql',
            'host' => env('DB_HOST', '127.0.0.1'),
            'port' => env('DB_PORT', '3306'),
            'database' => env('DB_DATABASE'),
            'username' => env('DB_USERNAME'),
            'password' => env('DB_PASSWORD'),
            'charset' => 'utf8mb4',
            'collation' => 'utf8mb4_unicode_ci',
            'prefix' => '',
            'prefix_indexes' => true,
            'strict' => true,
            'engine' => null,
        ],
    ],
    'migrations' => 'migrations',
];
`,
};
