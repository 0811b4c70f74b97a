import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { TestApi } from '../../src/extension/main';
import { fileIn, migration, remove, rowAt, rows, testApi, until, write } from './editor';

const added = 'database/migrations/2026_01_01_000000_create_lanterns_table.php';

describe('what changes on disk', () => {
  let api: TestApi;
  before(async () => {
    api = await testApi();
  });

  const descriptionOf = async (...labels: readonly string[]): Promise<string | undefined> => {
    try {
      return (await rowAt(api.trees.migrations, ...labels)).description;
    } catch {
      return undefined;
    }
  };

  it('a new migration is in the tree, and gone when it is deleted', async () => {
    const before = Number(await descriptionOf('Never attempted'));
    write(added, migration(`Schema::create('lanterns', fn (Blueprint $table) => $table->id());`));
    try {
      await until('one more migration', async () =>
        Number(await descriptionOf('Never attempted')) === before + 1 ? true : undefined,
      );
      await until('its table', async () => {
        for (const family of await rows(api.trees.tables))
          if ((await rows(api.trees.tables, family.node)).some(({ label }) => label === 'lanterns'))
            return true;
        return undefined;
      });
    } finally {
      remove(added);
    }
    await until('the old number', async () =>
      Number(await descriptionOf('Never attempted')) === before ? true : undefined,
    );
  });

  it('another dump in the place of the old one counts', async () => {
    const dump = fileIn('staging.sql').fsPath;
    const text = readFileSync(dump, 'utf8');
    const one = /\(\d+,\s*'2025_10_2[^']*',\s*\d+\)/.exec(text) ?? /\((\d+),'([^']+)',(\d+)\),/.exec(text);
    assert.ok(one, 'no row of migrations in the dump');
    write('staging.sql', text.slice(0, text.length / 2));
    try {
      await until('a problem with the dump', async () => {
        const all = await rows(api.trees.environments);
        const staging = all.find(({ label }) => label === 'staging.sql');
        return (staging?.item.iconPath as vscode.ThemeIcon | undefined)?.id === 'warning' ? true : undefined;
      });
    } finally {
      write('staging.sql', text);
    }
    await until('the old state', async () => ((await descriptionOf('Ran')) === '104' ? true : undefined));
  });

  it('another setting counts', async () => {
    const settings = vscode.workspace.getConfiguration('schemaGap', fileIn(''));
    const before =
      settings.inspect('criticalTables')?.workspaceFolderValue ??
      settings.inspect('criticalTables')?.workspaceValue;
    await settings.update(
      'criticalTables',
      { users: 'nobody can log in' },
      vscode.ConfigurationTarget.Workspace,
    );
    try {
      await until('users is critical', async () => {
        for (const family of await rows(api.trees.tables))
          for (const table of await rows(api.trees.tables, family.node))
            if (table.label === 'users' && /critical/.test(table.description)) return true;
        return undefined;
      });
    } finally {
      await settings.update('criticalTables', before, vscode.ConfigurationTarget.Workspace);
    }
  });
});
