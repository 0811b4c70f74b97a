import {
  CodeAction,
  CodeActionKind,
  type CodeActionProvider,
  l10n,
  languages,
  ProgressLocation,
  Range,
  type TextDocument,
  type Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { difference } from '../core/analysis/edits';
import type { Bag } from './events';
import type { Findings } from './findings';
import { fileUri } from './places';
import type { Project } from './project';
import { pathIn } from './project';
import type { Projects } from './projects';

/** Runs on save where `editor.codeActionsOnSave` names it (or `source.fixAll`), and from the editor's own menus. */
export const fixAllKind = CodeActionKind.SourceFixAll.append('schemaGap');

/** Offers all proven fixes of a file as one source action. */
export function offerFixAll(projects: Projects, findings: Findings, bag: Bag): void {
  const provider: CodeActionProvider = {
    async provideCodeActions(document, _range, context) {
      if (!context.only?.intersects(fixAllKind) && !fixAllKind.contains(context.only ?? CodeActionKind.Empty))
        return [];
      if (!findings.of(document.uri)) return [];
      const edit = await fixesOf(projects, document);
      if (!edit) return [];
      const action = new CodeAction(l10n.t('Apply all proven fixes of Schema Gap'), fixAllKind);
      action.edit = edit;
      return [action];
    },
  };
  bag.add(
    languages.registerCodeActionsProvider({ language: 'php', scheme: 'file' }, provider, {
      providedCodeActionKinds: [fixAllKind],
    }),
  );
}

/** Applies all proven fixes to one file, opened or not. */
export async function fixFile(projects: Projects, file: Uri): Promise<void> {
  const edit = await fixesOf(projects, await workspace.openTextDocument(file));
  if (edit) await workspace.applyEdit(edit);
  else void window.showInformationMessage(l10n.t('There is nothing that a proven fix would change.'));
}

/** Applies all proven fixes to the migrations that the lint scope covers, as one edit that one undo takes back. */
export async function fixPending(project: Project, projects: Projects, findings: Findings): Promise<void> {
  const files = findings.wanted(project);
  const edit = new WorkspaceEdit();
  let changed = 0;
  await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Proving fixes'), cancellable: true },
    async (progress, token) => {
      for (const file of files) {
        if (token.isCancellationRequested) return;
        progress.report({ message: file, increment: 100 / files.length });
        const uri = fileUri(project.root, file);
        if (uri && (await addFixes(projects, await workspace.openTextDocument(uri), edit))) changed += 1;
      }
    },
  );
  if (changed === 0) {
    void window.showInformationMessage(l10n.t('There is nothing that a proven fix would change.'));
    return;
  }
  await workspace.applyEdit(edit);
}

async function fixesOf(projects: Projects, document: TextDocument): Promise<WorkspaceEdit | null> {
  const edit = new WorkspaceEdit();
  return (await addFixes(projects, document, edit)) ? edit : null;
}

/** Adds the fixes of one document; false where there are none. */
async function addFixes(projects: Projects, document: TextDocument, edit: WorkspaceEdit): Promise<boolean> {
  const project = projects.of(document.uri);
  const file = project && pathIn(project, document.uri);
  if (!project || file === null || file === undefined || !project.isMigration(file)) return false;
  const { version } = document;
  if (document.isDirty) project.setText(file, document.getText());
  const fixed = await project.fixAll(file);
  if (!fixed || document.version !== version) return false;
  const before = document.getText();
  const { from, to, text } = difference(before, fixed.text);
  edit.replace(document.uri, new Range(document.positionAt(from), document.positionAt(to)), text);
  return true;
}
