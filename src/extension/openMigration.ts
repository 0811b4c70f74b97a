import { l10n, window, commands as workbench } from 'vscode';
import type { MigrationState } from '../core/analysis/results';
import { failureText } from '../core/report/describe';
import { oneLine } from './lint';
import { openCommand } from './places';
import type { Project } from './project';

const WORDS: Readonly<Record<MigrationState, () => string>> = {
  'would-fail': () => l10n.t('$(error) would fail'),
  'never-attempted': () => l10n.t('$(circle-slash) never attempted'),
  pending: () => l10n.t('$(clock) pending'),
  ran: () => l10n.t('$(pass) ran'),
  'recorded-without-file': () => l10n.t('$(question) recorded without a file'),
};

/** Opens a migration picked by its name, at its first statement or where it fails. */
export async function openMigration(project: Project | null): Promise<void> {
  if (!project) return;
  const items = project.overview().then(({ migrations, isRanKnown }) =>
    migrations.flatMap(({ name, file, state, line, failure }) =>
      file === null
        ? []
        : [
            {
              label: name,
              description: state === 'pending' && !isRanKnown ? '' : WORDS[state](),
              ...(failure && { detail: oneLine(failureText(failure)) }),
              open: openCommand(project.root, file, failure?.line ?? line),
            },
          ],
    ),
  );
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Open migration'),
    placeHolder: l10n.t('Name of a migration'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked?.open) await workbench.executeCommand(picked.open.command, ...(picked.open.arguments ?? []));
}
