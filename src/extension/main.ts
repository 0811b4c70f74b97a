import { type ExtensionContext, ExtensionMode, l10n, window } from 'vscode';
import { registerCommands } from './commands';
import { showDiagnostics } from './diagnostics';
import { showEnvironments } from './environmentsView';
import { createBag } from './events';
import { openFindings } from './findings';
import { offerFixAll } from './fixAll';
import { showHovers } from './hover';
import { showLenses } from './lenses';
import { createLog, messageOf } from './log';
import { showMigrations } from './migrationsView';
import { openProjects } from './projects';
import { offerQuickFixes } from './quickFixes';
import { openReports } from './reportPanel';
import { showRuns } from './showRun';
import { showStatus } from './statusBar';
import { showTables } from './tablesView';
import type { AskableTree } from './trees';
import { keepState } from './welcome';

/** What the tests inside the extension host may ask; nobody else gets it. */
export interface TestApi {
  readonly trees: Readonly<Record<'migrations' | 'tables' | 'environments', AskableTree>>;
  /** What activation took of the processor: on a busy machine the clock measures the others as well. */
  readonly activationMs: number;
}

export function activate(context: ExtensionContext): TestApi | undefined {
  const started = process.cpuUsage();
  try {
    const trees = start(context);
    const { user, system } = process.cpuUsage(started);
    const activationMs = (user + system) / 1000;
    return context.extensionMode === ExtensionMode.Test ? { trees, activationMs } : undefined;
  } catch (error) {
    // VS Code itself does not say so when an extension fails to start.
    void window.showErrorMessage(l10n.t('Schema Gap could not start: {0}', messageOf(error)));
    throw error;
  }
}

function start(context: ExtensionContext): TestApi['trees'] {
  const bag = createBag();
  context.subscriptions.push(bag);
  const log = bag.add(createLog());
  const projects = openProjects(context, bag, log);
  const findings = openFindings(projects, bag, log);
  const reports = openReports(projects, context.extensionUri, log, bag);

  keepState(projects, bag);
  showStatus(projects, bag);
  showDiagnostics(projects, findings, context.extensionUri, bag);
  showLenses(findings, bag);
  showHovers(projects, bag);
  showRuns(projects, bag);
  offerFixAll(projects, findings, bag);
  offerQuickFixes(projects, findings, context.extensionUri, bag);
  registerCommands({ projects, findings, reports, log }, bag);
  return {
    migrations: showMigrations(projects, bag),
    tables: showTables(projects, bag),
    environments: showEnvironments(projects, bag),
  };
}
