import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall } from './apt';
import { cached } from './cache';
import { standInFiles, standIns, writeStandIns } from './laravelStandIns';
import { findPhp, type Php, runPhp } from './php';
import { childEnv, lastWords, onPath, type Ran, run } from './processes';
import { have, lack, once, type Real } from './real';

export type LaravelMajor = '8' | '10' | '11' | '12' | '13';

/** An installed Laravel: its vendor folder, and a PHP that runs it. */
export interface Laravel {
  readonly major: LaravelMajor;
  /** The installed version, such as 11.57.0. */
  readonly version: string;
  readonly vendor: string;
  readonly php: Php;
}

interface Recipe {
  readonly php: string;
  readonly require: Readonly<Record<string, string>>;
}

// Laravel 8 and 10 change columns through doctrine/dbal; the configuration of 12 reads PHP 8.4's Pdo\\Mysql.
const recipes: Readonly<Record<LaravelMajor, Recipe>> = {
  '8': { php: '8.2', require: { 'laravel/framework': '^8.83', 'doctrine/dbal': '^3.1' } },
  '10': { php: '8.2', require: { 'laravel/framework': '^10.50', 'doctrine/dbal': '^3.5' } },
  '11': { php: '8.2', require: { 'laravel/framework': '^11.57' } },
  '12': { php: '8.4', require: { 'laravel/framework': '^12.72' } },
  '13': { php: '8.4', require: { 'laravel/framework': '^13.42' } },
};

const majors = Object.keys(recipes) as LaravelMajor[];
const installed = Object.fromEntries(majors.map((major) => [major, once(() => install(major))]));

/** A Laravel of this major version; Composer installs it into the cache folder the first time. */
export const laravel = (major: LaravelMajor): Promise<Real<Laravel>> => installed[major]!();

async function install(major: LaravelMajor): Promise<Real<Laravel>> {
  const recipe = recipes[major];
  const php = await findPhp(recipe.php);
  if (!php.ok) return lack(`Laravel ${major}: ${php.why}`);
  const folder = await cached(`laravel-${major}-${recipeHash(recipe)}`, (at) => compose(at, major, recipe));
  if (!folder.ok) return lack(`Laravel ${major}: ${folder.why}`);
  const vendor = join(folder.value, 'vendor');
  const script = `require $argv[1]; echo Illuminate\\Foundation\\Application::VERSION;`;
  const ran = await runPhp(php.value, ['-r', script, join(vendor, 'autoload.php')], { timeout: 10_000 });
  if (ran.code !== 0) return lack(`Laravel ${major}: ${lastWords(ran)}`);
  return have({ major, version: ran.stdout.trim(), vendor, php: php.value });
}

/*
 * Where Packagist is whole, the first try succeeds. A partial copy of it lacks packages that migrations never load:
 * they are declared as replaced, first the known ones, then whatever Composer says that it could not find.
 */
const dispensable = [
  'fruitcake/php-cors',
  'league/commonmark',
  'symfony/clock',
  'symfony/polyfill-php83',
  'symfony/polyfill-php84',
  'symfony/polyfill-php85',
  'symfony/polyfill-php86',
];

/** A changed recipe makes a new installation. */
const recipeHash = (recipe: Recipe): string =>
  createHash('sha256')
    .update(JSON.stringify([recipe, dispensable, standIns]))
    .digest('hex')
    .slice(0, 8);

async function compose(folder: string, major: LaravelMajor, recipe: Recipe): Promise<string | undefined> {
  const composer = await findComposer();
  if (!composer.ok) return composer.why;
  console.log(`Installing Laravel ${major} with Composer (once)…`);
  let left: string[] = [];
  for (;;) {
    writeStandIns(folder, left);
    writeFileSync(join(folder, 'composer.json'), JSON.stringify(manifest(recipe, left), undefined, 2));
    const args = ['update', '--no-interaction', '--prefer-dist', '--no-audit', '--no-progress'];
    const env = childEnv({ COMPOSER_ALLOW_SUPERUSER: '1' });
    const ran = await run(composer.value, args, { cwd: folder, env, timeout: 300_000 });
    if (ran.code === 0) break;
    const next = [...new Set([...left, ...dispensable, ...notFound(ran)])];
    if (next.length === left.length) return lastWords(ran);
    left = next;
  }
  return undefined;
}

const findComposer = once(async (): Promise<Real<string>> => {
  const before = onPath('composer');
  if (before) return have(before);
  const got = await aptInstall('composer');
  const after = onPath('composer');
  if (after) return have(after);
  return lack(`there is no composer${got.ok ? '' : ` (${got.why})`}`);
});

const notFound = (ran: Ran): string[] =>
  [...`${ran.stdout}\n${ran.stderr}`.matchAll(missing)].map((match) => match[1]!);
const missing =
  /requires? ([a-z0-9_.-]+\/[a-z0-9_.-]+) [^\n]*(?:could not be found|does not match the constraint)/g;

const manifest = (recipe: Recipe, replaced: readonly string[]) => ({
  require: recipe.require,
  replace: Object.fromEntries(replaced.map((name) => [name, '*'])),
  autoload: { files: standInFiles(replaced) },
  config: {
    'allow-plugins': true,
    audit: { 'block-insecure': false },
    platform: { php: `${recipe.php}.0` },
  },
});
