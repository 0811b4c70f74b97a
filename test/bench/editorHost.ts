// What `npm run bench:editor` does inside the extension host: types in a migration, opens a large application, and notes
// how long it took. Nothing is asserted; the numbers go to the file that the workspace names.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { DEFAULT_SETTINGS } from '../../src/project/settings';
import { createAnalysis } from '../../src/worker/analysis';
import { closeAll, fileIn, folder, migration, testApi, until, write } from '../host/editor';
import { generateMigrations } from '../support/generatedApp';

const TYPED = 'database/migrations/2099_01_01_000000_typed.php';
const KEYS = 200;
/** As the extension waits after a key. */
const PAUSE = 60;
const LARGE = 2_000;

const text = (name: string) =>
  migration(`Schema::create('typed', function (Blueprint $table) {
            $table->id();
        });
        Schema::table('typed', function (Blueprint $table) {
            $table->string('${name}')->nullable();
        });`);

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const NOWHERE = new vscode.Range(0, 0, 0, 1);

/** Waits until a change of the diagnostics makes it so. */
const told = (isSo: () => boolean): Promise<void> =>
  new Promise((done) => {
    const listener = vscode.languages.onDidChangeDiagnostics(() => {
      if (!isSo()) return;
      listener.dispose();
      done();
    });
  });

/** Milliseconds of processor time that this thread has used: a busy machine's clock would measure the others as well. */
function threadMs(): number {
  const usage = (process as { threadCpuUsage?: () => NodeJS.CpuUsage }).threadCpuUsage?.();
  return usage ? (usage.user + usage.system) / 1000 : performance.now();
}

/** Watches the event loop: the most that this thread worked without letting a timer of 2 ms have its turn. */
function heartbeat(): { stop(): number } {
  let longest = 0;
  let last = threadMs();
  const timer = setInterval(() => {
    const now = threadMs();
    longest = Math.max(longest, now - last);
    last = now;
  }, 2);
  return {
    stop() {
      clearInterval(timer);
      return longest;
    },
  };
}

describe('bench', () => {
  const result: Record<string, number | readonly number[]> = {};
  after(() =>
    writeFileSync(readFileSync(join(folder().fsPath, 'bench-out.txt'), 'utf8'), JSON.stringify(result)),
  );

  it('typing in one migration among 400', async function () {
    this.timeout(600_000);
    const api = await testApi();
    result.activation = api.activationMs;
    write(TYPED, text('a'));
    const document = await vscode.workspace.openTextDocument(fileIn(TYPED));
    const editor = await vscode.window.showTextDocument(document);
    const said = (name: string) =>
      vscode.languages.getDiagnostics(document.uri).some(({ message }) => message.includes(`'${name}'`));
    await until('the first findings', () => said('a') || undefined, 120_000);
    await sleep(5_000);
    const idle = heartbeat();
    await sleep(3_000);
    result.idleBlock = idle.stop();

    const beat = heartbeat();
    const latencies: number[] = [];
    const others: number[] = [];
    const plain = vscode.languages.createDiagnosticCollection('bench');
    /** How soon the editor shows a diagnostic that is set a pause after a key, without any work behind it. */
    const withoutWork = async (nth: number): Promise<number> => {
      const message = `nothing ${nth}`;
      const start = performance.now();
      setTimeout(() => plain.set(document.uri, [new vscode.Diagnostic(NOWHERE, message)]), PAUSE);
      await told(() => vscode.languages.getDiagnostics(document.uri).some((one) => one.message === message));
      return performance.now() - start;
    };
    let name = 'a';
    for (let key = 0; key < KEYS; key++) {
      const letter = 'bcdefgh'[key % 7]!;
      const at = document.positionAt(document.getText().indexOf(`'${name}'`) + 1 + name.length);
      const next = key % 8 === 7 ? 'a' : `${name}${letter}`;
      await editor.edit((edit) =>
        key % 8 === 7
          ? edit.replace(new vscode.Range(at.translate(0, -name.length), at), 'a')
          : edit.insert(at, letter),
      );
      const pressed = performance.now();
      name = next;
      await told(() => said(name));
      latencies.push(performance.now() - pressed);
      others.push(await withoutWork(key));
      // Now and then a pause in which fixes are proven, as between words.
      await sleep(key % 5 === 0 ? 700 : 20 + (key % 4) * 60);
    }
    plain.dispose();
    result.latency = latencies;
    result.withoutWork = others;
    result.typingBlock = beat.stop();
    await closeAll();
  });

  it('the work for one edit', async function () {
    this.timeout(600_000);
    const analysis = createAnalysis(folder().fsPath, DEFAULT_SETTINGS);
    await analysis.overview();
    const work: number[] = [];
    for (let key = 0; key < 400; key++) {
      analysis.setText(TYPED, text(`c${key}`));
      const start = threadMs();
      await analysis.findings(TYPED);
      work.push(threadMs() - start);
    }
    result.work = work;
  });

  it('a large application', async function () {
    this.timeout(600_000);
    const api = await testApi();
    for (const [path, content] of generateMigrations(LARGE))
      write(`large/database/migrations/${path.split('/').at(-1)}`, content);
    const beat = heartbeat();
    write('large/composer.json', '{ "require": { "laravel/framework": "^11.0" } }');
    write('large/artisan', '<?php\n');
    await until(
      'the large application in the tree',
      async () => {
        const rows = await api.trees.migrations.children();
        if (rows.length < 2) return undefined;
        const of = await Promise.all(rows.map((row) => api.trees.migrations.children(row)));
        return of.every((children) => children.length > 0) || undefined;
      },
      300_000,
    );
    await sleep(3_000);
    result.startBlock = beat.stop();
  });
});
