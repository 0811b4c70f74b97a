import { CodeLens, type CodeLensProvider, EventEmitter, l10n, languages, type Uri, workspace } from 'vscode';
import type { Finding } from '../core/analysis/results';
import type { Bag } from './events';
import type { Findings } from './findings';
import { commands, section } from './ids';
import { type KnownFindings, lensText } from './lint';
import { toRange } from './places';
import { fixArguments } from './quickFixes';
import { areLensesEnabled } from './settings';

/** Above each statement that a second run would stop at: what the server will say, and the fix that is proven. */
export function showLenses(findings: Findings, bag: Bag): void {
  const changed = bag.add(new EventEmitter<void>());
  bag.add(findings.onDidChange(() => changed.fire()));
  bag.add(
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${section}.codeLens`)) changed.fire();
    }),
  );
  const provider: CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses(document) {
      const known = findings.of(document.uri);
      if (!known || !areLensesEnabled(document.uri)) return [];
      return known.findings.flatMap((finding) => lensesOf(finding, document.uri, known));
    },
  };
  bag.add(languages.registerCodeLensProvider({ language: 'php', scheme: 'file' }, provider));
}

function lensesOf(finding: Finding, file: Uri, { stale, manual }: KnownFindings): CodeLens[] {
  const range = toRange(finding);
  const text = lensText(finding);
  const title = stale ? l10n.t('{0} (as of the last readable text)', text) : text;
  const what = new CodeLens(range, {
    title: `$(warning) ${title}`,
    tooltip: [finding.message, manual].filter(Boolean).join('\n'),
    command: commands.showFinding,
    arguments: [file, range.start.line, range.start.character],
  });
  const run = new CodeLens(range, {
    title: l10n.t('Show run'),
    tooltip: l10n.t('The first run beside the second one, statement by statement.'),
    command: finding.method === 'down' ? commands.showRollback : commands.showRun,
    arguments: [file],
  });
  const fixes = finding.fixes
    .filter((fix) => fix.proven && !stale)
    .map(
      (fix) =>
        new CodeLens(range, {
          title: `$(lightbulb-autofix) ${fix.title}`,
          tooltip: l10n.t('Proven: the edited text has been run, and does not stop any more.'),
          command: commands.applyFix,
          arguments: [...fixArguments(file, finding, fix)],
        }),
    );
  return [what, ...fixes, run];
}
