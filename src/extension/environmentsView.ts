import { l10n, TreeItem } from 'vscode';
import type { EnvironmentInfo } from '../worker/api';
import { type Bag, createSignal } from './events';
import { views } from './ids';
import { openCommand } from './places';
import type { Project } from './project';
import type { Projects } from './projects';
import { type AskableTree, icon, showTree, tooltip } from './trees';

export interface EnvironmentNode {
  readonly kind: 'environment';
  readonly project: Project;
  readonly environment: EnvironmentInfo;
}

const ICONS: Readonly<Record<EnvironmentInfo['kind'], string>> = {
  migrations: 'files',
  dump: 'database',
  env: 'server-environment',
};

/** What there is to compare, and which two are being compared. */
export function showEnvironments(projects: Projects, bag: Bag): AskableTree {
  // Which dump is taken where none is chosen is known only with the overview.
  const changed = bag.add(createSignal<Project | null>());
  bag.add(projects.onDidChange((project) => changed.fire(project)));
  bag.add(projects.onDidOverview((project) => changed.fire(project)));
  return showTree<EnvironmentNode>(
    views.environments,
    { ...projects, onDidChange: changed.event },
    {
      async roots(project) {
        const found = await project.environments();
        return found.map((environment) => ({ kind: 'environment', project, environment }));
      },
      children: () => [],
      item: environmentItem,
    },
    bag,
  ).tree;
}

export const isEnvironmentNode = (value: unknown): value is EnvironmentNode =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'environment';

/** The pair being compared, as far as it is known. */
export function comparedPair(project: Project): {
  readonly expected: string;
  readonly actual: string | null;
} {
  const chosen = project.chosen();
  return { expected: chosen.expected, actual: chosen.actual ?? project.lastOverview()?.actual ?? null };
}

function environmentItem({ project, environment }: EnvironmentNode): TreeItem {
  const pair = comparedPair(project);
  const roles = [
    environment.id === pair.expected ? l10n.t('expected') : '',
    environment.id === pair.actual ? l10n.t('actual') : '',
  ].filter((role) => role !== '');
  const item = new TreeItem(environment.label);
  const words = [...roles, environment.detail].filter((word) => word !== '');
  item.id = `${project.root.toString()}#${environment.id}`;
  item.description = words.join(' · ');
  item.iconPath = environment.problem
    ? icon('warning', 'list.warningForeground')
    : icon(roles.length > 0 ? 'pass-filled' : ICONS[environment.kind]);
  item.contextValue = ['environment', environment.kind, ...flags(environment, pair)].join(' ');
  item.tooltip = tooltip([
    { title: environment.label },
    { text: words.join(', ') },
    environment.problem && { text: environment.problem.message },
    environment.problem && { text: environment.problem.hint },
  ]);
  item.accessibilityInformation = {
    label: [environment.label, ...words, environment.problem?.message ?? '']
      .filter((word) => word !== '')
      .join(', '),
  };
  if (environment.kind === 'dump')
    item.command = openCommand(project.root, environment.id, environment.problem?.line ?? 1);
  return item;
}

/** What the menus may offer. */
const flags = (
  { id }: EnvironmentInfo,
  pair: { readonly expected: string; readonly actual: string | null },
): readonly string[] => [
  ...(id === pair.expected ? [] : ['canBeExpected']),
  ...(id === pair.actual ? [] : ['canBeActual']),
];
