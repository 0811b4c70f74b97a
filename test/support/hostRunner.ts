import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { cacheFolder } from './cache';
import { launchChromium } from './chromium';
import { codeServer } from './codeServer';
import type { HostEvent } from './hostEntry';
import { demoWorkspace, root } from './paths';
import { childEnv, freePort, listens, onPath, reachable, start, until, whenDone } from './processes';
import { firstOf, have, lack, type Real } from './real';

/** What came of the tests, as test/run.mjs counts it. */
export interface HostResult {
  readonly kind: 'host';
  readonly passed: number;
  readonly failed: readonly { readonly title: string; readonly error: string }[];
  readonly pending: readonly { readonly title: string; readonly reason?: string }[];
  readonly slowest: readonly { readonly title: string; readonly ms: number }[];
}

/** One run of the tests: everything that a host needs to know, in a folder of its own. */
interface Job {
  readonly folder: string;
  readonly workspace: string;
  /** The bundled tests; exports run(). */
  readonly tests: string;
  readonly resultFile: string;
}

/** Starts a host that runs the job; the events end up in the job's file. Returns how to stop it. */
type Host = (job: Job) => Promise<Real<{ readonly name: string; stop(): Promise<void> }>>;

const testTimeout = 60_000;
/** A host that says nothing for so long is stuck: the longest test, and the start of the host. */
const silence = 150_000;

/**
 * Runs test files inside VS Code's real extension host, with the extension under development and a copy of the
 * workspace (the demo unless said) open, and prints which host it was. In desktop VS Code where that can be had, else in VS Code's
 * own server with a headless browser.
 */
export async function runHostTests(
  files: readonly string[],
  greps: readonly string[],
  workspace = demoWorkspace,
): Promise<HostResult> {
  const job = await prepare(files, greps, workspace);
  const wanted: readonly Host[] =
    process.env.SCHEMA_GAP_TEST_HOST === 'browser' ? [server] : [desktop, server];
  const host = await firstOf(wanted.map((start) => () => start(job)));
  if (!host.ok) {
    const title = `${files.length} files of tests in the extension host`;
    console.log(`  - ${title}: ${host.why}`);
    return { kind: 'host', passed: 0, failed: [], pending: [{ title, reason: host.why }], slowest: [] };
  }
  console.log(`Extension host: ${host.value.name}`);
  const events = await follow(job.resultFile);
  await host.value.stop();
  return summary(events);
}

async function prepare(files: readonly string[], greps: readonly string[], source: string): Promise<Job> {
  const folder = mkdtempSync(join(tmpdir(), 'schema-gap-host-'));
  whenDone(() => rmSync(folder, { recursive: true, force: true }));
  const workspace = join(folder, basename(source));
  mkdirSync(workspace);
  if (existsSync(source)) cpSync(source, workspace, { recursive: true });
  // Inside the project, so that the host finds mocha in node_modules.
  const tests = join(root, 'out/test', `host-${process.pid}`, 'index.cjs');
  whenDone(() => rmSync(join(tests, '..'), { recursive: true, force: true }));
  const resultFile = join(folder, 'events.jsonl');
  writeFileSync(resultFile, '');
  const run = { resultFile, timeout: testTimeout, ...(greps.length ? { grep: greps.join('|') } : {}) };
  await build({
    stdin: { contents: entry(files, run), resolveDir: root, sourcefile: 'host.ts', loader: 'ts' },
    outfile: tests,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    mainFields: ['module', 'main'],
    external: ['vscode', 'mocha'],
    define: { PROJECT_ROOT: JSON.stringify(root) },
    logLevel: 'warning',
  });
  return { folder, workspace, tests, resultFile };
}

const entry = (files: readonly string[], run: object): string => `
import * as vscode from 'vscode';
import { runInHost } from './test/support/hostEntry';
const load = [${files.map((file) => `() => require(${JSON.stringify(file)})`)}];
export const run = () => runInHost({ ...${JSON.stringify(run)}, load }, vscode.version);
`;

/** Desktop VS Code, which @vscode/test-electron downloads into the cache. */
const desktop: Host = async (job) => {
  if (process.platform === 'win32') return lack('what the tests start needs a POSIX shell');
  if (process.platform === 'linux' && !process.env.DISPLAY && !onPath('xvfb-run')) {
    return lack('desktop VS Code needs a display');
  }
  const open = await reachable('https://update.code.visualstudio.com/api/releases/stable');
  if (!open.ok) return lack(`desktop VS Code: ${open.why}`);
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  try {
    const cachePath = join(cacheFolder(), 'vscode-test');
    const program = await downloadAndUnzipVSCode({ version: 'stable', cachePath });
    const args = [
      job.workspace,
      `--extensionDevelopmentPath=${root}`,
      `--extensionTestsPath=${job.tests}`,
      `--user-data-dir=${join(job.folder, 'user')}`,
      `--extensions-dir=${join(job.folder, 'extensions')}`,
      '--no-sandbox',
      '--disable-gpu-sandbox',
      '--disable-updates',
      '--disable-telemetry',
      '--disable-workspace-trust',
      '--skip-welcome',
      '--skip-release-notes',
    ];
    const screen = process.platform === 'linux' && !process.env.DISPLAY ? ['xvfb-run', '-a'] : [];
    const [command, ...rest] = [...screen, program, ...args];
    const running = start(command!, rest, { logFile: join(job.folder, 'host.log') });
    return have({ name: 'desktop VS Code of @vscode/test-electron', stop: () => running.stop() });
  } catch (error) {
    return lack(`desktop VS Code: ${(error as Error).message}`);
  }
};

/** VS Code's own server, as npm's code-server brings it, with its window in a headless Chromium. */
const server: Host = async (job) => {
  const build = await codeServer();
  if (!build.ok) return build;
  const browser = await launchChromium();
  if (!browser.ok) return browser;
  const port = await freePort();
  const at = (name: string) => join(job.folder, name);
  const args = [
    build.value.serverMain,
    ...['--host', '127.0.0.1', '--port', String(port)],
    '--without-connection-token',
    '--accept-server-license-terms',
    '--enable-smoke-test-driver',
    '--disable-telemetry',
    '--disable-workspace-trust',
    ...['--server-data-dir', at('server')],
    ...['--user-data-dir', at('user')],
    ...['--extensions-dir', at('extensions')],
  ];
  const running = start(build.value.node, args, { logFile: at('host.log'), env: childEnv() });
  const stop = async () => {
    await browser.value.close();
    await running.stop();
  };
  const up = await until(async () => ((await listens(port)) ? true : undefined), { timeout: 30_000 });
  if (!up) {
    await stop();
    return lack(`VS Code's server did not answer: ${readFileSync(at('host.log'), 'utf8').slice(-300)}`);
  }
  const payload = JSON.stringify([
    ['extensionDevelopmentPath', `vscode-remote://127.0.0.1:${port}${root}`],
    ['extensionTestsPath', `vscode-remote://127.0.0.1:${port}${job.tests}`],
  ]);
  const page = await browser.value.newPage({ viewport: { width: 1600, height: 1000 } });
  const query = new URLSearchParams({ folder: job.workspace, payload });
  await page.goto(`http://127.0.0.1:${port}/?${query}`);
  return have({ name: `VS Code's own server (code-server ${build.value.version}) with Chromium`, stop });
};

/** Prints the events of the file as they come, until the last one or until the host has been silent for too long. */
async function follow(file: string): Promise<readonly HostEvent[]> {
  let events: readonly HostEvent[] = [];
  let deadline = Date.now() + silence;
  while (events.at(-1)?.kind !== 'end') {
    const known = events.length;
    const more = await until(
      () => {
        const now = parse(readFileSync(file, 'utf8'));
        return now.length > known ? now : undefined;
      },
      { timeout: deadline - Date.now(), every: 100 },
    );
    if (!more) {
      const error = `the extension host said nothing for ${silence / 1000} s`;
      const stuck: HostEvent = {
        kind: 'fail',
        title: 'extension host',
        full: 'extension host',
        depth: 1,
        error,
      };
      print(stuck);
      return [...events, stuck];
    }
    for (const event of more.slice(known)) print(event);
    events = more;
    deadline = Date.now() + silence;
  }
  return events;
}

/** The whole lines; the last may still be under way. */
const parse = (text: string): readonly HostEvent[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as HostEvent);

function print(event: HostEvent): void {
  const line = describe(event);
  if (line !== undefined) console.log(line);
}

function describe(event: HostEvent): string | undefined {
  switch (event.kind) {
    case 'host':
      return `VS Code ${event.version}, Node ${event.node}`;
    case 'suite':
      return `${'  '.repeat(event.depth)}${event.title}`;
    case 'pass':
      return `${'  '.repeat(event.depth)}✔ ${event.title}${event.ms > 1_000 ? ` (${event.ms}ms)` : ''}`;
    case 'fail':
      return `${'  '.repeat(event.depth)}✘ ${event.title}\n${event.error}`;
    case 'pending':
      return `${'  '.repeat(event.depth)}- ${event.title}${event.reason ? ` (${event.reason})` : ''}`;
    case 'end':
      return undefined;
  }
}

function summary(events: readonly HostEvent[]): HostResult {
  const of = <K extends HostEvent['kind']>(kind: K) =>
    events.filter((event): event is Extract<HostEvent, { kind: K }> => event.kind === kind);
  const passed = of('pass');
  return {
    kind: 'host',
    passed: passed.length,
    failed: of('fail').map(({ full, error }) => ({ title: full, error })),
    pending: of('pending').map(({ full, reason }) => ({ title: full, ...(reason ? { reason } : {}) })),
    slowest: passed
      .map(({ full, ms }) => ({ title: full, ms }))
      .sort((a, b) => b.ms - a.ms)
      .slice(0, 5),
  };
}
