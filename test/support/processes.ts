import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { accessSync, constants, openSync } from 'node:fs';
import { createServer, connect as openSocket } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { have, lack, type Real } from './real';

/** The result of a program that ran to its end. `code` is null when it was killed or could not be started. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds; ten minutes unless said. */
  readonly timeout?: number;
  readonly input?: string;
}

/** What npm, the editor and the shell that started us put into the environment and no child may see. */
const leaking = /^(NODE_OPTIONS|NODE_PATH|NODE_V8_COVERAGE|ELECTRON_|VSCODE_|CHROME_DESKTOP|npm_|INIT_CWD$)/;

/** Our environment without what would leak into a child; `extra` on top. */
export function childEnv(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !leaking.test(name));
  return { ...Object.fromEntries(kept), ...extra };
}

/** Runs a program to its end. Never throws: a program that cannot be started has code null and a message in stderr. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return new Promise((done) => {
    const settings = {
      cwd: options.cwd,
      env: options.env ?? childEnv(),
      timeout: options.timeout ?? 600_000,
      killSignal: 'SIGKILL' as const,
      maxBuffer: 1 << 28,
    };
    const child = execFile(command, [...args], settings, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : null) : 0;
      done({ code, stdout, stderr: code === null ? `${stderr}${error?.message ?? ''}` : stderr });
    });
    child.stdin?.on('error', () => {});
    child.stdin?.end(options.input ?? '');
  });
}

/** The last words of a program that failed, for a reason that fits on a line. */
export function lastWords(ran: Ran): string {
  const lines = `${ran.stdout}\n${ran.stderr}`.split('\n').filter((line) => line.trim() !== '');
  return lines.slice(-3).join(' | ').slice(0, 400) || `ended with ${ran.code ?? 'a signal'}`;
}

/** The absolute path of a program on PATH (and where Debian keeps servers), or undefined. */
export function onPath(...names: readonly string[]): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder || '.', name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {}
    }
  }
  return undefined;
}

/** A program that goes on until it is stopped or this process ends, in whatever way it ends. */
export interface Running {
  readonly pid: number;
  readonly logFile: string;
  readonly exited: () => boolean;
  stop(): Promise<void>;
}

/*
 * The shell waits for our end of its standard input to close, which happens even when this process is killed
 * outright, and then kills the program's whole process group and removes its folder.
 */
const guardian = `
exec 3<&0
"$@" </dev/null 3<&- &
program=$!
( cat <&3 >/dev/null; kill -KILL -$$; ) >/dev/null 2>&1 &
exec 3<&-
wait $program
`;
const sweeper = `
cat >/dev/null
while kill -0 -$1 2>/dev/null; do sleep 0.05; done
[ -z "$2" ] || rm -rf "$2"
`;

const atExit = new Set<() => void>();
process.once('exit', () => {
  for (const action of atExit) action();
});

/** Does something when this process ends in an orderly way; returns how to take that back. */
export function whenDone(action: () => void): () => void {
  atExit.add(action);
  return () => atExit.delete(action);
}

/** Starts a program in a process group of its own. `folder`, if given, is removed when the program ends. */
export function start(
  command: string,
  args: readonly string[],
  options: {
    readonly logFile: string;
    readonly env?: NodeJS.ProcessEnv;
    readonly cwd?: string;
    readonly folder?: string;
  },
): Running {
  const log = openSync(options.logFile, 'a');
  const env = options.env ?? childEnv();
  const child: ChildProcess = spawn('/bin/sh', ['-c', guardian, 'sh', command, ...args], {
    cwd: options.cwd,
    env,
    detached: true,
    stdio: ['pipe', log, log],
  });
  const pid = child.pid ?? 0;
  const sweep = spawn('/bin/sh', ['-c', sweeper, 'sh', String(pid), options.folder ?? ''], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  let ended = pid === 0;
  const end = new Promise<void>((done) => {
    child.once('exit', () => {
      ended = true;
      done();
    });
    child.once('error', () => done());
  });
  const kill = () => {
    try {
      if (pid) process.kill(-pid, 'SIGKILL');
    } catch {}
  };
  const forget = whenDone(kill);
  child.unref();
  sweep.unref();
  return {
    pid,
    logFile: options.logFile,
    exited: () => ended,
    async stop() {
      forget();
      // Who waits for the end of a process must not end before it.
      child.ref();
      sweep.ref();
      kill();
      await end;
      const swept = new Promise<void>((done) => sweep.once('exit', () => done()));
      sweep.stdin?.end();
      await swept;
    },
  };
}

/** A TCP port on 127.0.0.1 that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? done(address.port) : fail(new Error('no port')),
      );
    });
  });
}

/** Asks again and again until the answer is not undefined; undefined when the time is over. */
export async function until<T>(
  ask: () => Promise<T | undefined> | T | undefined,
  options: { readonly timeout: number; readonly every?: number },
): Promise<T | undefined> {
  const end = Date.now() + options.timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) return undefined;
    await delay(options.every ?? 50);
  }
}

/** Whether something accepts connections at the port of this machine. */
export function listens(port: number, host = '127.0.0.1', timeout = 1_000): Promise<boolean> {
  return new Promise((done) => {
    const socket = openSocket({ port, host, timeout });
    const answer = (yes: boolean) => {
      socket.destroy();
      done(yes);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
    socket.once('timeout', () => answer(false));
  });
}

/** Whether a web address answers with success within three seconds. */
export async function reachable(url: string): Promise<Real<true>> {
  try {
    const answer = await fetch(url, {
      method: 'HEAD',
      redirect: 'follow',
      signal: AbortSignal.timeout(3_000),
    });
    return answer.ok ? have(true) : lack(`${new URL(url).host} answers ${answer.status}`);
  } catch {
    return lack(`${new URL(url).host} cannot be reached`);
  }
}
