import { l10n, Uri, ViewColumn, type WebviewPanel, window, commands as workbench } from 'vscode';
import { type FromPage, readFromPage, readPageState, type ToPage } from '../../webview/protocol';
import { compare } from './compare';
import { type Bag, createBag } from './events';
import { exportReport } from './exportReport';
import { reportViewType } from './ids';
import { type Log, messageOf, tell } from './log';
import { openCommand } from './places';
import type { Project } from './project';
import type { Projects } from './projects';
import { reportFolder, reportPage } from './reportPage';

/** The gap reports that are open, one for each application. */
export interface ReportPanels {
  show(project: Project | null): void;
}

export function openReports(projects: Projects, extension: Uri, log: Log, bag: Bag): ReportPanels {
  const panels = new Map<string, WebviewPanel>();

  const adopt = (panel: WebviewPanel, root: Uri): void => {
    const key = root.toString();
    panels.set(key, panel);
    panel.onDidDispose(() => panels.delete(key));
    fill(panel, root, { projects, extension, log });
  };

  bag.add(
    window.registerWebviewPanelSerializer(reportViewType, {
      async deserializeWebviewPanel(panel, kept) {
        const state = readPageState(kept);
        if (state) adopt(panel, Uri.parse(state.root));
        else panel.dispose();
      },
    }),
  );
  bag.add({
    dispose() {
      for (const panel of [...panels.values()]) panel.dispose();
    },
  });

  return {
    show(project) {
      if (!project) return;
      const open = panels.get(project.root.toString());
      if (open) return open.reveal();
      const panel = window.createWebviewPanel(reportViewType, title(project), ViewColumn.Active, {
        enableFindWidget: true,
      });
      adopt(panel, project.root);
    },
  };
}

const title = (project: Project): string => l10n.t('Gap report: {0}', project.name);

interface Surroundings {
  readonly projects: Projects;
  readonly extension: Uri;
  readonly log: Log;
}

/** Gives a panel its page, answers what the page asks, and keeps it current. */
function fill(panel: WebviewPanel, root: Uri, { projects, extension, log }: Surroundings): void {
  const bag = createBag();
  let isReady = false;
  let newest = 0;

  const find = (): Project | null =>
    projects.all().find((project) => project.root.toString() === root.toString()) ?? null;
  const post = (message: ToPage): void => {
    if (isReady) void panel.webview.postMessage(message);
  };

  const update = async (): Promise<void> => {
    if (!isReady) return;
    const turn = ++newest;
    post({ kind: 'busy' });
    const message = await messageFor(projects, find);
    if (turn === newest) post(message);
  };

  const act = async (message: FromPage, project: Project | null): Promise<void> => {
    switch (message.kind) {
      case 'ready':
        isReady = true;
        return update();
      case 'open': {
        const open = openCommand(root, message.file, message.line);
        if (open) await workbench.executeCommand(open.command, ...(open.arguments ?? []));
        return;
      }
      case 'export':
        return exportReport(project, message.format);
      case 'compare':
        return compare(project);
      case 'refresh':
        return project?.changed(null);
    }
  };

  panel.webview.options = { enableScripts: true, localResourceRoots: [reportFolder(extension)] };
  panel.iconPath = {
    light: Uri.joinPath(extension, 'media', 'report-light.svg'),
    dark: Uri.joinPath(extension, 'media', 'report-dark.svg'),
  };
  bag.add(
    panel.webview.onDidReceiveMessage((raw: unknown) => {
      const message = readFromPage(raw);
      if (!message) return log.warn('The report page said something that is not in the protocol.');
      act(message, find()).catch((error) => tell(log, l10n.t('The gap report'), error));
    }),
  );
  bag.add(
    projects.onDidChange((project) => {
      if (!project || project.root.toString() === root.toString()) void update();
    }),
  );
  bag.add(
    panel.onDidChangeViewState(() => {
      // A hidden page is thrown away; it says ready again when it is back.
      if (!panel.visible) isReady = false;
    }),
  );
  panel.onDidDispose(() => bag.dispose());
  panel.webview.html = reportPage(panel.webview, extension, { root: root.toString() });
}

async function messageFor(projects: Projects, find: () => Project | null): Promise<ToPage> {
  await projects.found;
  const project = find();
  if (!project)
    return {
      kind: 'empty',
      title: l10n.t('The application is not there any more'),
      text: l10n.t('This report was about a Laravel application that is no longer in the workspace.'),
    };
  try {
    const view = await project.report();
    void project.overview().catch(() => undefined);
    return view ? { kind: 'report', view } : await emptyMessage(project);
  } catch (error) {
    return { kind: 'empty', title: l10n.t('The report could not be made'), text: messageOf(error) };
  }
}

async function emptyMessage(project: Project): Promise<ToPage> {
  const { state, problems } = await project.overview();
  const first = problems[0];
  if (first) return { kind: 'empty', title: first.message, text: first.hint };
  return state === 'no-migrations'
    ? {
        kind: 'empty',
        title: l10n.t('No migrations'),
        text: l10n.t('There are no files in database/migrations, so nothing is expected to be there.'),
      }
    : {
        kind: 'empty',
        title: l10n.t('Nothing to compare with'),
        text: l10n.t(
          'Put a dump of the database (mysqldump --no-data, and the rows of its migrations table) into the application, or choose one.',
        ),
      };
}
