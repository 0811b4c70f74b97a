import { type Disposable, RelativePattern, type Uri, workspace } from 'vscode';
import { delayed } from './events';
import { type Project, pathIn } from './project';

/** What an answer can rest on, besides the migration folders named in the settings. */
const WATCHED = [
  'database/**/*.php',
  '**/*.{sql,sql.gz}',
  '{composer.json,composer.lock,artisan}',
  'config/**/*.php',
  // Classes that a migration may use; the analysis knows which of them it has read.
  '{app,src,packages,modules,Modules}/**/*.php',
  '.env*',
];

/** Installed packages and caches: a change in there is never ours. */
const IGNORED = /^(vendor|node_modules|storage\/framework|bootstrap\/cache)\//;

const PAUSE_MS = 150;

/** Tells the project which files changed on disk, a burst (a checkout, a dump) as one change. */
export function watchProject(project: Project): Disposable {
  const changed = new Set<string>();
  const tell = delayed(PAUSE_MS, () => {
    const files = [...changed];
    changed.clear();
    project.changed(files);
  });
  const note = (uri: Uri): void => {
    const file = pathIn(project, uri);
    if (file === null || IGNORED.test(file)) return;
    changed.add(file);
    tell.call();
  };
  const patterns = [...WATCHED, ...project.migrationPaths().map((folder) => `${folder}/**/*.php`)];
  const watchers = patterns.map((pattern) => {
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(project.root, pattern));
    watcher.onDidChange(note);
    watcher.onDidCreate(note);
    watcher.onDidDelete(note);
    return watcher;
  });
  return {
    dispose() {
      tell.dispose();
      for (const watcher of watchers) watcher.dispose();
    },
  };
}
