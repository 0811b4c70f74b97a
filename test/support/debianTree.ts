import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { aptInstall } from './apt';
import { cached } from './cache';
import { lastWords, onPath, run } from './processes';
import { have, lack, once, type Real } from './real';

/**
 * A folder with Debian's unstable release in it, for what the machine's own release lacks: MySQL and a newer PHP.
 * Its programs run from outside, through its own loader; nothing is installed on the machine.
 */
export interface DebianTree {
  readonly folder: string;
  /** The command line that runs the program at this path of the tree, e.g. /usr/sbin/mysqld. */
  command(program: string): readonly string[];
}

const packages = [
  'mysql-server',
  ...['cli', 'mysql', 'sqlite3', 'mbstring', 'xml', 'curl', 'gd', 'zip', 'bcmath', 'intl'].map(
    (p) => `php-${p}`,
  ),
];

/** The tree in the cache folder; made with debootstrap (about 80 s, 1 GB) where we are root on Debian. */
export const debianTree = once(async (): Promise<Real<DebianTree>> => {
  const made = await cached('sid', makeTree);
  return made.ok ? have(treeAt(made.value)) : made;
});

/** A tree of Debian 13 for its MariaDB 11.8 (about 40 s, 360 MB): its packages are unpacked, none is set up. */
export const mariadbTree = once(async (): Promise<Real<DebianTree>> => {
  const made = await cached('trixie', async (folder) => {
    console.log('Fetching MariaDB 11.8 from Debian 13 (about 40 s, once)…');
    const failed = await debootstrap(folder, 'trixie', '--foreign', '--include=mariadb-server-core');
    if (failed !== undefined) return failed;
    const archives = join(folder, 'var/cache/apt/archives');
    for (const name of readdirSync(archives).filter((each) => each.endsWith('.deb'))) {
      const ran = await run('dpkg-deb', ['-x', join(archives, name), folder]);
      if (ran.code !== 0) return `dpkg-deb: ${lastWords(ran)}`;
    }
    rmSync(archives, { recursive: true });
    return undefined;
  });
  return made.ok ? have(treeAt(made.value)) : made;
});

async function makeTree(folder: string): Promise<string | undefined> {
  console.log('Fetching MySQL and PHP 8.4 from Debian unstable (about 80 s, once)…');
  return debootstrap(folder, 'sid', `--include=${packages.join(',')}`);
}

/** Runs debootstrap; a reason where it can't be done. */
async function debootstrap(
  folder: string,
  suite: string,
  ...options: readonly string[]
): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return 'a Debian tree needs root';
  const mirror = aptMirror();
  if (!mirror) return 'a Debian tree needs a Debian machine';
  if (!onPath('debootstrap')) {
    const installed = await aptInstall('debootstrap');
    if (!installed.ok) return installed.why;
  }
  const args = ['--variant=minbase', ...options, suite, folder, mirror];
  const ran = await run('debootstrap', args);
  return ran.code === 0 ? undefined : `debootstrap: ${lastWords(ran)}`;
}

/** The Debian archive that the machine's own apt uses, read from its sources; both formats. */
function aptMirror(): string | undefined {
  const lists = '/etc/apt/sources.list.d';
  const files = [
    '/etc/apt/sources.list',
    ...(existsSync(lists) ? readdirSync(lists).map((f) => join(lists, f)) : []),
  ];
  const texts = files
    .filter((f) => /\.(list|sources)$/.test(f) && existsSync(f))
    .map((f) => readFileSync(f, 'utf8'));
  return texts
    .flatMap((text) => [...text.matchAll(/^(?:URIs:|deb\s+(?:\[[^\]]*\]\s+)?)\s*(https?:\S+)/gm)])
    .map((match) => match[1]!.replace(/\/$/, ''))
    .find((uri) => uri.endsWith('/debian'));
}

function treeAt(folder: string): DebianTree {
  const multiarch = existsSync(join(folder, 'usr/lib/aarch64-linux-gnu'))
    ? 'aarch64-linux-gnu'
    : 'x86_64-linux-gnu';
  const loader = multiarch.startsWith('aarch64') ? 'lib/ld-linux-aarch64.so.1' : 'lib64/ld-linux-x86-64.so.2';
  const libraries = [`usr/lib/${multiarch}`, `lib/${multiarch}`, 'usr/lib/mysql/private'].map((p) =>
    join(folder, p),
  );
  return {
    folder,
    command: (program) => [
      join(folder, loader),
      '--library-path',
      libraries.join(':'),
      join(folder, program),
    ],
  };
}

/** The tree's PHP: its command line and the environment that it needs. */
export function treePhp(tree: DebianTree): Real<{ command: readonly string[]; env: NodeJS.ProcessEnv }> {
  const binary = readdirSync(join(tree.folder, 'usr/bin')).find((name) => /^php\d+\.\d+$/.test(name));
  if (!binary) return lack('the Debian tree has no PHP');
  const version = binary.slice('php'.length);
  const extensions = readdirSync(join(tree.folder, 'usr/lib/php')).find((name) => /^20\d+$/.test(name)) ?? '';
  return have({
    command: [
      ...tree.command(`usr/bin/${binary}`),
      '-d',
      `extension_dir=${join(tree.folder, 'usr/lib/php', extensions)}`,
    ],
    env: { PHP_INI_SCAN_DIR: iniFolder(tree, version) },
  });
}

/** The tree's ini files are links to absolute paths, which end outside the tree: a folder of copies. */
function iniFolder(tree: DebianTree, version: string): string {
  const copies = `${tree.folder}/etc/php/${version}/copied`;
  if (existsSync(copies)) return copies;
  const links = `${tree.folder}/etc/php/${version}/cli/conf.d`;
  mkdirSync(copies, { recursive: true });
  for (const name of readdirSync(links)) {
    const target = basename(readlinkSync(join(links, name)));
    cpSync(`${tree.folder}/etc/php/${version}/mods-available/${target}`, join(copies, name));
  }
  return copies;
}
