import { l10n, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { MigrationState, MigrationStatus } from '../core/analysis/results';
import { failureText } from '../core/report/describe';
import type { OverviewSummary } from '../worker/overviewSummary';
import type { Bag } from './events';
import { views } from './ids';
import { oneLine } from './lint';
import { openCommand } from './places';
import type { Project } from './project';
import type { Projects } from './projects';
import { type AskableTree, icon, problemNodes, showTree, tooltip } from './trees';

type Node =
  | {
      readonly kind: 'group';
      readonly project: Project;
      readonly state: ShownState;
      readonly migrations: readonly MigrationStatus[];
    }
  | {
      readonly kind: 'migration';
      readonly project: Project;
      readonly state: ShownState;
      readonly migration: MigrationStatus;
    };

/** Where nothing says what has run, "pending" would claim too much. */
type ShownState = MigrationState | 'not-known';

interface Look {
  readonly icon: string;
  readonly colour?: string;
  readonly isOpen?: boolean;
  readonly title: () => string;
  readonly meaning: () => string;
}

/** The groups in the order shown. */
const LOOKS: Readonly<Record<ShownState, Look>> = {
  'would-fail': {
    icon: 'error',
    colour: 'list.errorForeground',
    isOpen: true,
    title: () => l10n.t('Would fail'),
    meaning: () => l10n.t('Running the pending migrations stops here.'),
  },
  'never-attempted': {
    icon: 'circle-slash',
    colour: 'list.warningForeground',
    title: () => l10n.t('Never attempted'),
    meaning: () => l10n.t('Comes after the migration that fails, so it never gets its turn.'),
  },
  pending: {
    icon: 'clock',
    title: () => l10n.t('Pending'),
    meaning: () => l10n.t('Has not run yet.'),
  },
  'not-known': {
    icon: 'circle-outline',
    isOpen: true,
    title: () => l10n.t('All migrations'),
    meaning: () =>
      l10n.t('What has run is not known: there is no environment with the rows of its migrations table.'),
  },
  ran: {
    icon: 'pass',
    colour: 'testing.iconPassed',
    title: () => l10n.t('Ran'),
    meaning: () => l10n.t('Recorded as run.'),
  },
  'recorded-without-file': {
    icon: 'question',
    colour: 'list.warningForeground',
    title: () => l10n.t('Recorded without a file'),
    meaning: () => l10n.t('Recorded as run, but there is no such file in the application.'),
  },
};

/** The migrations by what would become of them in the actual environment. */
export function showMigrations(projects: Projects, bag: Bag): AskableTree {
  const { tree, view } = showTree<Node>(
    views.migrations,
    projects,
    {
      async roots(project) {
        const overview = await project.overview();
        return [...problemNodes(project, overview.problems), ...groupsOf(project, overview)];
      },
      children: (node) =>
        node.kind === 'group'
          ? node.migrations.map((migration) => ({ ...node, kind: 'migration', migration }))
          : [],
      item: (node) => (node.kind === 'group' ? groupItem(node) : migrationItem(node)),
    },
    bag,
  );
  bag.add(
    projects.onDidOverview(() => {
      const failing = projects
        .all()
        .flatMap((project) => project.lastOverview()?.migrations ?? [])
        .filter(({ state }) => state === 'would-fail').length;
      view.badge =
        failing > 0
          ? { value: failing, tooltip: l10n.t('{0} pending migrations would fail', failing) }
          : undefined;
    }),
  );
  return tree;
}

function groupsOf(project: Project, { migrations, isRanKnown }: OverviewSummary): readonly Node[] {
  const shown = ({ state }: MigrationStatus): ShownState =>
    state === 'pending' && !isRanKnown ? 'not-known' : state;
  return (Object.keys(LOOKS) as ShownState[]).flatMap((state) => {
    const own = migrations.filter((migration) => shown(migration) === state);
    return own.length > 0 ? [{ kind: 'group' as const, project, state, migrations: own }] : [];
  });
}

function groupItem({ project, state, migrations }: Extract<Node, { kind: 'group' }>): TreeItem {
  const look = LOOKS[state];
  const item = new TreeItem(
    look.title(),
    look.isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  item.id = `${project.root.toString()}#${state}`;
  item.description = String(migrations.length);
  item.iconPath = icon(look.icon, look.colour);
  item.tooltip = look.meaning();
  item.contextValue = `migrations ${state}`;
  item.accessibilityInformation = { label: l10n.t('{0}, {1} migrations', look.title(), migrations.length) };
  return item;
}

function migrationItem({ project, state, migration }: Extract<Node, { kind: 'migration' }>): TreeItem {
  const look = LOOKS[state];
  const { failure } = migration;
  const error = failure && oneLine(failureText(failure));
  const item = new TreeItem(migration.name);
  const batch = migration.batch === null ? '' : l10n.t('batch {0}', migration.batch);
  item.id = `${project.root.toString()}#${migration.state}#${migration.name}`;
  item.description = error ?? batch;
  item.iconPath = icon(
    failure ? LOOKS['would-fail'].icon : look.icon,
    failure ? LOOKS['would-fail'].colour : look.colour,
  );
  item.contextValue = `migration ${state}`;
  item.accessibilityInformation = {
    label: [migration.name, look.title(), error ?? batch].filter((part) => part !== '').join(', '),
  };
  item.tooltip = tooltip([
    { title: migration.name },
    { text: look.meaning() },
    batch === '' ? null : { text: batch },
    failure && { text: failureText(failure) },
    failure && { code: failure.statement, language: 'sql' },
    failure?.leftBehind?.length ? { text: l10n.t('Left behind: {0}', failure.leftBehind.join(', ')) } : null,
  ]);
  if (migration.file !== null) {
    const line = failure?.line ?? migration.line;
    item.command = openCommand(project.root, migration.file, line, failure?.column);
  }
  return item;
}
