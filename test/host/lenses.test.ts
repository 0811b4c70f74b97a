import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import {
  closeAll,
  diagnosticsOf,
  fileIn,
  folder,
  lensTitles,
  open,
  quickFixes,
  remove,
  testApi,
  until,
  write,
} from './editor';

/** Staging has the column already, in another form: a guard hides that, which is said once it is there. */
const stray = 'database/migrations/2025_10_23_162250_add_priority_to_services_table.php';
const pending = 'database/migrations/2025_12_11_070815_add_sentiment_score_to_calls_table.php';
const GUARD = "Guard 'sentiment_score' with Schema::hasColumn";
const ranLongAgo = 'database/migrations/2024_04_15_101010_add_duration_minutes_to_calls_table.php';
const ranUnopened = 'database/migrations/2025_02_10_094500_add_meta_to_customers.php';

describe('a migration that cannot run twice', () => {
  before(testApi);
  afterEach(closeAll);

  const allLenses = (uri: vscode.Uri) =>
    until('the line over the statement', async () => {
      const found = await lensTitles(uri);
      return found.length === 3 ? found : undefined;
    });

  it("has one line over the statement: the server's error, the proven fix, the run", async () => {
    await open(pending);
    assert.deepEqual(await allLenses(fileIn(pending)), [
      "$(warning)\u00a0a second run stops here: 1060 Duplicate column name 'sentiment_score'",
      `$(lightbulb-autofix)\u00a0${GUARD}`,
      'Show run',
    ]);
  });

  it('says after the fix what its guard hides where it will run', async () => {
    await open(stray);
    const uri = fileIn(stray);
    const [found] = await diagnosticsOf(uri, 'a diagnostic', (all) => all.length > 0);
    const fixes = await quickFixes(uri, found!.range);
    assert.deepEqual(
      fixes.map(({ title }) => title),
      ["Guard 'priority' with Schema::hasColumn", 'Suppress add-column-unguarded with a reason'],
    );
    assert.ok(await vscode.workspace.applyEdit(fixes[0]!.edit!));
    await diagnosticsOf(uri, 'what the guard hides', ([one]) =>
      /a guard passes over what is there already in table 'services'/.test(one?.message ?? ''),
    );
    await vscode.commands.executeCommand('undo');
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
    const uri = fileIn(pending);
    const editor = await open(pending);
    const before = editor.document.getText();
    const [found] = await diagnosticsOf(uri, 'a diagnostic', (all) => all.length > 0);
    const [fix] = await quickFixes(uri, found!.range);
    assert.deepEqual([fix?.title, fix?.isPreferred], [GUARD, true]);
    assert.ok(await vscode.workspace.applyEdit(fix!.edit!));
    assert.match(editor.document.getText(), /if \(! ?Schema::hasColumn\('calls', 'sentiment_score'\)\) \{/);
    await diagnosticsOf(uri, 'no diagnostic', (all) => all.length === 0);
    assert.deepEqual(await lensTitles(uri), []);
    assert.deepEqual(await quickFixes(uri, found!.range), []);
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
    await diagnosticsOf(uri, 'the diagnostic again', (all) => all.length > 0);
  });

  it("is mended by the lens's command", async () => {
    const uri = fileIn(pending);
    const editor = await open(pending);
    await allLenses(uri);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      uri,
    );
    const { command, arguments: args = [] } = lenses[1]!.command!;
    await vscode.commands.executeCommand(command, ...args);
    assert.match(editor.document.getText(), /hasColumn/);
  });

  it("shows its runs side by side by the lens's command", async () => {
    await open(pending);
    await allLenses(fileIn(pending));
    await vscode.commands.executeCommand('schemaGap.showRun', fileIn(pending));
    const texts = await until('two texts', () => {
      const all = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === 'schema-gap-run');
      return all.length === 2 ? all.map((one) => one.getText()) : undefined;
    });
    assert.ok(texts.every((text) => /alter table `calls` add `sentiment_score`/.test(text)));
    assert.equal(
      texts.filter((text) => /✗ 1060 \(42S21\) Duplicate column name 'sentiment_score'/.test(text)).length,
      1,
    );
    assert.equal(
      texts.filter((text) => /there already: .*sentiment_score.*\n-- {5}made at line/.test(text)).length,
      1,
    );
  });

  it('says on hover what SQL a statement becomes, and what is left if the run stops there', async () => {
    const editor = await open(pending);
    const at = editor.document.positionAt(editor.document.getText().indexOf("'sentiment_score'"));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      fileIn(pending),
      at,
    );
    const text = hovers
      .flatMap(({ contents }) => contents as vscode.MarkdownString[])
      .map(({ value }) => value)
      .join('\n');
    assert.match(text, /Statement 1 of 1/);
    assert.match(text, /alter table `calls` add `sentiment_score`/);
    assert.match(text, /nothing is left half-done/);
  });

  it('keeps its findings over their statement while the text cannot be read, and says so', async () => {
    const uri = fileIn(pending);
    const editor = await open(pending);
    await allLenses(uri);
    const [found] = await diagnosticsOf(uri, 'a diagnostic', (all) => all.length > 0);
    const line = found!.range.start.line;
    await editor.edit((edit) => edit.insert(new vscode.Position(line, 0), '        $half = [1,\n'));
    const [marked] = await diagnosticsOf(uri, 'a marked diagnostic', ([one]) =>
      /\(as of the last readable text\)$/.test(one?.message ?? ''),
    );
    assert.equal(marked!.range.start.line, line + 1);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      uri,
      100,
    );
    assert.deepEqual(
      lenses.map(({ range, command }) => [range.start.line, command?.title]),
      [
        [
          line + 1,
          "$(warning)\u00a0a second run stops here: 1060 Duplicate column name 'sentiment_score' (as of the last readable text)",
        ],
        [line + 1, 'Show run'],
      ],
    );
    await vscode.commands.executeCommand('undo');
    await allLenses(uri);
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
});

describe('a migration that has run', () => {
  before(testApi);
  const setScope = (scope: string | undefined) =>
    vscode.workspace
      .getConfiguration('schemaGap', fileIn(''))
      .update('lint.scope', scope, vscode.ConfigurationTarget.Workspace);
  afterEach(async () => {
    await setScope(undefined);
    await closeAll();
  });
  const shown = (uri: vscode.Uri) =>
    vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Schema Gap');

  it('is quiet, unless the setting asks for all: then it is history', async () => {
    const uri = fileIn(ranLongAgo);
    await open(ranLongAgo);
    await open(stray);
    await diagnosticsOf(fileIn(stray), 'a diagnostic of another', (all) => all.length > 0);
    assert.deepEqual([shown(uri), await lensTitles(uri)], [[], []]);
    await setScope('all');
    const found = await diagnosticsOf(uri, 'diagnostics', (all) => all.length > 0);
    assert.ok(found.every(({ severity }) => severity >= vscode.DiagnosticSeverity.Information));
    await setScope(undefined);
    await diagnosticsOf(uri, 'no diagnostics', (all) => all.length === 0);
  });

  it('is as any other once somebody changes it', async () => {
    const uri = fileIn(ranLongAgo);
    const editor = await open(ranLongAgo);
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), '\n'));
    const found = await diagnosticsOf(uri, 'diagnostics', (all) => all.length > 0);
    assert.ok(found.some(({ severity }) => severity === vscode.DiagnosticSeverity.Warning));
  });
});

describe('a migration that ran and differs from the last commit', () => {
  interface Git {
    openRepository(root: vscode.Uri): Promise<unknown>;
    readonly repositories: readonly { readonly rootUri: vscode.Uri }[];
  }
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@localhost', ...args], {
      cwd: folder().fsPath,
      stdio: 'ignore',
    });
  after(() => remove('.git'));

  it('is as any other, though no editor shows it, until it is as committed again', async () => {
    await testApi();
    const uri = fileIn(ranUnopened);
    const text = readFileSync(uri.fsPath, 'utf8');
    git('init');
    git('add', '-A');
    git('commit', '-m', 'all');
    const extension = vscode.extensions.getExtension<{ getAPI(version: 1): Git }>('vscode.git');
    const api = (await extension!.activate()).getAPI(1);
    await api.openRepository(folder());
    write(ranUnopened, `${text}// changed\n`);
    try {
      const found = await diagnosticsOf(uri, 'a diagnostic', (all) => all.length > 0);
      assert.ok(found.some(({ severity }) => severity === vscode.DiagnosticSeverity.Warning));
    } finally {
      write(ranUnopened, text);
    }
    await diagnosticsOf(uri, 'no diagnostic', (all) => all.length === 0);
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
