import assert from 'node:assert/strict';
import { expandPattern, filesOf } from '../../../src/core/laravel/files';

describe('folders given with *', () => {
  const files = filesOf({
    'packages/Sales/src/Migrations/a_b.php': '',
    'packages/Core/src/Migrations/a_b.php': '',
    'packages/.hidden/src/Migrations/a_b.php': '',
    'database/migrations/a_b.php': '',
  });
  const cases: [pattern: string, folders: string[]][] = [
    ['database/migrations', ['database/migrations']],
    ['packages/*/src/Migrations', ['packages/Core/src/Migrations', 'packages/Sales/src/Migrations']],
    ['packages/S*s/src/*', ['packages/Sales/src/Migrations']],
    ['nowhere/*', []],
  ];
  for (const [pattern, folders] of cases)
    it(`${pattern} stands for ${folders.join(' and ') || 'nothing'}`, () =>
      assert.deepEqual(expandPattern(files, pattern), folders));
});
