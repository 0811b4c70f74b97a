import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_SETTINGS } from '../../../src/project/settings';
import type { AnalysisApi, AnalysisChanges, Pause } from '../../../src/worker/api';
import { type AnalysisClient, AnalysisStopped, openClient } from '../../../src/worker/client';
import { type FromWorker, readFromWorker, readStart, readToWorker } from '../../../src/worker/protocol';
import { serve } from '../../../src/worker/serve';

describe('messages to the analysis thread', () => {
  const good: readonly unknown[] = [
    { kind: 'request', id: 1, method: 'overview', params: [] },
    { kind: 'request', id: 2, method: 'lint', params: ['database/migrations/x.php'] },
    { kind: 'cancel', id: 1 },
    { kind: 'setText', file: 'x.php', text: null },
    { kind: 'changed', files: null },
    { kind: 'setSettings', settings: DEFAULT_SETTINGS },
  ];
  for (const message of good)
    it(`takes ${JSON.stringify(message).slice(0, 60)}`, () =>
      assert.deepEqual(readToWorker(message), message));

  const bad: readonly unknown[] = [
    null,
    'request',
    [],
    { kind: 'request', id: 1, method: 'lint', params: [] },
    { kind: 'request', id: 1, method: 'lint', params: [7] },
    { kind: 'request', id: 1, method: 'constructor', params: [] },
    { kind: 'request', id: '1', method: 'overview', params: [] },
    { kind: 'setText', file: 7, text: '' },
    { kind: 'changed', files: 'all' },
    { kind: 'setSettings', settings: { ...DEFAULT_SETTINGS, actual: 7 } },
    { kind: 'exit' },
  ];
  for (const message of bad)
    it(`refuses ${JSON.stringify(message).slice(0, 60)}`, () => assert.equal(readToWorker(message), null));

  it('starts only with a root and settings', () => {
    assert.equal(readStart({ root: '/x' }), null);
    assert.ok(readStart({ root: '/x', settings: DEFAULT_SETTINGS }));
  });

  it('refuses answers without an id', () => {
    assert.equal(readFromWorker({ kind: 'answer', value: 1 }), null);
    assert.equal(readFromWorker({ kind: 'failure', id: 1 }), null);
  });
});

/** An analysis that notes the order in which it is asked. */
function noting(): { readonly said: string[]; readonly analysis: AnalysisApi & AnalysisChanges } {
  const said: string[] = [];
  const note =
    (name: string) =>
    async (...params: readonly unknown[]) => {
      said.push([name, ...params.filter((one) => typeof one === 'string')].join(' '));
      return null as never;
    };
  return {
    said,
    analysis: {
      environments: note('environments'),
      overview: note('overview'),
      findings: note('findings'),
      lint: note('lint'),
      runs: note('runs'),
      fixAll: note('fixAll'),
      exportReport: note('exportReport'),
      setText: (file, text) => void said.push(`text ${file} ${text}`),
      changed: () => void said.push('changed'),
      setSettings: () => void said.push('settings'),
    },
  };
}

describe('the analysis thread', () => {
  const run = async (messages: readonly unknown[], answers: number): Promise<readonly string[]> => {
    const { said, analysis } = noting();
    await new Promise<void>((done) => {
      let seen = 0;
      const accept = serve(analysis, ({ kind }: FromWorker) => {
        if (kind === 'answer' && ++seen === answers) done();
        if (kind === 'failure' && ++seen === answers) done();
      });
      for (const message of messages) accept(message);
    });
    return said;
  };
  const ask = (id: number, method: string, ...params: readonly string[]) => ({
    kind: 'request',
    id,
    method,
    params,
  });

  it('answers what somebody types before what fills a view', async () => {
    const said = await run(
      [ask(1, 'exportReport', 'html'), ask(2, 'environments'), ask(3, 'lint', 'x.php')],
      3,
    );
    assert.deepEqual(said, ['lint x.php', 'environments', 'exportReport html']);
  });

  for (const method of ['findings', 'unopened', 'lint', 'runs', 'fixAll', 'environments', 'overview'])
    it(`answers ${method}`, async () => {
      const said = await run([ask(1, method, ...(/^(env|over)/.test(method) ? [] : ['x.php']))], 1);
      assert.equal(said[0]?.split(' ')[0], method === 'unopened' ? 'findings' : method);
    });

  it('takes every change into account before the next answer', async () => {
    const said = await run(
      [
        ask(1, 'lint', 'x.php'),
        { kind: 'setText', file: 'x.php', text: 'new' },
        { kind: 'changed', files: null },
      ],
      1,
    );
    assert.deepEqual(said, ['text x.php new', 'changed', 'lint x.php']);
  });

  /** Answers while a long piece of work pauses: `meanwhile` says what comes in its first pause. */
  const runLong = async (meanwhile: readonly unknown[], answers: number): Promise<readonly string[]> => {
    const { said, analysis } = noting();
    let accept: (message: unknown) => void = () => {};
    let paused = false;
    const lint: AnalysisApi['lint'] = async (file, pause) => {
      said.push(`begin ${file}`);
      if (!paused) for (const message of meanwhile) accept(message);
      paused = true;
      await pause?.();
      await pause?.();
      said.push(`end ${file}`);
      return null;
    };
    await new Promise<void>((done) => {
      let seen = 0;
      accept = serve({ ...analysis, lint }, ({ kind }: FromWorker) => {
        if (kind === 'answer' && ++seen === answers) done();
      });
      accept(ask(1, 'lint', 'x.php'));
    });
    return said;
  };

  it('answers a more urgent question in the middle of long work, and others behind it', async () => {
    const said = await runLong([ask(2, 'environments'), ask(3, 'findings', 'y.php')], 3);
    assert.deepEqual(said, ['begin x.php', 'findings y.php', 'end x.php', 'environments']);
  });

  it('leaves long work that rests on an older text, and begins it anew behind what is more urgent', async () => {
    const change = { kind: 'setText', file: 'x.php', text: 'new' };
    const said = await runLong([change, ask(2, 'findings', 'x.php')], 2);
    assert.deepEqual(said, ['begin x.php', 'text x.php new', 'findings x.php', 'begin x.php', 'end x.php']);
  });

  it('makes the overview once for all that rest on it, whoever asks first', async () => {
    const { analysis } = noting();
    const EMPTY = { migrations: [], tables: [], problems: [], unknown: [], report: null, preflight: null };
    for (const methods of [
      ['report', 'overview'],
      ['overview', 'report'],
      ['report', 'table', 'overview'],
    ]) {
      const accepts: ((message: unknown) => void)[] = [];
      let made: Promise<unknown> | null = null;
      const make = async (pause: Pause | undefined) => {
        for (const [i, method] of methods.slice(1).entries())
          accepts[0]?.(ask(i + 2, method, ...(method === 'table' ? ['x'] : [])));
        await pause?.();
        return EMPTY;
      };
      const overview: AnalysisApi['overview'] = (pause) => {
        made ??= make(pause);
        return made as never;
      };
      await new Promise<void>((done) => {
        let seen = 0;
        accepts.push(serve({ ...analysis, overview }, () => void (++seen === methods.length && done())));
        accepts[0]?.(ask(1, methods[0]!));
      });
    }
  });

  it('leaves long work that nobody waits for any more', async () => {
    const said = await runLong([{ kind: 'cancel', id: 1 }, ask(2, 'lint', 'y.php')], 1);
    assert.deepEqual(said, ['begin x.php', 'begin y.php', 'end y.php']);
  });

  it('forgets a question that was withdrawn', async () => {
    const said = await run([ask(1, 'lint', 'x.php'), ask(2, 'lint', 'y.php'), { kind: 'cancel', id: 1 }], 1);
    assert.deepEqual(said, ['lint y.php']);
  });
});

describe('the client of the analysis thread', () => {
  let folder = '';
  const open: AnalysisClient[] = [];
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'schema-gap-client-'));
  });
  after(() => {
    for (const client of open) client.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A client of a thread that runs this code for each question. */
  const clientOf = (name: string, body: string, patienceMs?: number): AnalysisClient => {
    const script = join(folder, `${name}.cjs`);
    writeFileSync(
      script,
      `const { parentPort } = require('node:worker_threads');
       let text = null;
       const answer = (id, value) => parentPort.postMessage({ kind: 'answer', id, value });
       parentPort.on('message', (m) => {
         if (m.kind === 'setText') text = m.text;
         if (m.kind === 'request') { ${body} }
       });`,
    );
    const client = openClient({
      script,
      root: folder,
      settings: DEFAULT_SETTINGS,
      log: () => {},
      ...(patienceMs === undefined ? {} : { patienceMs }),
    });
    open.push(client);
    return client;
  };
  const lintAnswer = `answer(m.id, { file: m.params[0], migration: String(text), ran: null, findings: [], unknown: [], problem: null })`;

  it('gives everybody who waits the answer for the newest text', async () => {
    const client = clientOf('newest', lintAnswer);
    client.setText('x.php', 'one');
    const first = client.ask('lint', 'x.php');
    client.setText('x.php', 'two');
    const second = client.ask('lint', 'x.php');
    assert.deepEqual([(await first)?.migration, (await second)?.migration], ['two', 'two']);
  });

  it('asks once for the same question', async () => {
    const client = clientOf(
      'once',
      `globalThis.n = (globalThis.n ?? 0) + 1; answer(m.id, String(globalThis.n))`,
    );
    const both = await Promise.all([client.ask('exportReport', 'html'), client.ask('exportReport', 'html')]);
    assert.deepEqual(both, ['1', '1']);
  });

  it('says that the thread stopped, and starts another that knows the unsaved text', async () => {
    const client = clientOf('crash', `if (m.method === 'overview') process.exit(3); else ${lintAnswer}`);
    client.setText('x.php', 'unsaved');
    await assert.rejects(client.ask('overview'), AnalysisStopped);
    assert.equal((await client.ask('lint', 'x.php'))?.migration, 'unsaved');
  });

  it('gives up after three crashes, until it is told to restart', async () => {
    const client = clientOf('crashes', `if (m.method === 'overview') process.exit(3); else ${lintAnswer}`);
    for (let i = 0; i < 3; i++) await assert.rejects(client.ask('overview'), /stopped/);
    await assert.rejects(client.ask('lint', 'x.php'), /Restart Analysis/);
    client.restart();
    assert.equal((await client.ask('lint', 'x.php'))?.file, 'x.php');
  });

  it('ends a thread that is caught in something, says so, and starts another that knows the unsaved text', async () => {
    const client = clientOf('caught', `if (m.method === 'overview') for (;;); else ${lintAnswer}`, 1500);
    client.setText('x.php', 'unsaved');
    await assert.rejects(client.ask('overview'), /no sign of life.*overview/);
    assert.equal((await client.ask('lint', 'x.php'))?.migration, 'unsaved');
  });

  it('waits for a thread that takes long and is alive', async () => {
    const client = clientOf(
      'slow',
      `const signs = setInterval(() => parentPort.postMessage({ kind: 'ready' }), 50);
       setTimeout(() => { clearInterval(signs); ${lintAnswer} }, 2500);`,
      1500,
    );
    assert.equal((await client.ask('lint', 'x.php'))?.file, 'x.php');
  });

  it('refuses an answer that has not the agreed form', async () => {
    const client = clientOf('odd', `answer(m.id, { something: 'else' })`);
    await assert.rejects(client.ask('environments'), /agreed form/);
  });

  it('keeps the rest going when one question fails', async () => {
    const client = clientOf(
      'fails',
      `if (m.params[0] === 'bad.php') parentPort.postMessage({ kind: 'failure', id: m.id, message: 'no', stack: 'no' }); else ${lintAnswer}`,
    );
    const [bad, good] = await Promise.allSettled([
      client.ask('lint', 'bad.php'),
      client.ask('lint', 'good.php'),
    ]);
    assert.deepEqual([bad.status, good.status], ['rejected', 'fulfilled']);
  });
});
