import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptInstall } from './apt';
import { cached } from './cache';
import { childEnv, lastWords, onPath, run } from './processes';
import { have, lack, once, type Real } from './real';

/** VS Code's browser build as npm has it, and the Node that it runs on. */
export interface CodeServer {
  readonly version: string;
  /** A folder with node, npm's neighbours included, to put first on PATH. */
  readonly nodeFolder: string;
  readonly node: string;
  /** VS Code's own server: takes an extension to develop and tests to run. */
  readonly serverMain: string;
  /** code-server's wrapper, which people use: installs and runs packaged extensions. */
  readonly entry: string;
}

const version = '4.139.1';
const nodeMajor = '24';

/** The installation in the cache folder; npm makes it the first time, in about two minutes. */
export const codeServer = once(async (): Promise<Real<CodeServer>> => {
  const folder = await cached(`code-server-${version}`, install);
  if (!folder.ok) return lack(`code-server: ${folder.why}`);
  const nodeFolder = join(folder.value, 'node/node_modules/node/bin');
  const home = join(folder.value, 'code-server/node_modules/code-server');
  return have({
    version,
    nodeFolder,
    node: join(nodeFolder, 'node'),
    serverMain: join(home, 'lib/vscode/out/server-main.js'),
    entry: join(home, 'out/node/entry.js'),
  });
});

async function install(folder: string): Promise<string | undefined> {
  if (process.platform === 'win32') return 'it is not built for Windows';
  if (process.platform === 'linux') {
    // A missing compiler or header shows in npm's own message, where apt-get cannot help.
    if (!existsSync('/usr/include/gssapi') || !onPath('g++') || !onPath('make') || !onPath('python3')) {
      await aptInstall('libkrb5-dev', 'g++', 'make', 'python3');
    }
  }
  console.log(`Installing Node ${nodeMajor} and code-server ${version} with npm (about two minutes, once)…`);
  const node = await npmInstall(join(folder, 'node'), { node: nodeMajor });
  if (node) return node;
  return npmInstall(
    join(folder, 'code-server'),
    { 'code-server': version },
    join(folder, 'node/node_modules/node/bin'),
  );
}

/** Installs packages with their install scripts into a folder of their own. Returns why not. */
async function npmInstall(
  folder: string,
  dependencies: Readonly<Record<string, string>>,
  nodeFolder?: string,
): Promise<string | undefined> {
  mkdirSync(folder, { recursive: true });
  const allowScripts = { 'code-server': true, argon2: true, node: true };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies, allowScripts }));
  const path = [...(nodeFolder ? [nodeFolder] : []), process.env.PATH ?? ''].join(delimiter);
  const args = ['install', '--no-audit', '--no-fund', '--loglevel=error'];
  const ran = await run('npm', args, { cwd: folder, env: childEnv({ PATH: path }), timeout: 900_000 });
  return ran.code === 0 ? undefined : `npm install ${Object.keys(dependencies)}: ${lastWords(ran)}`;
}
