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
  const read = structuredCloneOf(settingsFrom((key) => configuration.get(key)));
  return workspace.isTrusted ? read : { ...read, settings: withoutServers(read.settings) };
}

/** A workspace that is not trusted may name a hostile server: only texts are compared there. */
function withoutServers(settings: AnalysisSettings): AnalysisSettings {
  const isServer = (source: string | null) => source?.startsWith('env:') === true;
  return {
    ...settings,
    expected: isServer(settings.expected) ? 'migrations' : settings.expected,
    actual: isServer(settings.actual) ? null : settings.actual,
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
