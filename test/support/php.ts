import { aptInstall } from './apt';
import { debianTree, treePhp } from './debianTree';
import { childEnv, lastWords, onPath, type Ran, type RunOptions, run } from './processes';
import { firstOf, have, lack, once, type Real } from './real';

/** A PHP that can speak to MySQL. */
export interface Php {
  readonly version: string;
  readonly command: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/**
 * A PHP of at least this version with the extensions that Laravel's migrations need. Debian's packages are only asked
 * where there is no whole PHP: they would not make the machine's PHP newer.
 */
export function findPhp(atLeast = '8.2'): Promise<Real<Php>> {
  return firstOf([
    async () => (await fromPath()).check(atLeast),
    async () => (await fromDebian()).check(atLeast),
    async () => (await fromTree()).check(atLeast),
  ]);
}

/** Runs PHP with these arguments; the environment is ours and what PHP and `options` add. */
export function runPhp(php: Php, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const [program, ...first] = php.command;
  return run(program!, [...first, ...args], { ...options, env: childEnv({ ...php.env, ...options.env }) });
}

interface Candidate {
  /** Whether it has all extensions, whatever its version. */
  readonly whole: boolean;
  check(atLeast: string): Real<Php>;
}

const refused = (why: string): Candidate => ({ whole: false, check: () => lack(why) });

const fromPath = once(async () => {
  const program = onPath('php');
  return program ? examine([program], {}) : refused('no php on PATH');
});

const fromDebian = once(async () => {
  if ((await fromPath()).whole) return refused('apt-get has no newer PHP');
  const extensions = ['mysql', 'sqlite3', 'mbstring', 'xml', 'curl'].map((name) => `php-${name}`);
  const installed = await aptInstall('php-cli', ...extensions);
  return installed.ok ? examine([onPath('php') ?? 'php'], {}) : refused(installed.why);
});

const fromTree = once(async () => {
  const tree = await debianTree();
  if (!tree.ok) return refused(tree.why);
  const php = treePhp(tree.value);
  return php.ok ? examine(php.value.command, php.value.env) : refused(php.why);
});

const wanted = ['pdo_mysql', 'mbstring', 'tokenizer', 'ctype', 'dom'];

async function examine(command: readonly string[], env: NodeJS.ProcessEnv): Promise<Candidate> {
  const script = 'echo json_encode([PHP_VERSION, get_loaded_extensions()]);';
  const ran = await runPhp({ version: '', command, env }, ['-r', script], { timeout: 10_000 });
  if (ran.code !== 0) return refused(`${command[0]}: ${lastWords(ran)}`);
  const [version, loaded] = JSON.parse(ran.stdout) as [string, string[]];
  const names = loaded.map((name) => name.toLowerCase());
  const missing = wanted.filter((name) => !names.includes(name));
  return {
    whole: missing.length === 0,
    check(atLeast) {
      if (missing.length) return lack(`PHP ${version} lacks ${missing.join(', ')}`);
      if (compareVersions(version, atLeast) < 0) return lack(`PHP ${version} is older than ${atLeast}`);
      return have({ version, command, env });
    },
  };
}

/** Below 0 when a is the older version, by the numbers between the dots. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((v) => v.split('.').map((part) => Number.parseInt(part, 10)));
  for (const [n, wantedPart] of right!.entries()) {
    const difference = (left![n] ?? 0) - wantedPart;
    if (difference !== 0) return difference;
  }
  return 0;
}
