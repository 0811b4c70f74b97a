import { dirname } from 'node:path/posix';
import { type Event, type ExtensionContext, RelativePattern, Uri, workspace } from 'vscode';
import { type Bag, createSignal, delayed } from './events';
import { section } from './ids';
import type { Log } from './log';
import { createProject, type Project, pathIn } from './project';
import { watchProject } from './watch';

/** The Laravel applications in the open folders, each with an analysis of its own. */
export interface Projects {
  all(): readonly Project[];
  /** The application that a file belongs to: the innermost. */
  of(file: Uri): Project | null;
  /** Resolves when the workspace has been searched. */
  readonly found: Promise<void>;
  isSearched(): boolean;
  /** Searches again. */
  search(): Promise<void>;
  /** Other applications than before (null), or what is known of one may be old. */
  readonly onDidChange: Event<Project | null>;
  /** There is a new overview of one. */
  readonly onDidOverview: Event<Project>;
}

const SKIPPED = '**/{vendor,node_modules,storage}/**';
const MOST = 200;
const SKIPPED_PATH = /\/(vendor|node_modules|storage|\.git)\//;
const MARK = /\/(artisan|composer\.json)$/;
/** `artisan`, `composer.json`, and what may be a folder with them in it. */
const MAY_BRING_A_ROOT = /\/(composer\.json|[^/.]+)$/;

/** Searches the open folders for Laravel applications, now and whenever one may have come or gone. */
export function openProjects(context: ExtensionContext, bag: Bag, log: Log): Projects {
  const open = new Map<string, { project: Project; dispose(): void }>();
  const onDidChange = bag.add(createSignal<Project | null>());
  const onDidOverview = bag.add(createSignal<Project>());
  let searched = false;

  const add = (root: Uri): void => {
    const project = createProject({
      root,
      name: nameOf(root),
      script: Uri.joinPath(context.extensionUri, 'dist', 'worker.cjs').fsPath,
      memory: context.workspaceState,
      log,
    });
    const parts = [
      watchProject(project),
      project.onDidChange(() => onDidChange.fire(project)),
      project.onDidOverview(() => onDidOverview.fire(project)),
    ];
    log.info(`Laravel application: ${root.fsPath}`);
    open.set(root.toString(), {
      project,
      dispose() {
        for (const part of parts) part.dispose();
        project.dispose();
      },
    });
  };

  const search = async (): Promise<void> => {
    const roots = new Map((await findRoots()).map((root) => [root.toString(), root]));
    let isOther = !searched;
    for (const [key, entry] of open) {
      if (roots.has(key)) continue;
      entry.dispose();
      open.delete(key);
      isOther = true;
    }
    for (const [key, root] of roots) {
      if (open.has(key)) continue;
      add(root);
      isOther = true;
    }
    searched = true;
    if (isOther) onDidChange.fire(null);
  };

  const all = (): Project[] => [...open.values()].map(({ project }) => project);
  const searchSafely = (): Promise<void> => search().catch((error) => log.error(error));
  const again = bag.add(delayed(300, () => void searchSafely()));
  // A folder that comes or goes is told as one event, not one for each file in it.
  const places = bag.add(workspace.createFileSystemWatcher('**/*', false, true, false));
  bag.add(
    places.onDidCreate(({ path }) => {
      if (MAY_BRING_A_ROOT.test(path) && !SKIPPED_PATH.test(path)) again.call();
    }),
  );
  bag.add(
    places.onDidDelete(({ path }) => {
      if (MARK.test(path) || all().some(({ root }) => `${root.path}/`.startsWith(`${path}/`))) again.call();
    }),
  );
  bag.add(workspace.onDidChangeWorkspaceFolders(() => again.call()));
  bag.add(
    workspace.onDidGrantWorkspaceTrust(() => {
      for (const { project } of open.values()) void project.settingsChanged();
    }),
  );
  bag.add(
    workspace.onDidChangeConfiguration((event) => {
      for (const [key, { project, dispose }] of [...open]) {
        if (!event.affectsConfiguration(section, project.root)) continue;
        if (!event.affectsConfiguration(`${section}.migrationPaths`, project.root)) {
          void project.settingsChanged();
          continue;
        }
        dispose();
        open.delete(key);
        add(project.root);
        onDidChange.fire(null);
      }
    }),
  );
  bag.add({
    dispose() {
      for (const entry of open.values()) entry.dispose();
      open.clear();
    },
  });

  return {
    all,
    search: searchSafely,
    of(file) {
      const holding = all().filter((project) => pathIn(project, file) !== null);
      return holding.sort((a, b) => b.root.path.length - a.root.path.length)[0] ?? null;
    },
    found: searchSafely(),
    isSearched: () => searched,
    onDidChange: onDidChange.event,
    onDidOverview: onDidOverview.event,
  };
}

/** Folders with `artisan`, or with composer.json beside database/migrations; sorted by path. */
async function findRoots(): Promise<readonly Uri[]> {
  const marks = await workspace.findFiles('**/{artisan,composer.json}', SKIPPED, MOST);
  const roots = new Map<string, Uri>();
  for (const mark of marks) {
    const root = mark.with({ path: dirname(mark.path) });
    if (mark.path.endsWith('/artisan') || (await hasMigrations(root))) roots.set(root.toString(), root);
  }
  return [...roots.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function hasMigrations(root: Uri): Promise<boolean> {
  return (
    (await workspace.findFiles(new RelativePattern(root, 'database/migrations/*.php'), null, 1)).length > 0
  );
}

/** The folder's name; below a workspace folder with the way to it. */
function nameOf(root: Uri): string {
  const path = workspace.asRelativePath(root, true);
  return path === root.fsPath || path === '' ? (root.path.split('/').at(-1) ?? path) : path;
}
