import { type Event, type TextDocument, type Uri, workspace } from 'vscode';
import { manualText } from '../core/report/describe';
import { type Bag, createSignal, type Delayed, delayed } from './events';
import { findingsIn, type KnownFindings, shiftFindings } from './lint';
import { type Log, messageOf } from './log';
import { lintOthers, wantedFiles } from './otherMigrations';
import { type Project, pathIn } from './project';
import type { Projects } from './projects';

/** The findings of migrations: of open ones with every edit, of others as far as the setting wants them. */
export interface Findings {
  of(file: Uri): KnownFindings | null;
  /** The findings of the document exactly as it stands; null for a file that is no migration. */
  current(document: TextDocument): Promise<KnownFindings | null>;
  readonly onDidChange: Event<Uri>;
}

const TYPING_PAUSE_MS = 100;

export function openFindings(projects: Projects, bag: Bag, log: Log): Findings {
  const known = new Map<string, KnownFindings>();
  const typing = new Map<TextDocument, Delayed>();
  const onDidChange = bag.add(createSignal<Uri>());

  const set = (uri: Uri, value: KnownFindings | null): void => {
    const key = uri.toString();
    if (value) known.set(key, value);
    else if (!known.delete(key)) return;
    onDidChange.fire(uri);
  };

  /** The application and path of a migration; null for every other document, without further work. */
  const migrationOf = (document: TextDocument): { project: Project; file: string } | null => {
    if (document.languageId !== 'php' || document.uri.scheme !== 'file') return null;
    const project = projects.of(document.uri);
    const file = project && pathIn(project, document.uri);
    return project && file !== null && project.isMigration(file) ? { project, file } : null;
  };

  const lint = async (document: TextDocument): Promise<KnownFindings | null> => {
    const migration = migrationOf(document);
    if (!migration) return null;
    const { project, file } = migration;
    const { uri, version } = document;
    project.setText(file, document.isDirty ? document.getText() : null);
    // What is found comes first; the fixes, each of which is proven by runs of its own, follow.
    const isNews = known.get(uri.toString())?.version !== version;
    for (const ask of isNews ? [project.findings, project.lint] : [project.lint]) {
      const found = await ask(file);
      const before = known.get(uri.toString());
      if (document.isClosed || document.version !== version) return before ?? null;
      set(
        uri,
        found?.problem && before && found.findings.length === 0
          ? { ...before, stale: true }
          : found && {
              findings: findingsIn(found),
              version,
              ran: found.ran,
              manual: manualText(found.fromTheManual),
              stale: found.problem !== null,
              proven: ask === project.lint,
            },
      );
    }
    void project.overview().catch(() => undefined);
    return known.get(uri.toString()) ?? null;
  };

  const lintSafely = async (document: TextDocument): Promise<KnownFindings | null> => {
    try {
      return await lint(document);
    } catch (error) {
      log.warn(`${document.uri.fsPath}: ${messageOf(error)}`);
      return known.get(document.uri.toString()) ?? null;
    }
  };

  const soon = (document: TextDocument): void => {
    let waiting = typing.get(document);
    if (!waiting) {
      waiting = delayed(TYPING_PAUSE_MS, () => void lintSafely(document));
      typing.set(document, waiting);
    }
    waiting.call();
  };

  const close = (document: TextDocument): void => {
    typing.get(document)?.dispose();
    typing.delete(document);
    const migration = migrationOf(document);
    if (!migration) return;
    migration.project.setText(migration.file, null);
    if (!wantedFiles(migration.project).includes(migration.file)) set(document.uri, null);
    else if (document.isDirty) others.start(migration.project);
  };

  const openDocuments = (): void => {
    for (const document of workspace.textDocuments) if (migrationOf(document)) void lintSafely(document);
  };

  const others = bag.add(lintOthers({ set, known }, log));

  bag.add(workspace.onDidOpenTextDocument((document) => void lintSafely(document)));
  bag.add(workspace.onDidCloseTextDocument(close));
  bag.add(
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || !migrationOf(document)) return;
      const before = known.get(document.uri.toString());
      if (before) {
        const changes = contentChanges.map(({ range, text }) => ({
          start: range.start,
          end: range.end,
          text,
        }));
        known.set(document.uri.toString(), { ...before, findings: shiftFindings(before.findings, changes) });
      }
      soon(document);
    }),
  );
  bag.add(
    workspace.onDidSaveTextDocument((document) => {
      const migration = migrationOf(document);
      if (!migration) return;
      migration.project.setText(migration.file, null);
      migration.project.changed([migration.file]);
    }),
  );
  bag.add(
    projects.onDidOverview((project) => {
      others.start(project);
      openDocuments();
    }),
  );
  bag.add(projects.onDidChange(openDocuments));
  bag.add({
    dispose() {
      for (const waiting of typing.values()) waiting.dispose();
    },
  });
  void projects.found.then(openDocuments);

  return {
    of: (file) => known.get(file.toString()) ?? null,
    current(document) {
      const now = known.get(document.uri.toString());
      return now?.proven && now.version === document.version && !now.stale
        ? Promise.resolve(now)
        : lintSafely(document);
    },
    onDidChange: onDidChange.event,
  };
}
