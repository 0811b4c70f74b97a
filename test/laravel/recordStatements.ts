import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseConfig, migrationText, type Sent } from '../core/laravel/runSnippet';
import type { Snippet } from '../core/laravel/snippets';
import type { TestDatabase } from '../support/database';
import type { Laravel } from '../support/laravel';
import { laravelApp } from '../support/laravelApp';
import { runPhp } from '../support/php';
import type { TestServer } from '../support/servers';

/**
 * Runs snippets through a real Laravel on a real server, each on an emptied database, in one PHP process. What came
 * before is not recorded; a failing statement is recorded, too.
 */
const recorder = `
$config = $app['config']['database.connections.mysql'];
$pdo = new PDO("mysql:host={$config['host']};port={$config['port']};dbname={$config['database']}", $config['username'], $config['password']);
$results = [];
$sent = [];
$recording = false;
DB::listen(function ($query) use (&$sent, &$recording) {
    if ($recording && ! preg_match('/^\\s*(select|show)/i', $query->sql)) $sent[] = $query->sql;
});
foreach (json_decode(file_get_contents(__DIR__.'/snippets.json')) as $name) {
    $pdo->exec('SET FOREIGN_KEY_CHECKS=0');
    foreach ($pdo->query('show full tables')->fetchAll(PDO::FETCH_NUM) as [$table]) $pdo->exec("drop table if exists \`$table\`");
    DB::purge();
    $sent = [];
    $end = null;
    try {
        $recording = false;
        (require __DIR__."/snippets/$name-before.php")->up();
        $recording = true;
        (require __DIR__."/snippets/$name.php")->up();
    } catch (Illuminate\\Database\\QueryException $e) {
        $sent[] = $e->getSql();
        $end = ($recording ? '' : 'before: ').$e->errorInfo[1].' '.$e->errorInfo[2];
    } catch (Throwable $e) {
        $end = ($recording ? '' : 'before: ').get_class($e).': '.$e->getMessage();
    }
    $results[] = ['sql' => $sent, 'end' => $end];
}
file_put_contents(__DIR__.'/results.json', json_encode($results));
`;

export async function recordSnippets(
  snippets: readonly Snippet[],
  real: { framework: Laravel; server: TestServer; database: TestDatabase; driver: 'mysql' | 'mariadb' },
): Promise<readonly Sent[]> {
  const { framework, server, database, driver } = real;
  const names = snippets.map((_, i) => String(i));
  const files: Record<string, string> = {
    'snippets.json': JSON.stringify(names),
    'config/database.php': databaseConfig(driver),
  };
  snippets.forEach((snippet, i) => {
    Object.assign(files, snippet.files);
    files[`snippets/${i}-before.php`] = migrationText(snippet.before ?? '');
    files[`snippets/${i}.php`] = migrationText(snippet.up);
  });
  const app = laravelApp(framework, {
    server,
    database: database.name,
    files: { ...files, 'record.php': '' },
  });
  try {
    const ran = await runPhp(framework.php, ['-d', 'display_errors=stderr', '-r', script(app.folder)], {
      cwd: app.folder,
    });
    if (ran.code !== 0) throw new Error(`${ran.stdout}\n${ran.stderr}`.slice(0, 4000));
    return JSON.parse(readFileSync(join(app.folder, 'results.json'), 'utf8')) as Sent[];
  } finally {
    app.remove();
  }
}

/** The application's own artisan, up to where it would handle the command line; then the recorder. */
function script(folder: string): string {
  const artisan = readFileSync(join(folder, 'artisan'), 'utf8').replace('<?php', '');
  const boot = artisan
    .replace(/exit\(\$app->handleCommand[^;]*;/, '')
    .replace(/\$status = [^;]*;|\$kernel->terminate[^;]*;|exit\(\$status\);/g, '');
  const use = 'use Illuminate\\Support\\Facades\\DB;';
  const autoload = `spl_autoload_register(function ($class) {
    $file = getcwd().'/'.str_replace(['App\\\\', '\\\\'], ['app/', '/'], $class).'.php';
    if (str_starts_with($class, 'App\\\\') && is_file($file)) require $file;
});`;
  const kernel = '$app->make(Illuminate\\Contracts\\Console\\Kernel::class)->bootstrap();';
  return `${use}\n${autoload}\n${boot}\n${kernel}\n${recorder}`.replaceAll('__DIR__', 'getcwd()');
}
