import assert from 'node:assert/strict';
import { filesOf } from '../../../src/core/laravel/files';
import { evaluate } from './evaluate';

const files = filesOf({ 'a.txt': 'one', 'sub/b.txt': 'two' });
const given = {
  readFile: files.read,
  listFolder: (path: string) => (files.list(path).length > 0 ? files.list(path) : null),
};

const values: readonly (readonly [code: string, value: unknown])[] = [
  [
    "file_put_contents('new.txt', 'hello'); return [file_exists('new.txt'), file_get_contents('new.txt')];",
    [true, 'hello'],
  ],
  ["return [file_put_contents('a.txt', 'two', FILE_APPEND), file_get_contents('a.txt')];", [3, 'onetwo']],
  [
    "file_put_contents('x', uniqid()); return [is_file('x'), file_get_contents('x')];",
    [true, '?uniqid(): the time of the run'],
  ],
  ["unlink('a.txt'); return [file_exists('a.txt'), scandir('.') === ['.', '..', 'sub']];", [false, true]],
  [
    "mkdir('made'); file_put_contents('made/c', ''); return [is_dir('made'), glob('made/*')];",
    [true, ['made/c']],
  ],
  [
    "rename('a.txt', 'c.txt'); copy('sub/b.txt', 'd.txt'); return [file_exists('a.txt'), file('c.txt'), is_file('d.txt')];",
    [false, ['one'], true],
  ],
  ["file_put_contents('code.php', '<?php return 7;'); return require 'code.php';", 7],
  ["fopen('log', 'w'); return file_exists('log');", true],
  ["return file_exists('nothing');", false],
  // What machines keep beside the code is not in any checkout.
  ["return file_exists('storage/app/done');", '?file_exists(): whether storage/app/done is there'],
  ["unlink('storage/app/done'); return 1;", 1],
  ["touch('storage/app/done'); return file_exists('storage/app/done');", true],
];

describe('Files that the run writes', () => {
  for (const [code, value] of values) it(code, () => assert.deepEqual(evaluate(code, given).value, value));
});
