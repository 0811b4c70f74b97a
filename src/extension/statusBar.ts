import { l10n, StatusBarAlignment, window, workspace } from 'vscode';
import { type Bag, delayed } from './events';
import { commands, section } from './ids';
import type { Project } from './project';
import type { Projects } from './projects';
import { isStatusBarEnabled } from './settings';

/** The start of the editor comes first, and a burst of changes is one. */
const PAUSE_MS = 1_000;

/** How complete the actual environment is; a click shows the report. */
export function showStatus(projects: Projects, bag: Bag): void {
  const item = bag.add(window.createStatusBarItem(commands.showReport, StatusBarAlignment.Left, 0));
  item.name = l10n.t('Schema Gap');
  item.command = commands.showReport;
  const update = (): void => {
    const overview = currentProject(projects)?.lastOverview();
    const counts = overview?.counts;
    if (!counts || !isStatusBarEnabled()) {
      item.hide();
      return;
    }
    const present = counts.expected - counts.missing;
    item.text = `$(database) ${l10n.t('{0} of {1} tables', present, counts.expected)}`;
    const label = l10n.t(
      'Schema Gap: {0} % complete, {1} tables missing',
      counts.completePercent,
      counts.missing,
    );
    item.tooltip = [label, overview.manual].filter(Boolean).join('\n');
    item.accessibilityInformation = { label };
    item.show();
  };
  const ask = bag.add(
    delayed(PAUSE_MS, () => {
      if (!isStatusBarEnabled()) return;
      currentProject(projects)
        ?.overview()
        .catch(() => item.hide());
    }),
  );
  bag.add(
    projects.onDidChange(() => {
      update();
      ask.call();
    }),
  );
  bag.add(projects.onDidOverview(update));
  bag.add(window.onDidChangeActiveTextEditor(update));
  bag.add(
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${section}.statusBar`)) update();
    }),
  );
}

function currentProject(projects: Projects): Project | null {
  const active = window.activeTextEditor && projects.of(window.activeTextEditor.document.uri);
  return active ?? projects.all()[0] ?? null;
}
