import { type Event, type TextDocument, type Uri, workspace } from 'vscode';
import type { FileFindings } from '../worker/api';
import { type Edited, watchEdited } from './edited';
import { type Bag, createSignal, type Delayed, delayed } from './events';
import { section } from './ids';
import { type KnownFindings, knownFrom, type ShownFindings, shiftFindings } from './lint';
import { type Log, messageOf } from './log';
import { lintOthers, wantedFiles } from './otherMigrations';
import { type Project, pathIn } from './project';
import type { Projects } from './projects';
import { readLintScope } from './settings';

/** The findings of migrations: of open ones with every edit, of others as far as the setting wants them. */
export interface Findings {
  /** What is to be shown of a file; null where nothing is known, or it ran long ago and nobody is changing it. */
  of(file: Uri): ShownFindings | null;
  /** The findings and proven fixes of the document exactly as it stands; null as with `of`. */
  current(document: TextDocument): Promise<ShownFindings | null>;
  /** The migrations that count without being open: pending or changed ones, or what the setting says. */
  wanted(project: Project): readonly string[];
  readonly onDidChange: Event<Uri>;
}

/** After the last key: the findings first; the proofs of their fixes take longer, and wait for a longer pause. */
const TYPING_PAUSE_MS = 60;
const PROOF_PAUSE_MS = 400;

export function openFindings(projects: Projects, bag: Bag, log: Log): Findings {
  const known = new Map<string, KnownFindings>();
  const typing = new Map<TextDocument, readonly Delayed[]>();
  const onDidChange = bag.add(createSignal<Uri>());
  const edited: Edited = watchEdited(projects, bag);

  const set = (uri: Uri, value: KnownFindings | null): void => {
    const key = uri.toString();
    if (value) known.set(key, value);
    else if (!known.delete(key)) return;
    onDidChange.fire(uri);
  };
  const get = (uri: Uri): KnownFindings | null => known.get(uri.toString()) ?? null;
  const wanted = (project: Project): readonly string[] => wantedFiles(project, edited);

  const shown = (uri: Uri): ShownFindings | null => {
    const found = get(uri);
    if (!found?.ran || edited.has(uri)) return found && { ...found, history: false };
    const project = projects.of(uri);
    return project && readLintScope(project.root) === 'all' ? { ...found, history: true } : null;
  };

  /** The application and path of a migration; null for every other document, without further work. */
  const migrationOf = (document: TextDocument): { project: Project; file: string } | null => {
    if (document.languageId !== 'php' || document.uri.scheme !== 'file') return null;
    const project = projects.of(document.uri);
    const file = project && pathIn(project, document.uri);
    return project && file !== null && project.isMigration(file) ? { project, file } : null;
  };

  const ask = async (
    document: TextDocument,
    question: (project: Project, file: string) => Promise<FileFindings | null>,
    proven: boolean,
  ): Promise<void> => {
    const migration = migrationOf(document);
    if (!migration) return;
    const { project, file } = migration;
    const { uri, version } = document;
    project.setText(file, document.isDirty ? document.getText() : null);
    try {
      const found = await question(project, file);
      if (!document.isClosed && document.version === version)
        set(uri, found && knownFrom(found, { version, proven, before: get(uri) }));
    } catch (error) {
      log.warn(`${document.uri.fsPath}: ${messageOf(error)}`);
    }
  };
  const find = (document: TextDocument) => ask(document, (project, file) => project.findings(file), false);
  const prove = (document: TextDocument) => ask(document, (project, file) => project.lint(file), true);

  /** What is found comes first; the fixes, each of which is proven by runs of its own, follow. */
  const lint = async (document: TextDocument): Promise<void> => {
    const before = get(document.uri);
    if (before?.version !== document.version || before.stale) await find(document);
    // Of what nobody is shown no fix is wanted.
    if (shown(document.uri)) await prove(document);
    const migration = migrationOf(document);
    void migration?.project.overview().catch(() => undefined);
  };

  const soon = (document: TextDocument): void => {
    let waiting = typing.get(document);
    if (!waiting) {
      waiting = [
        delayed(TYPING_PAUSE_MS, () => void find(document)),
        delayed(PROOF_PAUSE_MS, () => void lint(document)),
      ];
      typing.set(document, waiting);
    }
    for (const one of waiting) one.call();
  };

  const close = (document: TextDocument): void => {
    for (const waiting of typing.get(document) ?? []) waiting.dispose();
    typing.delete(document);
    const migration = migrationOf(document);
    if (!migration) return;
    migration.project.setText(migration.file, null);
    if (!wanted(migration.project).includes(migration.file)) set(document.uri, null);
    else if (document.isDirty) others.start(migration.project);
  };

  const openDocuments = (): void => {
    for (const document of workspace.textDocuments) if (migrationOf(document)) void lint(document);
  };

  const others = bag.add(lintOthers({ set, known, wanted }, log));
  /** What is shown changes, though nothing was found anew. */
  const showAgain = (): void => {
    for (const document of workspace.textDocuments)
      if (get(document.uri)) {
        onDidChange.fire(document.uri);
        if (!get(document.uri)?.proven) void lint(document);
      }
    for (const project of projects.all()) others.start(project);
  };

  bag.add(workspace.onDidOpenTextDocument((document) => void lint(document)));
  bag.add(workspace.onDidCloseTextDocument(close));
  bag.add(
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || !migrationOf(document)) return;
      const before = get(document.uri);
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
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${section}.lint.scope`)) showAgain();
    }),
  );
  bag.add(edited.onDidChange(showAgain));
  bag.add(
    projects.onDidOverview((project) => {
      others.start(project);
      openDocuments();
    }),
  );
  bag.add(projects.onDidChange(openDocuments));
  bag.add({
    dispose() {
      for (const waiting of [...typing.values()].flat()) waiting.dispose();
    },
  });
  void projects.found.then(openDocuments);

  return {
    of: shown,
    async current(document) {
      const now = get(document.uri);
      if (!now?.proven || now.version !== document.version || now.stale) await prove(document);
      return shown(document.uri);
    },
    wanted,
    onDidChange: onDidChange.event,
  };
}
