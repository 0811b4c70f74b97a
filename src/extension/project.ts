import type { Event, Memento, Uri } from 'vscode';
import type { FixedText } from '../core/analysis/fixAll';
import type { RunDocument, TableStatus } from '../core/analysis/results';
import type { ReportView } from '../core/report/reportView';
import type { EnvironmentInfo, FileFindings } from '../worker/api';
import { openClient } from '../worker/client';
import type { OverviewSummary } from '../worker/overviewSummary';
import type { ReportFormat } from '../worker/protocol';
import { createSignal } from './events';
import type { Log } from './log';
import { relativePath } from './places';
import { isReadable, readAnalysisSettings, withReadableSources } from './settings';

/** One Laravel application of the workspace, and its analysis. Nothing is analysed until somebody asks. */
export interface Project {
  readonly root: Uri;
  readonly name: string;
  /** What is known may be old: ask again. */
  readonly onDidChange: Event<void>;
  /** Another overview than before has been made. */
  readonly onDidOverview: Event<OverviewSummary>;
  overview(): Promise<OverviewSummary>;
  /** The newest overview there is, without waiting; it may be older than the last change. */
  lastOverview(): OverviewSummary | null;
  environments(): Promise<readonly EnvironmentInfo[]>;
  table(name: string): Promise<TableStatus | null>;
  report(): Promise<ReportView | null>;
  /** Findings without fixes, as soon as may be. */
  findings(file: string): Promise<FileFindings | null>;
  /** The same of a migration that no editor shows: nothing waits for it. */
  unopened(file: string): Promise<FileFindings | null>;
  lint(file: string): Promise<FileFindings | null>;
  fixAll(file: string): Promise<FixedText | null>;
  runs(file: string): Promise<RunDocument | null>;
  exportReport(format: ReportFormat): Promise<string>;
  /** The chosen pair; `actual` null: the first dump found. */
  chosen(): Choice;
  choose(part: keyof Choice, source: string): Promise<void>;
  /** Unsaved text of a file of this application, null: what is on disk. */
  setText(file: string, text: string | null): void;
  /** Files changed on disk; null: anything. */
  changed(files: readonly string[] | null): void;
  settingsChanged(): Promise<void>;
  /** Further folders with migrations, relative to the root. */
  migrationPaths(): readonly string[];
  /** Is this the path (relative to the root) of a migration, as far as the path can tell? */
  isMigration(file: string): boolean;
  restart(): void;
  dispose(): void;
}

export interface Choice {
  readonly expected: string;
  readonly actual: string | null;
}

export interface ProjectOptions {
  readonly root: Uri;
  readonly name: string;
  readonly script: string;
  readonly memory: Memento;
  readonly log: Log;
}

export function createProject({ root, name, script, memory, log }: ProjectOptions): Project {
  const onDidChange = createSignal<void>();
  const onDidOverview = createSignal<OverviewSummary>();
  const choiceKey = `choice:${root.toString()}`;
  let written: Choice = readAnalysisSettings(root).settings;
  let settings = withChoice();
  let overview: Promise<OverviewSummary> | null = null;
  let last: OverviewSummary | null = null;
  /** The files of the migrations, wherever the application keeps them. */
  let listed: ReadonlySet<string | null> = new Set();
  const migrationPaths = (): readonly string[] => settings.migrationPaths.map(trimPath);

  function withChoice() {
    const { settings, problems } = readAnalysisSettings(root);
    for (const problem of problems) log.warn(problem);
    return withReadableSources({ ...settings, ...memory.get<Partial<Choice>>(choiceKey) });
  }

  const client = openClient({
    script,
    root: root.fsPath,
    settings,
    log: (line) => log.info(`${name}: ${line}`),
  });

  const forget = (): void => {
    overview = null;
    onDidChange.fire();
  };

  const applySettings = (): void => {
    const next = withChoice();
    if (JSON.stringify(next) === JSON.stringify(settings)) return;
    settings = next;
    client.setSettings(next);
    forget();
  };

  const remember = async (choice: Partial<Choice>): Promise<void> => {
    await memory.update(choiceKey, Object.keys(choice).length > 0 ? choice : undefined);
    applySettings();
  };

  return {
    root,
    name,
    onDidChange: onDidChange.event,
    onDidOverview: onDidOverview.event,
    overview() {
      if (overview) return overview;
      const asked = client.ask('overview');
      overview = asked;
      asked.then(
        (value) => {
          if (overview !== asked) return;
          last = value;
          listed = new Set(value.migrations.map(({ file }) => file));
          onDidOverview.fire(value);
        },
        () => {
          if (overview === asked) overview = null;
        },
      );
      return asked;
    },
    lastOverview: () => last,
    environments: async () => (await client.ask('environments')).filter(({ id }) => isReadable(id)),
    table: (table) => client.ask('table', table),
    report: () => client.ask('report'),
    findings: (file) => client.ask('findings', file),
    unopened: (file) => client.ask('unopened', file),
    lint: (file) => client.ask('lint', file),
    fixAll: (file) => client.ask('fixAll', file),
    runs: (file) => client.ask('runs', file),
    exportReport: (format) => client.ask('exportReport', format),
    chosen: () => ({ expected: settings.expected, actual: settings.actual }),
    choose(part, source) {
      const fromSettings = readAnalysisSettings(root).settings[part];
      const { [part]: _, ...rest } = memory.get<Partial<Choice>>(choiceKey) ?? {};
      return remember(source === fromSettings ? rest : { ...rest, [part]: source });
    },
    setText: (file, text) => client.setText(file, text),
    changed(files) {
      client.changed(files);
      forget();
    },
    /** A pair written into the settings is newer than one chosen before. */
    settingsChanged: () => {
      const { expected, actual } = readAnalysisSettings(root).settings;
      const isNewPair = expected !== written.expected || actual !== written.actual;
      written = { expected, actual };
      return isNewPair ? remember({}) : Promise.resolve(applySettings());
    },
    migrationPaths,
    isMigration(file) {
      if (!/\.php$/i.test(file)) return false;
      const folders = ['database/migrations', ...migrationPaths()];
      return folders.some((folder) => file.startsWith(`${folder}/`)) || listed.has(file);
    },
    restart() {
      client.restart();
      client.changed(null);
      forget();
    },
    dispose() {
      client.dispose();
      onDidChange.dispose();
      onDidOverview.dispose();
    },
  };
}

const trimPath = (path: string): string => path.replace(/^\.?\//, '').replace(/\/+$/, '');

/** The path of a file below the application's root; null where it is elsewhere. */
export const pathIn = (project: Project, file: Uri): string | null => relativePath(project.root, file);
