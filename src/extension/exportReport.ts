import { env, l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import type { ReportFormat } from '../worker/protocol';
import type { Project } from './project';

const FORMATS: Readonly<
  Record<
    ReportFormat,
    { readonly ending: string; readonly title: () => string; readonly detail: () => string }
  >
> = {
  html: {
    ending: 'html',
    title: () => l10n.t('HTML'),
    detail: () => l10n.t('One page that needs nothing else, to print or to send'),
  },
  markdown: {
    ending: 'md',
    title: () => l10n.t('Markdown'),
    detail: () => l10n.t('For a pull request or an issue'),
  },
};

/** Saves the report where the user says; asks for the format where it is null. */
export async function exportReport(project: Project | null, wanted: ReportFormat | null): Promise<void> {
  const format = wanted ?? (project && (await pickFormat()));
  if (!project || !format) return;
  const { ending, title } = FORMATS[format];
  const target = await window.showSaveDialog({
    defaultUri: Uri.joinPath(project.root, `schema-gap-report.${ending}`),
    filters: { [title()]: [ending] },
    title: l10n.t('Export the gap report'),
  });
  if (!target) return;
  const text = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Writing the gap report…') },
    () => project.exportReport(format),
  );
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  const open = l10n.t('Open');
  const choice = await window.showInformationMessage(
    l10n.t('The gap report is in {0}.', target.fsPath),
    open,
  );
  if (choice !== open) return;
  if (format === 'html') await env.openExternal(target);
  else await window.showTextDocument(target);
}

async function pickFormat(): Promise<ReportFormat | null> {
  const picked = await window.showQuickPick(
    (Object.keys(FORMATS) as ReportFormat[]).map((format) => ({
      label: FORMATS[format].title(),
      detail: FORMATS[format].detail(),
      format,
    })),
    { title: l10n.t('Export the gap report as') },
  );
  return picked?.format ?? null;
}
