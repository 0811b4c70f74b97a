import {
  CodeAction,
  CodeActionKind,
  type CodeActionProvider,
  type Diagnostic,
  l10n,
  languages,
  Position,
  Range,
  SnippetString,
  SnippetTextEdit,
  type TextDocument,
  TextEditorRevealType,
  type Uri,
  WorkspaceEdit,
  window,
  commands as workbench,
  workspace,
} from 'vscode';
import { type Finding, type Fix, isTextEdit, type Severity } from '../core/analysis/results';
import { canBeSuppressed } from '../core/analysis/suppressions';
import { diagnosticOf, messageOf } from './diagnostics';
import type { Bag } from './events';
import type { Findings } from './findings';
import { commands } from './ids';
import { fileUri, toRange } from './places';
import type { Projects } from './projects';
import { rulePage } from './rulePages';
import { translated } from './said';

/**
 * What can be done about the findings at the cursor: their fixes, of which one that the engine has proven comes first and
 * is the preferred one; all fixes of the file; a comment that suppresses with a reason; the page about the rule.
 */
export function offerQuickFixes(projects: Projects, findings: Findings, extension: Uri, bag: Bag): void {
  const provider: CodeActionProvider = {
    async provideCodeActions(document, range, context) {
      if (!findings.of(document.uri)) return [];
      const known = await findings.current(document);
      const root = projects.of(document.uri)?.root;
      if (!known || !root || known.stale || known.version !== document.version) return [];
      const touched = known.findings
        .filter((finding) => toRange(finding).intersection(range))
        .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
      if (touched.length === 0) return [];
      const told = new Map(
        touched.map((finding) => {
          const shown = context.diagnostics.find(
            ({ message, range: at }) =>
              message === messageOf(finding) && at.start.isEqual(toRange(finding).start),
          );
          return [finding, shown ?? diagnosticOf(finding, known, { root, extension })];
        }),
      );
      const fixes = touched.flatMap((finding) =>
        finding.fixes.flatMap((fix) => fixAction(root, fix, told.get(finding)!) ?? []),
      );
      fixes.sort(
        (a, b) => Number(b.proven) - Number(a.proven) || Number(a.movesFiles) - Number(b.movesFiles),
      );
      const [first] = fixes;
      // Which files there are is for people to decide.
      if (first?.proven && !first.movesFiles) first.action.isPreferred = true;
      return [
        ...fixes.map(({ action }) => action),
        ...fixAllAction(document.uri, known.findings),
        ...touched.flatMap((finding) => suppressAction(document, finding, told.get(finding)!) ?? []),
        ...[...new Set(touched.map(({ rule }) => rule))].map((rule) => pageAction(rule, extension)),
      ];
    },
  };
  bag.add(
    languages.registerCodeActionsProvider({ language: 'php', scheme: 'file' }, provider, {
      providedCodeActionKinds: [CodeActionKind.QuickFix],
    }),
  );
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

function fixAction(root: Uri, fix: Fix, diagnostic: Diagnostic) {
  const edit = editOf(root, fix);
  if (!edit) return null;
  const title = translated(fix.said);
  const action = new CodeAction(
    fix.proven ? title : l10n.t('{0} (not proven)', title),
    CodeActionKind.QuickFix,
  );
  action.edit = edit;
  action.diagnostics = [diagnostic];
  return { action, proven: fix.proven, movesFiles: !fix.edits.every(isTextEdit) };
}

/** Where there is more than one to apply. */
function fixAllAction(file: Uri, findings: readonly Finding[]): readonly CodeAction[] {
  const isApplied = ({ proven, edits }: Fix) => proven && edits.every(isTextEdit);
  if (findings.filter(({ fixes }) => fixes.some(isApplied)).length < 2) return [];
  const title = l10n.t('Apply all proven fixes in this file');
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.command = { command: commands.fixFile, title, arguments: [file] };
  return [action];
}

/** A comment above the statement (one about the whole file below its first line), with the cursor where the reason goes. */
function suppressAction(document: TextDocument, finding: Finding, diagnostic: Diagnostic): CodeAction | null {
  const ofFile = finding.line === 1;
  const line = ofFile ? 1 : finding.line - 1;
  if (!canBeSuppressed(finding.rule) || line >= document.lineCount) return null;
  const indent = ofFile ? '' : (/^\s*/.exec(document.lineAt(line).text)?.[0] ?? '');
  const comment = new SnippetString(`${indent}// schema-gap-ignore${ofFile ? '-file' : ''} ${finding.rule}: `)
    .appendTabstop(1)
    .appendText('\n');
  const action = new CodeAction(l10n.t('Suppress {0} with a reason', finding.rule), CodeActionKind.QuickFix);
  action.edit = new WorkspaceEdit();
  action.edit.set(document.uri, [SnippetTextEdit.insert(new Position(line, 0), comment)]);
  action.diagnostics = [diagnostic];
  return action;
}

function pageAction(rule: string, extension: Uri): CodeAction {
  const title = l10n.t('Open the page about {0}', rule);
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.command = { command: 'markdown.showPreview', title, arguments: [rulePage(rule, extension)] };
  return action;
}

/** A fix as an edit that the editor can undo; null where it would touch a file outside the application. */
function editOf(root: Uri, fix: Fix): WorkspaceEdit | null {
  const edit = new WorkspaceEdit();
  for (const change of fix.edits) {
    const file = fileUri(root, change.file);
    if (!file) return null;
    if ('create' in change) {
      edit.createFile(file);
      edit.insert(file, new Position(0, 0), change.create);
    } else if ('renameTo' in change) {
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
