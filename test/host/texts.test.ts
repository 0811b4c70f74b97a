import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  diagnosticsOf,
  fileIn,
  migration,
  open,
  quickFixes,
  removeApplication,
  testApi,
  until,
  writeApplication,
} from './editor';

const FOLDER = 'third/database/migrations';
const ODD = `${FOLDER}/2026_01_02_000000_größe_ändern.php`;
const TWO = `${FOLDER}/2026_01_03_000000_two.php`;

/** Schema::table with one column, one tab deep. */
const tabbed = migration(`Schema::table('lamps', function (Blueprint $table) {
            $table->string('größe 📏')->nullable();
        });`).replaceAll('    ', '\t');

describe('texts of every form, in an application below the folder', () => {
  before(async () => {
    await testApi();
    writeApplication('third', {
      'database/migrations/2026_01_01_000000_lamps.php': migration(
        `Schema::create('lamps', fn (Blueprint $table) => $table->id());`,
      ),
      'database/migrations/2026_01_02_000000_größe_ändern.php': tabbed.replaceAll('\n', '\r\n'),
      'database/migrations/2026_01_03_000000_two.php':
        migration(`Schema::create('shades', fn (Blueprint $table) => $table->id());
        Schema::create('rooms', fn (Blueprint $table) => $table->id());`),
    });
  });
  after(() => removeApplication('third'));
  afterEach(closeAll);

  const warnings = (uri: vscode.Uri, count: number) =>
    diagnosticsOf(
      uri,
      `${count} warnings`,
      (all) => all.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Warning).length === count,
    );

  it('with CRLF, tabs and names beyond ASCII: nothing is known of what ran, so it is shown', async () => {
    const uri = fileIn(ODD);
    const { document } = await open(ODD);
    const [found] = await warnings(uri, 1);
    assert.match(found!.message, /1060 Duplicate column name 'größe 📏'/);
    assert.equal(document.getText(found!.range), "$table->string('größe 📏')->nullable()");
    const fix = (await quickFixes(uri, found!.range)).find(({ isPreferred }) => isPreferred);
    assert.ok(await vscode.workspace.applyEdit(fix!.edit!));
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    assert.doesNotMatch(document.getText(), /[^\r]\n|^ +\S/m);
    assert.match(
      document.getText(),
      /\t\tif \(! Schema::hasColumn\('lamps', 'größe 📏'\)\) \{\r\n\t\t\tSchema::table\(/,
    );
    await warnings(uri, 0);
  });

  it('in a diff editor, on the side that is the file', async () => {
    const uri = fileIn(ODD);
    const before = await vscode.workspace.openTextDocument({ language: 'php', content: tabbed });
    await vscode.commands.executeCommand('vscode.diff', before.uri, uri, 'before ↔ now');
    await warnings(uri, 1);
    assert.deepEqual(vscode.languages.getDiagnostics(before.uri), []);
  });

  it('all fixes of a file by one action, and by one undo none', async () => {
    const uri = fileIn(TWO);
    const { document } = await open(TWO);
    const text = document.getText();
    const [found] = await warnings(uri, 2);
    const all = await until('the action', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        found!.range,
        vscode.CodeActionKind.QuickFix.value,
      );
      return actions.find(({ title }) => title === 'Apply all proven fixes in this file');
    });
    await vscode.commands.executeCommand(all.command!.command, ...all.command!.arguments!);
    assert.equal(document.getText().match(/hasTable/g)?.length, 2);
    await warnings(uri, 0);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('all fixes on save, where the setting asks for it', async () => {
    const uri = fileIn(TWO);
    await open(TWO);
    const [found] = await warnings(uri, 2);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      found!.range,
      'source.fixAll.schemaGap',
    );
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Apply all proven fixes of Schema Gap'],
    );
  });

  it('suppressed by a comment above the statement, with the cursor where the reason goes', async () => {
    const uri = fileIn(TWO);
    const editor = await open(TWO);
    const [found] = await warnings(uri, 2);
    const suppress = (await quickFixes(uri, found!.range)).find(({ title }) => title.startsWith('Suppress'));
    assert.ok(await vscode.workspace.applyEdit(suppress!.edit!));
    const line = found!.range.start.line;
    const comment = '        // schema-gap-ignore create-table-unguarded: ';
    assert.equal(editor.document.lineAt(line).text, comment);
    assert.deepEqual(
      [editor.selection.active.line, editor.selection.active.character],
      [line, comment.length],
    );
    await vscode.commands.executeCommand('type', { text: 'made anew each time' });
    assert.equal(editor.document.lineAt(line).text, `${comment}made anew each time`);
    assert.match(editor.document.lineAt(line + 1).text, /^ {8}Schema::create\('shades'/);
    await warnings(uri, 1);
  });
});
