import { type LogOutputChannel, l10n, window } from 'vscode';
import { commands } from './ids';

export type Log = LogOutputChannel;

export const createLog = (): Log => window.createOutputChannel('Schema Gap', { log: true });

/** A sentence about something that went wrong, from whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Tells the user that what they asked for failed, and keeps the cause in the log. */
export function tell(log: Log, doing: string, error: unknown): void {
  log.error(`${doing}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const showLog = l10n.t('Show Log');
  void window.showErrorMessage(`${doing}: ${messageOf(error)}`, showLog).then((choice) => {
    if (choice === showLog) log.show(true);
  });
}

/** The command that shows the log, for messages in trees. */
export const showLogCommand = () => ({ command: commands.showLog, title: l10n.t('Show Log') });
