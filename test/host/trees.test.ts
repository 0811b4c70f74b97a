import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestApi } from '../../src/extension/main';
import { type Row, rowAt, rows, testApi } from './editor';

describe('the sidebar on the demo', () => {
  let api: TestApi;
  before(async () => {
    api = await testApi();
  });

  it('has activated, and says how long that took', function () {
    assert.ok(api.activationMs > 0);
    // Shown, not judged: the machine may be busy.
    this.test!.title = `has activated in ${api.activationMs.toFixed(1)} ms`;
  });

  describe('Migrations', () => {
    it('are grouped by what would become of them, with counts', async () => {
      const groups = await rows(api.trees.migrations);
      assert.deepEqual(
        groups.map(({ label, description }) => `${label} ${description}`),
        ['Would fail 2', 'Never attempted 136', 'Ran 104'],
      );
    });

    it("say the server's error beside the one that fails first", async () => {
      const row = await rowAt(
        api.trees.migrations,
        'Would fail',
        '2025_10_23_162250_add_priority_to_services_table',
      );
      assert.equal(row.description, "1060 Duplicate column name 'priority'");
      assert.match(tooltipOf(row), /alter table/);
    });

    it('lead to the statement that fails', async () => {
      const row = await rowAt(
        api.trees.migrations,
        'Would fail',
        '2025_10_23_162250_add_priority_to_services_table',
      );
      const { command, arguments: args = [] } = row.item.command!;
      await vscode.commands.executeCommand(command, ...args);
      const editor = vscode.window.activeTextEditor!;
      const line = editor.document.lineAt(editor.selection.active.line).text;
      assert.match(line, /Schema::table\('services'|integer\('priority'\)/);
    });

    it('can be told apart without their colours', async () => {
      const groups = await rows(api.trees.migrations);
      for (const { item, label, description } of groups) {
        assert.equal(item.accessibilityInformation?.label, `${label}, ${description} migrations`);
        assert.ok(item.iconPath instanceof vscode.ThemeIcon);
      }
      assert.equal(
        new Set(groups.map(({ item }) => (item.iconPath as vscode.ThemeIcon).id)).size,
        groups.length,
      );
    });
  });

  describe('Tables', () => {
    it('are grouped by family, those that lack a critical table first', async () => {
      const families = await rows(api.trees.tables);
      const retell = families.find(({ label }) => label === 'retell_');
      assert.equal(retell?.description, '12 missing, 1 complete');
      assert.ok(families.slice(0, 4).some(({ label }) => label === 'retell_'));
    });

    it('say which are critical and why they are missing', async () => {
      const row = await rowAt(api.trees.tables, 'retell_', 'retell_call_sessions');
      assert.equal(row.description, 'missing · never attempted · critical');
    });

    it('open to the column that differs, and say how', async () => {
      const families = await rows(api.trees.tables);
      const row = await findTable(api, families, 'services');
      assert.match(row.description, /^different/);
      const columns = (await rows(api.trees.tables, row.node)).find(({ label }) => label === 'Columns');
      const parts = await rows(api.trees.tables, columns!.node);
      const priority = parts.find(({ label }) => label === 'priority');
      assert.match(
        priority!.description,
        /^is int null default '?0'?, should be int not null default '?999'?$/,
      );
      assert.match(
        String((priority!.item.command!.arguments![0] as vscode.Uri).path),
        /add_priority_to_services_table\.php$/,
      );
    });

    it('number 244, of which 196 are missing', async () => {
      const states: string[] = [];
      for (const family of await rows(api.trees.tables))
        for (const table of await rows(api.trees.tables, family.node))
          states.push(table.description.split(' ')[0]!);
      assert.deepEqual([states.length, states.filter((state) => state === 'missing').length], [244, 196]);
    });
  });

  describe('Environments', () => {
    it('mark the two that are compared', async () => {
      const all = await rows(api.trees.environments);
      const marked = all.filter(({ description }) => /^(expected|actual)/.test(description));
      assert.deepEqual(
        marked.map(({ label, description }) => `${label}: ${description}`),
        ['the migrations: expected · 242 files', 'staging.sql: actual · 48 tables, 104 migrations recorded'],
      );
    });

    it('can be chosen, and the trees follow', async () => {
      const migrations = (await rows(api.trees.environments)).find(({ item }) =>
        /canBeActual/.test(item.contextValue!),
      );
      assert.ok(migrations);
      await vscode.commands.executeCommand('schemaGap.useAsActual', migrations.node);
      assert.match((await rowAt(api.trees.environments, migrations.label)).description, /expected · actual/);
      const staging = await rowAt(api.trees.environments, 'staging.sql');
      await vscode.commands.executeCommand('schemaGap.useAsActual', staging.node);
      assert.equal((await rowAt(api.trees.migrations, 'Never attempted')).description, '136');
    });
  });
});

async function findTable(api: TestApi, families: readonly Row[], name: string): Promise<Row> {
  for (const family of families) {
    const found = (await rows(api.trees.tables, family.node)).find(({ label }) => label === name);
    if (found) return found;
  }
  return assert.fail(`no table ${name}`);
}

const tooltipOf = (row: Row): string => (row.item.tooltip as vscode.MarkdownString).value;
