import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnosticsOf, fileIn, lensTitles, open, quickFixes, testApi, until } from './editor';

const stray = 'database/migrations/2025_10_23_162250_add_priority_to_services_table.php';
const ranLongAgo = 'database/migrations/2024_04_15_101010_add_duration_minutes_to_calls_table.php';
const ranUnopened = 'database/migrations/2025_02_10_094500_add_meta_to_customers.php';

describe('a migration that cannot run twice', () => {
  before(testApi);
  afterEach(closeAll);

  it("has a lens over the statement with the server's error, and one with the proven fix", async () => {
    await open(stray);
    const titles = await until('lenses', async () => {
      const found = await lensTitles(fileIn(stray));
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(titles, [
      "$(warning) a second run stops here: 1060 Duplicate column name 'priority'",
      "$(lightbulb-autofix) Guard 'priority' with Schema::hasColumn",
    ]);
  });

  it('has a diagnostic with its rule, at the statement', async () => {
    const editor = await open(stray);
    const [found] = await diagnosticsOf(fileIn(stray), 'a diagnostic', (all) => all.length > 0);
    assert.equal(found!.severity, vscode.DiagnosticSeverity.Warning);
    assert.match(found!.message, /1060 Duplicate column name 'priority'/);
    assert.match(editor.document.getText(found!.range), /priority/);
    const code = found!.code as { value: string; target: vscode.Uri };
    assert.equal(code.value, 'add-column-unguarded');
    await vscode.workspace.fs.stat(code.target);
  });

  it('is mended by the quick fix: the finding goes, a second fix is not offered, undo brings it back', async () => {
    const uri = fileIn(stray);
    const editor = await open(stray);
    const before = editor.document.getText();
    const [found] = await diagnosticsOf(uri, 'a diagnostic', (all) => all.length > 0);
    const [fix] = await quickFixes(uri, found!.range);
    assert.deepEqual([fix?.title, fix?.isPreferred], ["Guard 'priority' with Schema::hasColumn", true]);
    assert.ok(await vscode.workspace.applyEdit(fix!.edit!));
    assert.match(editor.document.getText(), /if \(! ?Schema::hasColumn\('services', 'priority'\)\) \{/);
    await diagnosticsOf(uri, 'no diagnostic', (all) => all.length === 0);
    assert.deepEqual(await lensTitles(uri), []);
    assert.deepEqual(await quickFixes(uri, found!.range), []);
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
    await diagnosticsOf(uri, 'the diagnostic again', (all) => all.length > 0);
  });

  it("is mended by the lens's command", async () => {
    const uri = fileIn(stray);
    const editor = await open(stray);
    await diagnosticsOf(uri, 'a diagnostic', (all) => all.length > 0);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      uri,
    );
    const { command, arguments: args = [] } = lenses[1]!.command!;
    await vscode.commands.executeCommand(command, ...args);
    assert.match(editor.document.getText(), /hasColumn/);
  });

  it('keeps its findings over their statement while the text cannot be read', async () => {
    const uri = fileIn(stray);
    const editor = await open(stray);
    await until('both lenses', async () => ((await lensTitles(uri)).length === 2 ? true : undefined));
    const [found] = await diagnosticsOf(uri, 'a diagnostic', (all) => all.length > 0);
    const line = found!.range.start.line;
    await editor.edit((edit) => edit.insert(new vscode.Position(line, 0), '        $half = [1,\n'));
    const titles = await until('lenses of the last readable text', async () => {
      const all = await lensTitles(uri);
      return all.some((title) => title.includes('as of the last readable text')) ? all : undefined;
    });
    assert.equal(titles.length, 1);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      uri,
    );
    assert.equal(lenses[0]!.range.start.line, line + 1);
  });

  it('follows the unsaved text', async () => {
    const uri = fileIn(stray);
    const editor = await open(stray);
    await diagnosticsOf(uri, 'a diagnostic', (all) => all.length > 0);
    const at = editor.document.getText().indexOf("'priority'");
    const range = new vscode.Range(
      editor.document.positionAt(at),
      editor.document.positionAt(at + "'priority'".length),
    );
    await editor.edit((edit) => edit.replace(range, "'urgency'"));
    await diagnosticsOf(uri, 'a diagnostic about urgency', ([one]) => /'urgency'/.test(one?.message ?? ''));
  });

  it('is a warning while it is pending, history once it has run', async () => {
    await open(ranLongAgo);
    const found = await diagnosticsOf(fileIn(ranLongAgo), 'diagnostics', (all) => all.length > 0);
    assert.deepEqual(
      [...new Set(found.map(({ severity }) => severity))],
      [vscode.DiagnosticSeverity.Information],
    );
  });
});

describe('migrations that no editor shows', () => {
  it('are in the Problems view while they are pending, and not once they have run', async () => {
    await diagnosticsOf(fileIn(stray), 'a diagnostic', (all) => all.length > 0);
    const ran = vscode.languages
      .getDiagnostics(fileIn(ranUnopened))
      .filter(({ source }) => source === 'Schema Gap');
    assert.deepEqual(ran, []);
  });
});

describe('PHP that is no migration', () => {
  afterEach(closeAll);
  it('has no lens and no diagnostic', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'php',
      content: "<?php Schema::table('services', fn ($table) => $table->integer('priority'));",
    });
    await vscode.window.showTextDocument(document);
    assert.deepEqual(await lensTitles(document.uri), []);
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
  });
});
