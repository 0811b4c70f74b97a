import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { RULES, ruleOf } from '../../src/core/analysis/rules/catalog';
import { lensText } from '../../src/extension/lint';
import { closeAll, fileIn, migration, remove, testApi, until, writeApplication } from './editor';
import { BASE, bodyOf, CASES, migrationText, POLICY, type RuleCase, STAGING } from './ruleCases';

const OWN = 'rules/database/migrations/2026_02_01_000000_own.php';
const STRAY = 'rules/database/migrations/stray.php';
/** In a folder of its own, which is looked into as well. */
const TWIN = 'database/migrations/module/2026_03_01_000000_later.php';
const create = (name: string) =>
  migration(`Schema::create('${name}', fn (Blueprint $table) => $table->id());`);

/** Rules that no text of one migration can break: a file is where artisan does not run it. */
const OF_FILES = new Set(['same-base-name', 'not-picked-up']);

describe('each rule in the editor', () => {
  const uri = (): vscode.Uri => fileIn(OWN);
  let document: vscode.TextDocument;

  before(async () => {
    await testApi();
    writeApplication('rules', {
      'database/migrations/2026_01_01_000000_base.php': migrationText({ up: BASE }),
      'database/migrations/2026_02_01_000000_own.php': migrationText({ up: '//' }),
      'database/migrations/2026_02_01_000000_other.php': create('twins'),
      'database/migrations/2026_03_01_000000_later.php': create('laters'),
      'database/migrations/stray.php': create('strays'),
      [TWIN]: create('twins_of_a_module'),
      'app/Providers/AppServiceProvider.php': `<?php

namespace App\\Providers;

use Illuminate\\Support\\ServiceProvider;

class AppServiceProvider extends ServiceProvider
{
    public function boot(): void
    {
        $this->loadMigrationsFrom(database_path('migrations/module'));
    }
}
`,
      'staging.sql': STAGING,
    });
    document = await vscode.workspace.openTextDocument(uri());
    await vscode.window.showTextDocument(document, { preview: false });
    await until('findings of the new application', async () => {
      await setText(
        migrationText({
          up: `Schema::create('shades', fn (Blueprint $table) => $table->id());\n// ${Date.now()}`,
        }),
      );
      return (await waitFor('create-table-unguarded', 3_000)) ?? undefined;
    });
  });
  after(async () => {
    await setPolicy(false);
    await closeAll();
    remove('rules');
  });

  const setText = async (text: string): Promise<void> => {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri(), new vscode.Range(0, 0, document.lineCount, 0), text);
    await vscode.workspace.applyEdit(edit);
  };

  const setPolicy = async (on: boolean): Promise<void> => {
    const settings = vscode.workspace.getConfiguration('schemaGap', folderOf());
    for (const [name, value] of Object.entries(POLICY))
      await settings.update(name, on ? value : undefined, vscode.ConfigurationTarget.Workspace);
  };
  const folderOf = () => vscode.workspace.workspaceFolders![0]!.uri;

  const ours = (rule: string): vscode.Diagnostic | undefined =>
    vscode.languages
      .getDiagnostics(uri())
      .find(({ source, code }) => source === 'Schema Gap' && (code as { value?: string })?.value === rule);
  const waitFor = async (rule: string, ms: number): Promise<vscode.Diagnostic | null> => {
    const deadline = Date.now() + ms;
    for (;;) {
      const found = ours(rule);
      if (found || Date.now() > deadline) return found ?? null;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };
  const actionsAt = (range: vscode.Range): Thenable<readonly vscode.CodeAction[]> =>
    vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri(),
      range,
      vscode.CodeActionKind.QuickFix.value,
    );

  const check = async (one: RuleCase): Promise<void> => {
    const text = migrationText(one);
    await setText(text);
    const found = await until(`${one.rule}: ${one.message}`, () => {
      const diagnostic = ours(one.rule);
      return diagnostic?.message === one.message ? diagnostic : undefined;
    });
    const [line, underlined] = one.at;
    assert.deepEqual([found.range.start.line + 1, document.getText(found.range)], [line, underlined]);
    await vscode.workspace.fs.stat((found.code as { target: vscode.Uri }).target);
    await checkLens(one, found.range);
    if (found.range.start.line > 0 && !/^(down|suppression)-/.test(one.rule)) await checkHover(found.range);

    const actions = await actionsAt(found.range);
    const titles = actions.map(({ title }) => title);
    assert.ok(titles.includes(`Open the page about ${one.rule}`), titles.join(', '));
    assert.equal(titles.includes(`Suppress ${one.rule} with a reason`), !one.rule.startsWith('suppression-'));
    if (!one.fix) return;
    const [title, method, code] = one.fix;
    const fix = actions.find((action) => action.title === title);
    assert.ok(fix, titles.join(', '));
    assert.ok(actions.find(({ edit }) => edit)?.isPreferred, 'a proven fix is the preferred one');
    assert.ok(await vscode.workspace.applyEdit(fix.edit!));
    assert.equal(bodyOf(document.getText(), method), code);
    await until('the finding is gone', () => (ours(one.rule)?.message === one.message ? undefined : true));
    const again = (await actionsAt(found.range)).map((action) => action.title);
    assert.ok(!again.includes(title) || ours(one.rule) === undefined, 'the fix is not offered again');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text, 'undo restores');
  };

  const checkLens = async ({ rule, message }: RuleCase, { start }: vscode.Range): Promise<void> => {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      uri(),
      100,
    );
    const titles = lenses
      .filter(({ range }) => range.start.line === start.line)
      .map(({ command }) => command?.title ?? '');
    if (ruleOf(rule as keyof typeof RULES).severity === 'hint')
      return assert.ok(!titles.some((title) => title.includes(lensText(message))), titles.join(' | '));
    assert.ok(titles.length > 0 && titles.length <= 3, `one line: ${titles.join(' | ')}`);
    assert.match(titles[0]!, /^\$\((error|warning|info)\)\u00a0/);
  };

  const checkHover = async ({ start }: vscode.Range): Promise<void> => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri(),
      start,
    );
    const shown = hovers.flatMap(({ contents }) =>
      contents.map((part) => (part as vscode.MarkdownString).value),
    );
    assert.ok(
      shown.some((text) => /Statement \d+ of \d+/.test(text)),
      shown.join('\n'),
    );
  };

  it('has a row', () => {
    const rules = new Set(CASES.map(({ rule }) => rule));
    assert.deepEqual(
      Object.keys(RULES).filter((rule) => !rules.has(rule) && !OF_FILES.has(rule)),
      [],
    );
  });

  for (const one of CASES.filter(({ policy }) => !policy)) it(one.rule, () => check(one));

  describe('of the team’s policy', () => {
    before(() => setPolicy(true));
    for (const one of CASES.filter(({ policy }) => policy)) it(one.rule, () => check(one));
  });

  it('resume-differs, by files of their own', async () => {
    const up = `if (! Schema::hasColumn('lamps', 'room')) {
    Schema::table('lamps', function (Blueprint $table) {
        $table->string('room')->nullable();
        $table->index('room');
    });
}`;
    await setText(migrationText({ up }));
    const found = await until('the finding', () => ours('resume-differs'));
    const actions = await actionsAt(found.range);
    const fix = actions.find(({ title }) => title === 'Split it into 2 migrations, one for each statement');
    assert.ok(fix, actions.map(({ title }) => title).join(', '));
    assert.ok(!fix.isPreferred && actions.some(({ isPreferred }) => isPreferred), 'the guards are preferred');
    assert.ok(await vscode.workspace.applyEdit(fix.edit!));
    const made = fileIn('rules/database/migrations/2026_02_01_000001_add_room_index_to_lamps_table.php');
    const other = await vscode.workspace.openTextDocument(made);
    assert.match(other.getText(), /->index\('room'\)/);
    assert.doesNotMatch(document.getText(), /->index/);
    await until('the finding is gone', () => (ours('resume-differs') ? undefined : true));
    await other.save();
    await vscode.workspace.fs.delete(made);
  });

  /** The rule and message of a file that artisan does not run. */
  const strangerAt = async (path: string) => {
    const file = fileIn(path);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
    const { code, message, relatedInformation } = await until('a diagnostic', () =>
      vscode.languages.getDiagnostics(file).find(({ source }) => source === 'Schema Gap'),
    );
    const related = relatedInformation?.map(({ location }) => location.uri.path.split('/').at(-1));
    return [(code as { value: string }).value, message, ...(related ?? [])];
  };

  it('not-picked-up', async () => {
    assert.deepEqual(await strangerAt(STRAY), [
      'not-picked-up',
      'artisan does not run this file: its name has no underscore',
    ]);
  });

  it('same-base-name', async () => {
    assert.deepEqual(await strangerAt(`rules/${TWIN}`), [
      'same-base-name',
      'artisan runs database/migrations/2026_03_01_000000_later.php in place of this: both have the same base name',
      '2026_03_01_000000_later.php',
    ]);
  });
});
