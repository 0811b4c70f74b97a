import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { TestApi } from '../../src/extension/main';
import type { AskableTree } from '../../src/extension/trees';

/** The folder that the host has open: a copy of the demo application. */
export const folder = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;

export const fileIn = (path: string): vscode.Uri => vscode.Uri.joinPath(folder(), ...path.split('/'));

/** What the extension tells tests. */
export async function testApi(): Promise<TestApi> {
  const extension = vscode.extensions.getExtension<TestApi | undefined>('schema-gap.schema-gap');
  const api = await extension?.activate();
  assert.ok(api, 'the extension gives no test API');
  // VS Code's browser build saves by itself; here unsaved text is to stay unsaved.
  await vscode.workspace
    .getConfiguration('files')
    .update('autoSave', 'off', vscode.ConfigurationTarget.Global);
  return api;
}

/** Asks until the answer is not undefined; fails with `what` after the deadline. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined> | T | undefined,
  ms = 30_000,
): Promise<T> {
  const deadline = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) assert.fail(`not seen within ${ms / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A row of a tree as a person sees it. */
export interface Row {
  readonly label: string;
  readonly description: string;
  readonly item: vscode.TreeItem;
  readonly node: unknown;
}

export async function rows(tree: AskableTree, node?: unknown): Promise<readonly Row[]> {
  return (await tree.children(node)).map((child) => {
    const item = tree.item(child);
    const label = typeof item.label === 'string' ? item.label : (item.label?.label ?? '');
    return { label, description: String(item.description ?? ''), item, node: child };
  });
}

/** The row with this label, below the rows with these labels. */
export async function rowAt(tree: AskableTree, ...labels: readonly string[]): Promise<Row> {
  let node: unknown;
  let found: Row | undefined;
  for (const label of labels) {
    const all = await rows(tree, node);
    found = all.find((row) => row.label === label);
    assert.ok(
      found,
      `no row "${label}" among ${all
        .map((row) => row.label)
        .slice(0, 20)
        .join(', ')}`,
    );
    node = found.node;
  }
  return found!;
}

export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileIn(path)), {
    preview: false,
  });
}

/** Our diagnostics of a file, as soon as they are as wanted. */
export const diagnosticsOf = (
  uri: vscode.Uri,
  what: string,
  isWanted: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> =>
  until(what, () => {
    const found = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Schema Gap');
    return isWanted(found) ? found : undefined;
  });

export async function lensTitles(uri: vscode.Uri): Promise<readonly string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uri,
    100,
  );
  return lenses.map(({ command }) => command?.title ?? '');
}

export async function quickFixes(
  uri: vscode.Uri,
  range: vscode.Range,
): Promise<readonly vscode.CodeAction[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
  // Other extensions may offer commands there; ours are edits.
  return found.filter(({ edit }) => edit !== undefined);
}

/** Closes everything without asking, whatever is unsaved. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

export const write = (path: string, text: string | Buffer): void => {
  const at = join(folder().fsPath, path);
  mkdirSync(dirname(at), { recursive: true });
  writeFileSync(at, text);
};

export const remove = (path: string): void =>
  rmSync(join(folder().fsPath, path), { recursive: true, force: true });

/** Writes a second Laravel application into a sub-folder of the workspace. */
export function writeApplication(name: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [path, text] of Object.entries(files)) write(`${name}/${path}`, text);
  write(`${name}/composer.json`, '{ "require": { "laravel/framework": "^11.0" } }');
  write(`${name}/artisan`, '<?php\n');
}

/** Takes an application away again, and waits until the editor has but the one of the workspace. */
export async function removeApplication(name: string): Promise<void> {
  const api = await testApi();
  remove(name);
  await until('one application again', async () =>
    (await rows(api.trees.migrations)).some(({ item }) => item.contextValue?.startsWith('migrations'))
      ? true
      : undefined,
  );
}

/** A migration file around a body of `up()`. */
export const migration = (up: string): string => `<?php

use Illuminate\\Database\\Migrations\\Migration;
use Illuminate\\Database\\Schema\\Blueprint;
use Illuminate\\Support\\Facades\\DB;
use Illuminate\\Support\\Facades\\Http;
use Illuminate\\Support\\Facades\\Schema;

return new class extends Migration
{
    public function up(): void
    {
        ${up}
    }
};
`;
