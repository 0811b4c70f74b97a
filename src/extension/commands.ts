import { env, l10n, Uri, window, commands as workbench } from 'vscode';
import { compare, useAs } from './compare';
import { isEnvironmentNode } from './environmentsView';
import type { Bag } from './events';
import { exportReport } from './exportReport';
import type { Findings } from './findings';
import { fixFile, fixPending } from './fixAll';
import { type CommandName, commands } from './ids';
import { type Log, tell } from './log';
import { openMigration } from './openMigration';
import { pickProject } from './pickProject';
import type { Projects } from './projects';
import { applyFix, type FixArguments, showFinding } from './quickFixes';
import type { ReportPanels } from './reportPanel';
import { showRun } from './showRun';

export interface CommandParts {
  readonly projects: Projects;
  readonly findings: Findings;
  readonly reports: ReportPanels;
  readonly log: Log;
}

interface Entry {
  /** What a message says when it fails: "Could not …". */
  readonly doing: () => string;
  run(...args: readonly unknown[]): unknown;
}

/** Every command there is. Each can be called before the workspace has been searched, and then waits for it. */
export function registerCommands({ projects, findings, reports, log }: CommandParts, bag: Bag): void {
  const table: Readonly<Record<CommandName, Entry>> = {
    showReport: {
      doing: () => l10n.t('Could not show the gap report'),
      run: async () => reports.show(await pickProject(projects)),
    },
    compare: {
      doing: () => l10n.t('Could not choose what to compare'),
      run: async () => compare(await pickProject(projects)),
    },
    refresh: {
      doing: () => l10n.t('Could not refresh'),
      run: async () => {
        await projects.search();
        for (const project of projects.all()) project.changed(null);
      },
    },
    exportReport: {
      doing: () => l10n.t('Could not export the gap report'),
      run: async () => exportReport(await pickProject(projects), null),
    },
    openMigration: {
      doing: () => l10n.t('Could not open a migration'),
      run: async () => openMigration(await pickProject(projects)),
    },
    useAsExpected: {
      doing: () => l10n.t('Could not choose what to compare'),
      run: (node) =>
        isEnvironmentNode(node) ? useAs('expected', node.project, node.environment.id) : undefined,
    },
    useAsActual: {
      doing: () => l10n.t('Could not choose what to compare'),
      run: (node) =>
        isEnvironmentNode(node) ? useAs('actual', node.project, node.environment.id) : undefined,
    },
    copyName: {
      doing: () => l10n.t('Could not copy the name'),
      run: (node) => copyName(node),
    },
    showFinding: {
      doing: () => l10n.t('Could not show the finding'),
      run: (file, line, character) =>
        file instanceof Uri ? showFinding(file, Number(line), Number(character)) : undefined,
    },
    applyFix: {
      doing: () => l10n.t('Could not apply the fix'),
      run: (...args) =>
        args[0] instanceof Uri ? applyFix(projects, findings, args as unknown as FixArguments) : undefined,
    },
    showRun: {
      doing: () => l10n.t('Could not show the run'),
      run: (file) => withFile(file, (uri) => showRun(uri, 'second')),
    },
    showRollback: {
      doing: () => l10n.t('Could not show the rollback'),
      run: (file) => withFile(file, (uri) => showRun(uri, 'down')),
    },
    fixFile: {
      doing: () => l10n.t('Could not apply the fixes'),
      run: (file) => withFile(file, (uri) => fixFile(projects, uri)),
    },
    fixPending: {
      doing: () => l10n.t('Could not apply the fixes'),
      run: async () => {
        const project = await pickProject(projects);
        return project ? fixPending(project, projects, findings) : undefined;
      },
    },
    restartAnalysis: {
      doing: () => l10n.t('Could not restart the analysis'),
      run: async () => {
        await projects.found;
        for (const project of projects.all()) project.restart();
      },
    },
    showLog: { doing: () => l10n.t('Could not show the log'), run: () => log.show() },
  };
  for (const [name, { doing, run }] of Object.entries(table) as [CommandName, Entry][])
    bag.add(
      workbench.registerCommand(commands[name], async (...args: readonly unknown[]) => {
        try {
          await run(...args);
        } catch (error) {
          tell(log, doing(), error);
        }
      }),
    );
}

/** The file that a command was given, else the one in the active editor. */
function withFile(given: unknown, run: (file: Uri) => Promise<void>): Promise<void> | undefined {
  const file = given instanceof Uri ? given : window.activeTextEditor?.document.uri;
  return file && run(file);
}

/** Copies the name that a row of any of the trees stands for. */
function copyName(node: unknown): Thenable<void> | undefined {
  const name = typeof node === 'object' && node !== null ? nameOf(node as Record<string, unknown>) : null;
  return name === null ? undefined : env.clipboard.writeText(name);
}

function nameOf(node: Readonly<Record<string, unknown>>): string | null {
  for (const key of ['migration', 'part', 'table', 'environment']) {
    const value = node[key];
    if (typeof value !== 'object' || value === null) continue;
    if ('name' in value && typeof value.name === 'string') return value.name;
    if ('label' in value && typeof value.label === 'string') return value.label;
  }
  return null;
}
