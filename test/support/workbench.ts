import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeServer } from './codeServer';
import { childEnv, freePort, lastWords, listens, run, start, until, whenDone } from './processes';
import { have, lack, type Real } from './real';

/** VS Code's browser build, serving a folder with the packaged extension installed. */
export interface Served {
  readonly address: string;
  stop(): Promise<void>;
}

export interface ServeOptions {
  /** The packaged extension. */
  readonly vsix: string;
  readonly folder: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly port?: number;
}

const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'git.openRepositoryInParentFolders': 'never',
  'chat.disableAIFeatures': true,
};

/** Installs the .vsix as a user does, into a profile of its own, and serves the folder on 127.0.0.1. */
export async function serveWorkbench(options: ServeOptions): Promise<Real<Served>> {
  const build = await codeServer();
  if (!build.ok) return build;
  const { node, entry } = build.value;
  const home = mkdtempSync(join(tmpdir(), 'schema-gap-workbench-'));
  const forget = whenDone(() => rmSync(home, { recursive: true, force: true }));
  const user = join(home, 'user');
  mkdirSync(join(user, 'User'), { recursive: true });
  writeFileSync(join(user, 'User/settings.json'), JSON.stringify({ ...quietSettings, ...options.settings }));
  // Its own configuration too, or it would read and write the one in the user's home.
  const config = join(home, 'config.yaml');
  writeFileSync(config, '');
  const profile = ['--config', config, '--user-data-dir', user, '--extensions-dir', join(home, 'extensions')];
  const env = childEnv();
  const installed = await run(node, [entry, ...profile, '--install-extension', options.vsix], { env });
  if (installed.code !== 0) return lack(`installing ${options.vsix}: ${lastWords(installed)}`);

  const port = options.port ?? (await freePort());
  const logFile = join(home, 'code-server.log');
  const quiet = ['--auth', 'none', '--disable-telemetry', '--disable-update-check'];
  const session = ['--session-socket', join(home, 'session.sock')];
  const args = [entry, ...profile, ...quiet, ...session, '--disable-getting-started-override'];
  const running = start(node, [...args, '--bind-addr', `127.0.0.1:${port}`], {
    logFile,
    env,
    cwd: home,
    folder: home,
  });
  const up = await until(async () => ((await listens(port)) ? true : running.exited() ? false : undefined), {
    timeout: 30_000,
  });
  if (!up) {
    const said = readFileSync(logFile, 'utf8').slice(-300);
    await running.stop();
    return lack(`code-server did not answer: ${said}`);
  }
  return have({
    address: `http://127.0.0.1:${port}/?folder=${encodeURIComponent(options.folder)}`,
    async stop() {
      forget();
      await running.stop();
    },
  });
}
