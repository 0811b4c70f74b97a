import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const id = 'schema-gap.schema-gap';

describe('the extension in the real extension host', () => {
  it('has the demo workspace open', () => {
    assert.equal(vscode.workspace.workspaceFolders?.[0]?.name, 'booking');
  });

  it('activates without an error', async () => {
    const extension = vscode.extensions.getExtension(id);
    assert.ok(extension, `${id} is not there`);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('brings every command that its manifest declares', async () => {
    const { contributes } = vscode.extensions.getExtension(id)!.packageJSON as Manifest;
    const known = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      contributes.commands.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });
});

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}
