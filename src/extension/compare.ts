import { l10n, type QuickPickItem, window } from 'vscode';
import { comparedPair } from './environmentsView';
import { type Choice, type Project, pathIn } from './project';

interface SourceItem extends QuickPickItem {
  /** null: another dump, to be picked as a file. */
  readonly source: string | null;
}

/** Asks for expected and actual, one after the other. */
export async function compare(project: Project | null): Promise<void> {
  if (!project) return;
  const expected = await pickSource(project, 'expected', 1);
  if (expected === null) return;
  const actual = await pickSource(project, 'actual', 2);
  if (actual === null) return;
  await project.choose('expected', expected);
  await project.choose('actual', actual);
  await warnIfSame(project);
}

/** Makes an environment one side of the comparison. */
export async function useAs(part: keyof Choice, project: Project, source: string): Promise<void> {
  await project.choose(part, source);
  await warnIfSame(project);
}

async function warnIfSame(project: Project): Promise<void> {
  const { expected, actual } = project.chosen();
  if (expected === actual)
    void window.showWarningMessage(
      l10n.t('Expected and actual are the same now ({0}): nothing can differ.', expected),
    );
}

async function pickSource(project: Project, part: keyof Choice, step: number): Promise<string | null> {
  const title =
    part === 'expected'
      ? l10n.t('Compare ({0} of 2): what should be there?', step)
      : l10n.t('Compare ({0} of 2): what is there?', step);
  const picked = await window.showQuickPick(itemsFor(project, part), {
    title,
    placeHolder:
      part === 'expected'
        ? l10n.t('Expected: the migrations, or the dump of a complete database')
        : l10n.t('Actual: the dump of the database to be judged'),
    matchOnDescription: true,
  });
  if (!picked) return null;
  return picked.source ?? pickDump(project);
}

async function itemsFor(project: Project, part: keyof Choice): Promise<SourceItem[]> {
  const pair = comparedPair(project);
  const found = await project.environments();
  const items = found.map((environment) => ({
    label: `${environment.problem ? '$(warning) ' : ''}${environment.label}`,
    description:
      environment.id === pair[part] ? l10n.t('current · {0}', environment.detail) : environment.detail,
    ...(environment.problem && { detail: `${environment.problem.message} ${environment.problem.hint}` }),
    source: environment.id,
  }));
  const current = items.filter(({ source }) => source === pair[part]);
  const others = items.filter(({ source }) => source !== pair[part]);
  return [...current, ...others, { label: l10n.t('$(folder-opened) Another dump…'), source: null }];
}

/** A dump anywhere; by its path from the application where it lies inside. */
async function pickDump(project: Project): Promise<string | null> {
  const picked = await window.showOpenDialog({
    defaultUri: project.root,
    canSelectMany: false,
    openLabel: l10n.t('Compare With This Dump'),
    filters: { [l10n.t('Database dumps')]: ['sql', 'gz'] },
  });
  const file = picked?.[0];
  return file ? (pathIn(project, file) ?? file.fsPath) : null;
}
