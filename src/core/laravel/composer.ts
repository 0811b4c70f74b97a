import { expandPattern, type Files } from './files';
import { moduleAutoload } from './modules';
import { type LaravelVersion, parseLaravelVersion } from './version';

/** What composer.json and composer.lock tell. */
export interface Composer {
  readonly laravel: LaravelVersion;
  /** Where the version comes from. */
  readonly laravelFrom: 'setting' | 'composer.lock' | 'composer.json' | 'default';
  readonly doctrine: boolean;
  /** The oldest PHP that the application and its Laravel allow, as PHP_VERSION_ID tells it. */
  readonly phpLeast: number;
  /** Namespace prefixes (with `\` at the end) and their folders (with `/` at the end), longest prefix first. */
  readonly autoload: readonly (readonly [prefix: string, folder: string])[];
  /** Prefixes that only the application's own composer.json has, each with its one folder; the longest first. */
  readonly ownPrefixes: readonly (readonly [prefix: string, folder: string])[];
  /** Folders and files that are searched for classes by name. */
  readonly classmap: readonly string[];
  /** Files with functions, loaded always: the application's own, then those of its packages. */
  readonly functionFiles: readonly string[];
  /** A package may bring functions that can't be read. */
  readonly hidesFunctions: boolean;
  /** The service providers of installed packages that Laravel registers by itself. */
  readonly packageProviders: readonly string[];
  /** Packages that may bring settings and are not there to read; null where composer's files don't say. */
  readonly unseenPackages: readonly string[] | null;
  /** Locked packages with service providers that Laravel finds and boots by itself. */
  readonly discoveredPackages: readonly string[];
}

interface Manifest {
  readonly require?: Readonly<Record<string, string>>;
  readonly 'require-dev'?: Readonly<Record<string, string>>;
  readonly autoload?: Autoload;
  readonly 'autoload-dev'?: Autoload;
  readonly repositories?: Readonly<Record<string, Repository>> | readonly Repository[];
  readonly extra?: { readonly laravel?: { readonly 'dont-discover'?: readonly string[] } };
}

interface Repository {
  readonly type?: string;
  readonly url?: string;
}

interface Autoload {
  readonly 'psr-4'?: Readonly<Record<string, string | readonly string[]>>;
  readonly 'psr-0'?: Readonly<Record<string, string | readonly string[]>>;
  readonly classmap?: readonly string[];
  readonly files?: readonly string[];
}

interface LockedPackage {
  readonly name: string;
  readonly version: string;
  readonly autoload?: Autoload;
  readonly dist?: { readonly type?: string; readonly url?: string };
  readonly extra?: { readonly laravel?: { readonly providers?: readonly string[] } };
}

interface Lock {
  readonly packages?: readonly LockedPackage[];
  readonly 'packages-dev'?: readonly LockedPackage[];
}

/** Reads an application's composer files; what is not there or no JSON counts as empty. */
export function readComposer(files: Files, laravelSetting: string | null): Composer {
  const manifest = readJson<Manifest>(files, 'composer.json') ?? {};
  const lock = readJson<Lock>(files, 'composer.lock');
  const locked = [...(lock?.packages ?? []), ...(lock?.['packages-dev'] ?? [])];
  const required = { ...manifest['require-dev'], ...manifest.require };
  const packages = [...locked, ...pathPackages(files, manifest, required, locked)];
  const hidden = manifest.extra?.laravel?.['dont-discover'] ?? [];
  const discovered = packages.filter(({ name }) => !hidden.includes(name) && !hidden.includes('*'));
  const [version, laravelFrom] = laravelVersion(packages, required, laravelSetting);
  return {
    laravel: parseLaravelVersion(version),
    laravelFrom,
    phpLeast: Math.max(
      oldestPhp(manifest.require?.php ?? ''),
      PHP_OF_LARAVEL[parseLaravelVersion(version).major] ?? 0,
    ),
    doctrine: lock
      ? packages.some((each) => each.name === 'doctrine/dbal')
      : Object.hasOwn(required, 'doctrine/dbal'),
    autoload: [
      ...[...autoloadOf(manifest), ...moduleAutoload(files)].sort(([a], [b]) => b.length - a.length),
      ...packages.flatMap((each) => packageAutoload(files, each)),
    ],
    ownPrefixes: ownPrefixes(autoloadOf(manifest), [
      ...moduleAutoload(files),
      ...packages.flatMap((each) => packageAutoload(files, each)),
    ]),
    classmap: [manifest.autoload, manifest['autoload-dev']].flatMap((each) => each?.classmap ?? []),
    functionFiles: [
      ...(manifest.autoload?.files ?? []),
      ...packages.flatMap((each) => (WITHOUT_FUNCTIONS.test(each.name) ? [] : filesOf(files, each))),
    ],
    hidesFunctions: hidesFunctions(files, required, lock === null ? null : packages),
    unseenPackages: unseenPackages(files, required, lock === null ? null : discovered),
    packageProviders: discovered.flatMap((each) => each.extra?.laravel?.providers ?? []),
    discoveredPackages: discovered
      .filter((each) => (each.extra?.laravel?.providers?.length ?? 0) > 0)
      .map((each) => each.name),
  };
}

/** Those of the application's prefixes that stand for one folder, and under which nobody else has classes. */
function ownPrefixes(
  own: readonly [string, string][],
  others: readonly [string, string][],
): readonly [string, string][] {
  const alone = own.filter(
    ([prefix]) =>
      prefix !== '' &&
      own.filter(([each]) => each.startsWith(prefix)).length === 1 &&
      !others.some(([each]) => each.startsWith(prefix) || prefix.startsWith(each)),
  );
  return alone.sort(([a], [b]) => b.length - a.length);
}

function laravelVersion(
  packages: readonly { readonly name: string; readonly version: string }[],
  required: Readonly<Record<string, string>>,
  setting: string | null,
): [string, Composer['laravelFrom']] {
  if (setting !== null) return [setting, 'setting'];
  for (const name of ['laravel/framework', 'illuminate/database']) {
    const locked = packages.find((each) => each.name === name);
    if (locked) return [locked.version, 'composer.lock'];
  }
  for (const name of ['laravel/framework', 'illuminate/database']) {
    const constraint = required[name];
    if (constraint !== undefined) return [newestAllowed(constraint), 'composer.json'];
  }
  return ['', 'default'];
}

/** `^10.48` allows 10.50, too: Composer installs the newest of the major unless the constraint is exact. */
function newestAllowed(constraint: string): string {
  const exact = /^\s*v?(\d+\.\d+\.\d+)\s*$/.exec(constraint);
  if (exact?.[1] !== undefined) return exact[1];
  const majors = [...constraint.matchAll(/(?:^|[^\d.])(\d+)(?=\.|\s|\||,|$)/g)].map((match) =>
    Number(match[1]),
  );
  return majors.length > 0 ? `^${Math.max(...majors)}` : '';
}

/** The oldest PHP that each Laravel runs on, by its composer.json. */
const PHP_OF_LARAVEL: Readonly<Record<number, number>> = {
  8: 70_300,
  9: 80_002,
  10: 80_100,
  11: 80_200,
  12: 80_200,
  13: 80_300,
};

/** `^8.1|^8.2` allows 8.1; 0 where the constraint has another form. */
function oldestPhp(constraint: string): number {
  const parts = constraint
    .split(/\s*\|{1,2}\s*/)
    .map((part) => /^\s*(?:\^|~|>=)?\s*(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(part));
  const ids = parts.map((part) =>
    part ? Number(part[1]) * 10_000 + Number(part[2] ?? 0) * 100 + Number(part[3] ?? 0) : 0,
  );
  return Math.min(...ids);
}

function autoloadOf(manifest: Manifest): [string, string][] {
  const pairs: [string, string][] = [];
  for (const autoload of [manifest.autoload, manifest['autoload-dev']]) {
    for (const [prefix, folders] of Object.entries(autoload?.['psr-4'] ?? {})) {
      for (const folder of typeof folders === 'string' ? [folders] : folders) {
        pairs.push([prefix, folder === '' ? '' : `${folder.replace(/\/+$/, '')}/`]);
      }
    }
  }
  if (pairs.length === 0) pairs.push(['App\\', 'app/']);
  return pairs.sort(([a], [b]) => b.length - a.length);
}

/** Packages without service providers, as every application has some. */
const WITHOUT_SETTINGS =
  /^(?:php|ext-.*|laravel\/(?:framework|tinker)|illuminate\/.*|symfony\/.*|doctrine\/.*)$/;

/** Packages whose functions are known, or all in a namespace of their own. */
const WITHOUT_FUNCTIONS =
  /^(?:php|ext-.*|laravel\/(?!helpers$).*|illuminate\/.*|symfony\/.*|doctrine\/.*|nesbot\/carbon|ramsey\/.*|guzzlehttp\/.*|league\/.*|psy\/psysh|nunomaduro\/.*|myclabs\/.*|phpunit\/.*|mockery\/.*|hamcrest\/.*|ralouphie\/.*|opis\/closure|swiftmailer\/.*|brick\/.*|fakerphp\/.*|filp\/whoops|facade\/.*|spatie\/(?:laravel-ignition|ignition|flare-client-php|backtrace)|psr\/.*|monolog\/.*|vlucas\/.*|predis\/predis|aws\/aws-sdk-php|mtdowling\/.*|react\/.*|amphp\/.*|thecodingmachine\/safe|pestphp\/.*|sebastian\/.*)$/;

const filesOf = (files: Files, locked: LockedPackage): string[] =>
  (locked.autoload?.files ?? []).map((file) => `${folderOf(files, locked)}/${file}`);

function hidesFunctions(
  files: Files,
  required: Readonly<Record<string, string>>,
  packages: readonly LockedPackage[] | null,
): boolean {
  const others = packages?.filter(({ name }) => !WITHOUT_FUNCTIONS.test(name));
  if (others) return others.some((each) => filesOf(files, each).some((file) => files.read(file) === null));
  const names = Object.keys(required);
  return names.length === 0 || names.some((name) => !WITHOUT_FUNCTIONS.test(name));
}

function unseenPackages(
  files: Files,
  required: Readonly<Record<string, string>>,
  discovered: readonly LockedPackage[] | null,
): readonly string[] | null {
  if (discovered === null && Object.keys(required).length === 0) return null;
  const names = discovered?.filter(hasProviders).map(({ name }) => name) ?? Object.keys(required);
  return names.filter((name) => !WITHOUT_SETTINGS.test(name) && files.list(`vendor/${name}`).length === 0);
}

const hasProviders = ({ extra }: LockedPackage): boolean => (extra?.laravel?.providers?.length ?? 0) > 0;

/** Packages that the application keeps in folders of its own and requires, where the lock file lacks them. */
function pathPackages(
  files: Files,
  { repositories = [] }: Manifest,
  required: Readonly<Record<string, string>>,
  locked: readonly LockedPackage[],
): LockedPackage[] {
  return Object.values(repositories)
    .filter(({ type, url }) => type === 'path' && url !== undefined)
    .flatMap(({ url = '' }) => expandPattern(files, url.replace(/^\.\//, '').replace(/\/+$/, '')))
    .flatMap((folder) => {
      const own = readJson<LockedPackage>(files, `${folder}/composer.json`);
      const wanted = own?.name && Object.hasOwn(required, own.name);
      const known = locked.some(({ name }) => name === own?.name);
      return own && wanted && !known ? [{ ...own, dist: { type: 'path', url: folder } }] : [];
    });
}

/** Where a package is: installed, or where the application keeps it. */
function folderOf(files: Files, { name, dist }: LockedPackage): string {
  const installed = `vendor/${name}`;
  const own = dist?.type === 'path' ? dist.url?.replace(/^\.\//, '').replace(/\/+$/, '') : undefined;
  return own !== undefined && files.list(own).length > 0 ? own : installed;
}

/** The classes of a package; Laravel's own are modelled here, and not read. */
function packageAutoload(files: Files, locked: LockedPackage): [string, string][] {
  const { name, autoload } = locked;
  if (name === 'laravel/framework' || name.startsWith('illuminate/')) return [];
  const base = folderOf(files, locked);
  return Object.entries(autoload?.['psr-4'] ?? {}).flatMap(([prefix, folders]) =>
    [folders]
      .flat()
      .map((folder): [string, string] => [
        prefix,
        `${base}/${folder === '' ? '' : `${folder.replace(/\/+$/, '')}/`}`,
      ]),
  );
}

function readJson<T>(files: Files, path: string): T | null {
  const text = files.read(path);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as T) : null;
  } catch {
    return null;
  }
}
