import { commands as workbench } from 'vscode';
import type { Bag } from './events';
import { type State, stateKey } from './ids';
import type { Projects } from './projects';

/** Tells the empty views which of their welcome texts fits. */
export function keepState(projects: Projects, bag: Bag): void {
  let shown: State | null = null;
  const update = (): void => {
    const state = stateOf(projects);
    if (state === null || state === shown) return;
    shown = state;
    void workbench.executeCommand('setContext', stateKey, state);
  };
  bag.add(projects.onDidChange(update));
  bag.add(projects.onDidOverview(update));
}

/** null as long as it is not known. */
function stateOf(projects: Projects): State | null {
  if (!projects.isSearched()) return null;
  const all = projects.all();
  if (all.length === 0) return 'noApplication';
  if (all.length > 1) return 'ready';
  switch (all[0]!.lastOverview()?.state) {
    case undefined:
      return null;
    case 'no-migrations':
      return 'noMigrations';
    case 'no-actual':
      return 'noActual';
    case 'complete':
      return 'ready';
  }
}
