import assert from 'node:assert/strict';
import { appWith, create, documentOf } from '../../support/tempApp';

const NAMES = ['2026_01_01_000000_a', '2026_01_02_000000_b', '2026_01_03_000000_c', '2026_01_04_000000_d'];
const [A, B, C, D] = NAMES as [string, string, string, string];

const APP = {
  // Makes what D takes away again.
  [A]: create('lamps'),
  [B]: "if (! Schema::hasTable('shades')) {\n    Schema::create('shades', fn (Blueprint $table) => $table->id());\n}",
  [C]: "Schema::table('lamps', fn (Blueprint $table) => $table->integer('priority'));",
  [D]: "Schema::drop('lamps');",
};

const outcomes = async (on: string, more: Readonly<Record<string, string>> = {}) => {
  const called = await appWith({ ...APP, ...more }).cli('rerun', '--on', on, '--json');
  const document = documentOf(called);
  assert.equal(document.on, on);
  return {
    status: called.status,
    found: document.migrations.map(
      (one: { name: string; outcome: string; serverError: { code: number } | null }) => [
        one.name,
        one.outcome,
        one.serverError?.code ?? null,
      ],
    ),
  };
};

describe('rerun', () => {
  it('--on after: each straight after its own first run, with only the earlier ones run', async () => {
    assert.deepEqual(await outcomes('after'), {
      status: 1,
      found: [
        [A, 'error', 1050],
        [B, 'ok', null],
        [C, 'error', 1060],
        [D, 'error', 1051],
      ],
    });
  });

  it('--on final: each from the same finished schema', async () => {
    assert.deepEqual(await outcomes('final'), {
      status: 1,
      // Each alone: that A makes the table again does not help C or D.
      found: [
        [A, 'ok', null],
        [B, 'ok', null],
        [C, 'error', 1146],
        [D, 'error', 1051],
      ],
    });
  });

  it('is --on after where nothing is said', async () => {
    const app = appWith(APP);
    const [said, unsaid] = [await app.cli('rerun', '--on', 'after'), await app.cli('rerun')];
    assert.equal(unsaid.out, said.out);
  });

  it('all guarded: status 0', async () => {
    const called = await appWith({ [B]: APP[B] as string }).cli('rerun');
    assert.equal(called.status, 0);
    assert.match(called.out, /1 would run again, 0 would fail, 0 not known/);
  });

  it('a cut-off run is not known: status 4', async () => {
    const called = await appWith({ [B]: 'while (true) {}' }).cli('rerun', '--json');
    const [only] = documentOf(called).migrations;
    assert.deepEqual([called.status, only.outcome, only.serverError, only.line], [4, 'unknown', null, 13]);
    assert.match(only.reason, /does not end/);
  });

  it('the code’s own exception is an error without a server’s', async () => {
    const called = await appWith({ [B]: "throw new \\LogicException('only once');" }).cli('rerun', '--json');
    const [only] = documentOf(called).migrations;
    assert.deepEqual([called.status, only.outcome, only.serverError, only.line], [1, 'error', null, 13]);
    assert.match(only.reason, /LogicException: only once/);
  });
});
