import {
  CodeAction,
  CodeActionKind,
  type CodeActionProvider,
  l10n,
  languages,
  Range,
  TextEditorRevealType,
  type Uri,
  WorkspaceEdit,
  window,
  commands as workbench,
  workspace,
} from 'vscode';
import type { Finding, Fix } from '../core/analysis/results';
import { diagnosticOf, messageOf } from './diagnostics';
import type { Bag } from './events';
import type { Findings } from './findings';
import { fileUri, toRange } from './places';
import type { Projects } from './projects';
import { translated } from './said';

/** The fixes of the findings at the cursor; one that the engine has proven comes first and is the preferred one. */
export function offerQuickFixes(projects: Projects, findings: Findings, extension: Uri, bag: Bag): void {
  const provider: CodeActionProvider = {
    async provideCodeActions(document, range, context) {
      if (!findings.of(document.uri)) return [];
      const known = await findings.current(document);
      const root = projects.of(document.uri)?.root;
      if (!known || !root || known.stale || known.version !== document.version) return [];
      const touched = known.findings.filter((finding) => toRange(finding).intersection(range));
      return touched.flatMap((finding) => {
        const diagnostic = context.diagnostics.find(
          (shown) =>
            shown.message === messageOf(finding) && shown.range.start.isEqual(toRange(finding).start),
        );
        return sortedFixes(finding).flatMap((fix) => {
          const edit = editOf(root, fix);
          if (!edit) return [];
          const action = new CodeAction(titleOf(fix), CodeActionKind.QuickFix);
          action.edit = edit;
          action.isPreferred = fix.proven;
          action.diagnostics = [diagnostic ?? diagnosticOf(finding, known.ran, { root, extension })];
          return [action];
        });
      });
    },
  };
  bag.add(
    languages.registerCodeActionsProvider({ language: 'php', scheme: 'file' }, provider, {
      providedCodeActionKinds: [CodeActionKind.QuickFix],
    }),
  );
}

const titleOf = (fix: Fix): string =>
  fix.proven ? translated(fix.said) : l10n.t('{0} (not proven)', translated(fix.said));

const sortedFixes = (finding: Finding): readonly Fix[] =>
  [...finding.fixes].sort((a, b) => Number(b.proven) - Number(a.proven));

/** A fix as an edit that the editor can undo; null where it would touch a file outside the application. */
function editOf(root: Uri, fix: Fix): WorkspaceEdit | null {
  const edit = new WorkspaceEdit();
  for (const change of fix.edits) {
    const file = fileUri(root, change.file);
    if (!file) return null;
    if ('create' in change) edit.createFile(file, { contents: Buffer.from(change.create) });
    else if ('renameTo' in change) {
      const to = fileUri(root, change.renameTo);
      if (!to) return null;
      edit.renameFile(file, to);
    } else edit.replace(file, toRange(change), change.text);
  }
  return edit;
}

/** What a lens hands to the command that applies its fix. */
export type FixArguments = readonly [file: Uri, rule: string, statement: string, line: number, title: string];

export const fixArguments = (file: Uri, finding: Finding, fix: Fix): FixArguments => [
  file,
  finding.rule,
  finding.statement,
  finding.line,
  fix.title,
];

/** Applies a lens's fix, made anew for the text as it stands now. */
export async function applyFix(projects: Projects, findings: Findings, args: FixArguments): Promise<void> {
  const [file, rule, statement, line, title] = args;
  const document = await workspace.openTextDocument(file);
  const known = await findings.current(document);
  const same = (known?.findings ?? [])
    .filter((finding) => finding.rule === rule && finding.statement === statement)
    .sort((a, b) => Math.abs(a.line - line) - Math.abs(b.line - line))[0];
  const fix = same?.fixes.find((candidate) => candidate.title === title);
  const root = projects.of(file)?.root;
  const edit = fix && root && editOf(root, fix);
  if (!edit || known?.version !== document.version) {
    void window.showInformationMessage(
      l10n.t('The text has changed since; this fix does not apply any more.'),
    );
    return;
  }
  await workspace.applyEdit(edit);
}

/** Puts the cursor on a finding and shows what there is to say about it. */
export async function showFinding(file: Uri, line: number, character: number): Promise<void> {
  const at = new Range(line, character, line, character);
  const editor = await window.showTextDocument(file, { selection: at });
  editor.revealRange(at, TextEditorRevealType.InCenterIfOutsideViewport);
  await workbench.executeCommand('editor.action.showHover');
}
