import { l10n, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { DifferenceKind, TableState } from '../core/analysis/results';
import { WHY } from '../core/report/describe';
import type { TableSummary } from '../worker/overviewSummary';
import type { Bag } from './events';
import { views } from './ids';
import { oneLine } from './lint';
import { openCommand } from './places';
import type { Project } from './project';
import type { Projects } from './projects';
import { countStates, type Family, familiesOf, type Part, type PartState, partsOf } from './tableParts';
import { type AskableTree, icon, problemNodes, showTree, tooltip } from './trees';

type Node =
  | { readonly kind: 'family'; readonly project: Project; readonly family: Family }
  | { readonly kind: 'table'; readonly project: Project; readonly table: TableSummary }
  | {
      readonly kind: 'section';
      readonly project: Project;
      readonly table: TableSummary;
      readonly of: DifferenceKind;
      readonly parts: readonly Part[];
    }
  | { readonly kind: 'part'; readonly project: Project; readonly table: TableSummary; readonly part: Part };

interface Look {
  readonly icon: string;
  readonly colour?: string;
  readonly title: () => string;
}

const TABLE_LOOKS: Readonly<Record<TableState, Look>> = {
  missing: { icon: 'error', colour: 'list.errorForeground', title: () => l10n.t('missing') },
  different: { icon: 'diff-modified', colour: 'list.warningForeground', title: () => l10n.t('different') },
  unknown: { icon: 'question', colour: 'list.warningForeground', title: () => l10n.t('not known') },
  extra: { icon: 'diff-added', title: () => l10n.t('extra') },
  complete: { icon: 'pass', colour: 'testing.iconPassed', title: () => l10n.t('complete') },
};

const PART_LOOKS: Readonly<Record<Exclude<PartState, 'same'>, Look>> = {
  missing: TABLE_LOOKS.missing,
  extra: TABLE_LOOKS.extra,
  different: TABLE_LOOKS.different,
  unknown: TABLE_LOOKS.unknown,
};

const KINDS: Readonly<Record<DifferenceKind, Look>> = {
  table: { icon: 'table', title: () => l10n.t('Table') },
  column: { icon: 'symbol-field', title: () => l10n.t('Columns') },
  index: { icon: 'list-tree', title: () => l10n.t('Indexes') },
  'foreign-key': { icon: 'references', title: () => l10n.t('Foreign keys') },
  check: { icon: 'checklist', title: () => l10n.t('Checks') },
  view: { icon: 'eye', title: () => l10n.t('Views') },
  option: { icon: 'settings-gear', title: () => l10n.t('Table options') },
};

/** Expected against actual, table by table. */
export function showTables(projects: Projects, bag: Bag): AskableTree {
  return showTree<Node>(
    views.tables,
    projects,
    {
      async roots(project) {
        const overview = await project.overview();
        const tables = overview.state === 'complete' ? overview.tables : [];
        return [
          ...(tables.length === 0 ? problemNodes(project, overview.problems) : []),
          ...familiesOf(tables).map((family) => ({ kind: 'family' as const, project, family })),
        ];
      },
      children,
      item,
    },
    bag,
  ).tree;
}

async function children(node: Node): Promise<readonly Node[]> {
  const { project } = node;
  switch (node.kind) {
    case 'family':
      return node.family.tables.map((table) => ({ kind: 'table', project, table }));
    case 'table': {
      const status = await project.table(node.table.name);
      return status
        ? partsOf(status).map(({ kind, parts }) => ({
            kind: 'section',
            project,
            table: node.table,
            of: kind,
            parts,
          }))
        : [];
    }
    case 'section':
      return node.parts.map((part) => ({ kind: 'part', project, table: node.table, part }));
    case 'part':
      return [];
  }
}

function item(node: Node): TreeItem {
  switch (node.kind) {
    case 'family':
      return familyItem(node.project, node.family);
    case 'table':
      return tableItem(node.project, node.table);
    case 'section':
      return sectionItem(node);
    case 'part':
      return partItem(node);
  }
}

function familyItem(project: Project, { name, tables }: Family): TreeItem {
  const counts = countStates(tables);
  const worst = counts[0]?.[0] ?? 'complete';
  const title = name === '' ? l10n.t('Other tables') : name;
  const item = new TreeItem(title, TreeItemCollapsibleState.Collapsed);
  const words = counts.map(([state, count]) => `${count} ${TABLE_LOOKS[state].title()}`).join(', ');
  item.id = `${project.root.toString()}#family#${name}`;
  item.description = words;
  item.iconPath = icon('folder', TABLE_LOOKS[worst].colour);
  item.contextValue = 'family';
  item.tooltip = tooltip([{ title }, { text: words }]);
  item.accessibilityInformation = { label: `${title}, ${words}` };
  return item;
}

function tableItem(project: Project, table: TableSummary): TreeItem {
  const look = TABLE_LOOKS[table.state];
  const item = new TreeItem(table.name, TreeItemCollapsibleState.Collapsed);
  const words = [
    look.title(),
    table.state === 'different' ? differences(table.differences) : '',
    table.why && table.state === 'missing' ? WHY[table.why] : '',
    table.critical ? l10n.t('critical') : '',
  ].filter((word) => word !== '');
  item.id = `${project.root.toString()}#table#${table.name}`;
  item.description = words.join(' · ');
  item.iconPath = icon(look.icon, look.colour);
  item.contextValue = `table ${table.state}`;
  item.tooltip = tooltip([
    { title: table.name },
    { text: words.join(', ') },
    table.definedBy && { text: l10n.t('Made by {0}', table.definedBy.migration ?? table.definedBy.file) },
  ]);
  item.accessibilityInformation = { label: [table.name, ...words].join(', ') };
  if (table.definedBy) item.command = openCommand(project.root, table.definedBy.file, table.definedBy.line);
  return item;
}

const differences = (count: number): string =>
  count === 1 ? l10n.t('1 difference') : l10n.t('{0} differences', count);

function sectionItem({ project, table, of, parts }: Extract<Node, { kind: 'section' }>): TreeItem {
  const isGap = table.state === 'different' && parts.some(({ state }) => state !== 'same');
  const title = KINDS[of].title();
  const item = new TreeItem(
    title,
    isGap || of === 'column' ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  item.id = `${project.root.toString()}#table#${table.name}#${of}`;
  item.description = String(parts.length);
  item.contextValue = 'section';
  item.accessibilityInformation = { label: `${title}, ${parts.length}` };
  return item;
}

function partItem({ project, table, part }: Extract<Node, { kind: 'part' }>): TreeItem {
  const look = part.state === 'same' ? KINDS[part.kind] : PART_LOOKS[part.state];
  const words = partWords(part);
  const item = new TreeItem(part.name);
  item.id = `${project.root.toString()}#table#${table.name}#${part.kind}#${part.name}`;
  item.description = oneLine(words);
  item.iconPath = icon(look.icon, look.colour);
  item.contextValue = `part ${part.state}`;
  item.tooltip = tooltip([
    { title: part.name },
    part.expected === null ? null : { text: l10n.t('Expected: {0}', part.expected) },
    part.actual === null ? null : { text: l10n.t('Actual: {0}', part.actual) },
    part.properties.length > 0 ? { text: l10n.t('Differs in: {0}', part.properties.join(', ')) } : null,
    part.reason === null ? null : { text: l10n.t('Not known: {0}', part.reason) },
  ]);
  item.accessibilityInformation = { label: `${part.name}, ${words}` };
  if (part.definedBy) item.command = openCommand(project.root, part.definedBy.file, part.definedBy.line);
  return item;
}

function partWords({ state, expected, actual, reason, properties }: Part): string {
  switch (state) {
    case 'same':
      return expected ?? actual ?? '';
    case 'missing':
      return l10n.t('missing: {0}', expected ?? '');
    case 'extra':
      return l10n.t('extra: {0}', actual ?? '');
    case 'unknown':
      return l10n.t('not known: {0}', reason ?? '');
    case 'different':
      return expected === actual
        ? l10n.t('differs in {0}', properties.join(', '))
        : l10n.t('is {0}, should be {1}', actual ?? '', expected ?? '');
  }
}
