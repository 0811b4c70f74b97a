import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, testApi, until } from './editor';

const reports = (): readonly vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('schemaGap.report'),
    );

describe('the gap report', () => {
  before(testApi);
  afterEach(closeAll);

  it('opens once, however often it is asked for', async () => {
    await vscode.commands.executeCommand('schemaGap.showReport');
    await until('the report', () => (reports().length === 1 ? true : undefined));
    await vscode.commands.executeCommand('schemaGap.showReport');
    assert.deepEqual(
      reports().map(({ label }) => label),
      ['Gap report: booking'],
    );
  });
});
