import { l10n, window } from 'vscode';
import type { Project } from './project';
import type { Projects } from './projects';

/** The application a command is about: the only one, that of the active editor, or the one the user picks. */
export async function pickProject(projects: Projects): Promise<Project | null> {
  await projects.found;
  const all = projects.all();
  if (all.length === 0) {
    void window.showInformationMessage(
      l10n.t(
        'There is no Laravel application in this workspace (a folder with "artisan", or with "composer.json" beside "database/migrations").',
      ),
    );
    return null;
  }
  if (all.length === 1) return all[0]!;
  const active = window.activeTextEditor && projects.of(window.activeTextEditor.document.uri);
  if (active) return active;
  const picked = await window.showQuickPick(
    all.map((project) => ({ label: project.name, description: project.root.fsPath, project })),
    { title: l10n.t('Which Laravel application?') },
  );
  return picked?.project ?? null;
}
