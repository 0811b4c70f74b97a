import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension in the real extension host', () => {
  it('has the demo workspace open', () => {
    assert.equal(vscode.workspace.workspaceFolders?.[0]?.name, 'booking');
  });
});
