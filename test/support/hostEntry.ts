import { appendFileSync } from 'node:fs';

/** What the tests inside the extension host tell the process outside, one JSON line each. */
export type HostEvent =
  | { readonly kind: 'suite'; readonly title: string; readonly depth: number }
  | {
      readonly kind: 'pass';
      readonly title: string;
      readonly full: string;
      readonly depth: number;
      readonly ms: number;
    }
  | {
      readonly kind: 'fail';
      readonly title: string;
      readonly full: string;
      readonly depth: number;
      readonly error: string;
    }
  | {
      readonly kind: 'pending';
      readonly title: string;
      readonly full: string;
      readonly depth: number;
      readonly reason?: string;
    }
  | { readonly kind: 'host'; readonly version: string; readonly node: string }
  | { readonly kind: 'end' };

export interface HostRun {
  /** Where the events go. */
  readonly resultFile: string;
  readonly grep?: string;
  readonly timeout: number;
  /** Each loads one test file, which calls describe and it. */
  readonly load: readonly (() => void)[];
}

/** Runs the test files with mocha, inside the extension host. Rejects when a test failed, as the editor expects. */
export async function runInHost(run: HostRun, version: string): Promise<void> {
  process.setSourceMapsEnabled(true);
  const say = (event: HostEvent) => appendFileSync(run.resultFile, `${JSON.stringify(event)}\n`);
  say({ kind: 'host', version, node: process.versions.node });
  let failures = 0;
  try {
    failures = await runTests(run, say);
  } catch (error) {
    failures = 1;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say({ kind: 'fail', title: 'loading the tests', full: 'loading the tests', depth: 1, error: text });
  }
  say({ kind: 'end' });
  if (failures > 0) throw new Error(`${failures} failed`);
}

async function runTests(run: HostRun, say: (event: HostEvent) => void): Promise<number> {
  const { default: Mocha } = await import('mocha');
  leaveOthersErrors(Mocha.Runner.prototype);
  const mocha = new Mocha({ ui: 'bdd', timeout: run.timeout });
  if (run.grep) mocha.grep(new RegExp(run.grep));
  for (const load of run.load) {
    mocha.suite.emit('pre-require', globalThis, '', mocha);
    load();
    mocha.suite.emit('require', undefined, '', mocha);
    mocha.suite.emit('post-require', globalThis, '', mocha);
  }
  return new Promise((done) => {
    const runner = mocha.run(done);
    let depth = 0;
    const common = (test: Mocha.Test) => ({ title: test.title, full: test.fullTitle(), depth: depth + 1 });
    runner.on('suite', (suite) => {
      if (suite.root) return;
      depth++;
      say({ kind: 'suite', title: suite.title, depth });
    });
    runner.on('suite end', (suite) => {
      if (!suite.root) depth--;
    });
    runner.on('pass', (test) => say({ kind: 'pass', ...common(test), ms: test.duration ?? 0 }));
    runner.on('fail', (test, error) =>
      say({ kind: 'fail', ...common(test as Mocha.Test), error: String(error?.stack ?? error) }),
    );
    runner.on('pending', (test) => say({ kind: 'pending', ...common(test), ...skipReason(test) }));
  });
}

/** The editor's own extensions run in this process too: what they throw out of turn is no test's failure. */
function leaveOthersErrors(runner: object): void {
  const prototype = runner as { _uncaught(this: unknown, error: unknown): void };
  const { _uncaught } = prototype;
  prototype._uncaught = function (error) {
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    if (/[\\/]extensions[\\/]git[\\/]/.test(stack))
      console.log(`Thrown by the editor's git extension: ${stack}`);
    else _uncaught.call(this, error);
  };
}

function skipReason(test: Mocha.Test): { reason?: string } {
  let at: object | undefined = test;
  while (at) {
    const { skipReason, parent } = at as { skipReason?: string; parent?: object };
    if (skipReason) return { reason: skipReason };
    at = parent;
  }
  return {};
}
