import {
  type Event,
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from 'vscode';
import type { Problem } from '../worker/api';
import { type Bag, createSignal } from './events';
import { messageOf, showLogCommand } from './log';
import { openCommand } from './places';
import type { Project } from './project';
import type { Projects } from './projects';

/** What every tree may hold beside its own nodes. */
export type CommonNode =
  | { readonly kind: 'application'; readonly project: Project }
  | { readonly kind: 'problem'; readonly project: Project; readonly problem: Problem }
  | { readonly kind: 'failure'; readonly project: Project; readonly error: unknown };

/** How one view's tree is made of an application; children are asked for when a node is opened. */
export interface TreeContent<N extends { readonly kind: string }> {
  roots(project: Project): Promise<readonly (N | CommonNode)[]>;
  children(node: N): readonly N[] | Promise<readonly N[]>;
  item(node: N): TreeItem;
}

/** A tree as tests ask it. */
export interface AskableTree {
  children(node?: unknown): Promise<readonly unknown[]>;
  item(node: unknown): TreeItem;
}

const COMMON: ReadonlySet<string> = new Set(['application', 'problem', 'failure']);
const isCommon = (node: { readonly kind: string }): node is CommonNode => COMMON.has(node.kind);

/** Shows a tree in the view: of the one application, or below the name of each where there are several. */
export function showTree<N extends { readonly kind: string }>(
  view: string,
  projects: Projects,
  content: TreeContent<N>,
  bag: Bag,
): { readonly tree: AskableTree; readonly view: TreeView<N | CommonNode> } {
  const changed = bag.add(createSignal<undefined>());
  const roots = async (project: Project): Promise<readonly (N | CommonNode)[]> => {
    try {
      return await content.roots(project);
    } catch (error) {
      return [{ kind: 'failure', project, error }];
    }
  };
  const provider = {
    onDidChangeTreeData: changed.event as Event<undefined>,
    async getChildren(node?: N | CommonNode): Promise<(N | CommonNode)[]> {
      if (!node) {
        await projects.found;
        const all = projects.all();
        return all.length === 1
          ? [...(await roots(all[0]!))]
          : all.map((project) => ({ kind: 'application', project }));
      }
      if (!isCommon(node)) return [...(await content.children(node))];
      return node.kind === 'application' ? [...(await roots(node.project))] : [];
    },
    getTreeItem: (node: N | CommonNode) => (isCommon(node) ? commonItem(node) : content.item(node)),
  } satisfies TreeDataProvider<N | CommonNode>;
  bag.add(projects.onDidChange(() => changed.fire(undefined)));
  const shown = bag.add(
    window.createTreeView<N | CommonNode>(view, { treeDataProvider: provider, showCollapseAll: true }),
  );
  bag.add(
    projects.onDidOverview(() => {
      const marks = projects.all().map((project) => project.lastOverview()?.manual);
      shown.description = marks.find((mark) => mark) ?? '';
    }),
  );
  return {
    tree: {
      children: (node) => provider.getChildren(node as N | undefined),
      item: (node) => provider.getTreeItem(node as N),
    },
    view: shown,
  };
}

/** Nodes for what kept us from an answer. */
export const problemNodes = (project: Project, problems: readonly Problem[]): readonly CommonNode[] =>
  problems.map((problem) => ({ kind: 'problem', project, problem }));

function commonItem(node: CommonNode): TreeItem {
  switch (node.kind) {
    case 'application': {
      const item = new TreeItem(node.project.name, TreeItemCollapsibleState.Expanded);
      item.id = node.project.root.toString();
      item.iconPath = new ThemeIcon('root-folder');
      item.tooltip = node.project.root.fsPath;
      return item;
    }
    case 'problem': {
      const { problem, project } = node;
      const item = new TreeItem(problem.message);
      item.iconPath = icon('warning', 'list.warningForeground');
      item.description = problem.hint;
      item.tooltip = `${problem.message}\n\n${problem.hint}`;
      item.accessibilityInformation = { label: l10n.t('Problem: {0} {1}', problem.message, problem.hint) };
      if (problem.file) item.command = openCommand(project.root, problem.file, problem.line ?? 1);
      return item;
    }
    case 'failure': {
      const item = new TreeItem(messageOf(node.error));
      item.iconPath = icon('error', 'list.errorForeground');
      item.tooltip = messageOf(node.error);
      item.command = showLogCommand();
      return item;
    }
  }
}

export const icon = (id: string, colour?: string): ThemeIcon =>
  new ThemeIcon(id, colour === undefined ? undefined : new ThemeColor(colour));

/** Lines of a tooltip. Names and messages come from files and servers: they are text, never Markdown. */
export type TooltipLine =
  | { readonly text: string }
  | { readonly title: string }
  | { readonly code: string; readonly language: string };

export function tooltip(lines: readonly (TooltipLine | null)[]): MarkdownString {
  const result = new MarkdownString();
  for (const line of lines) {
    if (!line) continue;
    if ('code' in line) result.appendCodeblock(line.code, line.language);
    else if ('title' in line) {
      result.appendMarkdown('**');
      result.appendText(line.title);
      result.appendMarkdown('**\n\n');
    } else {
      result.appendText(line.text);
      result.appendMarkdown('\n\n');
    }
  }
  return result;
}
