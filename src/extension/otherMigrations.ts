import { type Disposable, Uri, workspace } from 'vscode';
import type { MigrationState } from '../core/analysis/results';
import type { Edited } from './edited';
import { type KnownFindings, knownFrom } from './lint';
import { type Log, messageOf } from './log';
import { fileUri, relativePath } from './places';
import type { Project } from './project';
import { type LintScope, readLintScope } from './settings';

const PENDING: ReadonlySet<MigrationState> = new Set(['would-fail', 'never-attempted', 'pending']);

/**
 * Migrations that get findings although no editor shows them: pending ones, and those that somebody is changing. Nothing
 * is pending where nothing is compared with.
 */
export function wantedFiles(project: Project, edited: Edited): readonly string[] {
  const scope = readLintScope(project.root);
  const overview = project.lastOverview();
  if (scope === 'open' || !overview || (scope === 'pending' && !overview.isRanKnown)) return [];
  return overview.migrations.flatMap(({ file, state }) => {
    const uri = file === null ? null : fileUri(project.root, file);
    return file !== null && uri && (isWanted(scope, state) || edited.has(uri)) ? [file] : [];
  });
}

const isWanted = (scope: LintScope, state: MigrationState): boolean => scope === 'all' || PENDING.has(state);

export interface Store {
  readonly known: ReadonlyMap<string, KnownFindings>;
  set(file: Uri, value: KnownFindings | null): void;
  wanted(project: Project): readonly string[];
}

/**
 * Finds out about the migrations that no editor shows, one after the other, behind everything that somebody waits for.
 * Their fixes are proven when somebody opens them.
 */
export function lintOthers(store: Store, log: Log): Disposable & { start(project: Project): void } {
  const runs = new Map<Project, { cancelled: boolean }>();

  const run = async (project: Project, self: { cancelled: boolean }): Promise<void> => {
    const files = store.wanted(project);
    forgetOthers(project, new Set(files), store);
    for (const file of files) {
      const uri = fileUri(project.root, file);
      if (!uri || isOpen(uri)) continue;
      const found = await project.unopened(file);
      if (self.cancelled) return;
      if (isOpen(uri)) continue;
      store.set(uri, found && knownFrom(found, { version: null, proven: false, before: null }));
    }
  };

  return {
    start(project) {
      const before = runs.get(project);
      if (before) before.cancelled = true;
      const self = { cancelled: false };
      runs.set(project, self);
      run(project, self).catch((error) => {
        if (!self.cancelled) log.warn(`${project.name}: ${messageOf(error)}`);
      });
    },
    dispose() {
      for (const self of runs.values()) self.cancelled = true;
    },
  };
}

function forgetOthers(project: Project, wanted: ReadonlySet<string>, store: Store): void {
  for (const key of [...store.known.keys()]) {
    const uri = Uri.parse(key);
    const file = relativePath(project.root, uri);
    if (file !== null && !wanted.has(file) && !isOpen(uri)) store.set(uri, null);
  }
}

const isOpen = (uri: Uri): boolean =>
  workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
