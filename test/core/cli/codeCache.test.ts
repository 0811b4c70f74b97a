import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadProgram } from '../../../src/cli/codeCache';

describe('the compiled program that is kept for the next start', () => {
  let root: string;
  let folder: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'schema-gap-code-'));
    folder = join(root, 'code');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const bundle = (answer: string): string => {
    const path = join(root, 'program.cjs');
    writeFileSync(path, `exports.answer = () => require('node:path').basename('${answer}');`);
    return path;
  };
  const load = (path: string) => {
    const { exports, keep } = loadProgram(path, folder);
    return { answer: (exports as { answer(): string }).answer(), keep };
  };
  const kept = () => readdirSync(folder).map((name) => join(folder, name));

  it('is written once, and the program runs from it', () => {
    const path = bundle('one');
    load(path).keep();
    const [file, ...others] = kept();
    assert.deepEqual(others, []);
    const written = statSync(file!).mtimeMs;
    const again = load(path);
    assert.equal(again.answer, 'one');
    again.keep();
    assert.equal(statSync(file!).mtimeMs, written);
  });

  it('is not taken for a changed program of the same length, and goes with the old one', () => {
    load(bundle('one')).keep();
    const [old] = kept();
    const changed = load(bundle('two'));
    assert.equal(changed.answer, 'two');
    changed.keep();
    assert.equal(kept().length, 1);
    assert.notEqual(kept()[0], old);
  });

  it('is passed over where it is broken, and made anew', () => {
    const path = bundle('one');
    load(path).keep();
    const [file] = kept();
    const good = readFileSync(file!);
    writeFileSync(file!, good.subarray(0, 40));
    const broken = load(path);
    assert.equal(broken.answer, 'one');
    broken.keep();
    assert.ok(statSync(file!).size > 40);
  });

  it('is passed over where others may write it', function () {
    if (!process.getuid) this.skip();
    const path = bundle('one');
    load(path).keep();
    const [file] = kept();
    chmodSync(file!, 0o666);
    load(path).keep();
    assert.equal(statSync(file!).mode & 0o777, 0o600);
  });

  it('does no harm where there is no folder for it', () => {
    writeFileSync(folder, 'a file');
    const path = bundle('one');
    load(path).keep();
    assert.equal(load(path).answer, 'one');
  });
});
