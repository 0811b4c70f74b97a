import { type Uri, workspace } from 'vscode';
import { type AnalysisSettings, settingsFrom } from '../project/settings';
import { section } from './ids';

export type LintScope = 'open' | 'pending' | 'all';

export interface ReadSettings {
  readonly settings: AnalysisSettings;
  readonly problems: readonly string[];
}

/** What the analysis of the application at `root` is to use, read afresh. */
export function readAnalysisSettings(root: Uri): ReadSettings {
  const configuration = workspace.getConfiguration(section, root);
  // A configuration's objects are live views of it, which cannot be sent to another thread: a plain copy can.
  return structuredCloneOf(settingsFrom((key) => configuration.get(key)));
}

/**
 * May this source be read here? A workspace that is not trusted may name a hostile server, or a file that is none of
 * its own (on Windows a path alone can open a connection): only texts of the application itself are compared there.
 */
export function isReadable(source: string): boolean {
  if (workspace.isTrusted || source === 'migrations') return true;
  const path = source.replaceAll('\\', '/');
  return !/^(?:env:|[a-z]:|\/)/i.test(path) && !path.split('/').includes('..');
}

/** The settings without sources that may not be read here. */
export function withReadableSources(settings: AnalysisSettings): AnalysisSettings {
  return {
    ...settings,
    expected: isReadable(settings.expected) ? settings.expected : 'migrations',
    actual: settings.actual !== null && isReadable(settings.actual) ? settings.actual : null,
  };
}

/** Which migrations get findings; anything but a known word counts as the default. */
export function readLintScope(root: Uri): LintScope {
  const scope = workspace.getConfiguration(section, root).get<string>('lint.scope');
  return scope === 'open' || scope === 'all' ? scope : 'pending';
}

export const areLensesEnabled = (file: Uri): boolean =>
  workspace.getConfiguration(section, file).get<boolean>('codeLens.enabled', true);

export const isStatusBarEnabled = (): boolean =>
  workspace.getConfiguration(section).get<boolean>('statusBar.enabled', true);

const structuredCloneOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
