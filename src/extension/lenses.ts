import { CodeLens, type CodeLensProvider, EventEmitter, l10n, languages, type Uri, workspace } from 'vscode';
import { type Finding, isTextEdit, type Severity } from '../core/analysis/results';
import { asOf, messageOf } from './diagnostics';
import type { Bag } from './events';
import type { Findings } from './findings';
import { commands, section } from './ids';
import { lensGroups, lensText, oneLine, type ShownFindings } from './lint';
import { toRange } from './places';
import { fixArguments } from './quickFixes';
import { translated } from './said';
import { areLensesEnabled } from './settings';

/** Above each statement that would hurt: what will happen, in the server's own words, and the fix that is proven. */
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
      return lensGroups(known.findings).flatMap((group) => lensesOf(group, document.uri, known));
    },
  };
  bag.add(languages.registerCodeLensProvider({ language: 'php', scheme: 'file' }, provider));
}

const ICONS: Readonly<Record<Severity, string>> = {
  error: '$(error)',
  warning: '$(warning)',
  info: '$(info)',
  hint: '$(info)',
};

/** A lens takes a plain space behind an icon away. */
const withIcon = (icon: string, text: string): string => `${icon}\u00a0${text}`;

/** So much of a fix's title is shown, that the run behind it is in sight, too. */
const MOST_OF_FIX = 60;

/** One line: what happens (the worst of it), its fix, and the run that shows it. */
function lensesOf(
  [finding, ...more]: readonly [Finding, ...Finding[]],
  file: Uri,
  { stale, manual }: ShownFindings,
): CodeLens[] {
  const range = toRange(finding);
  const one = lensText(messageOf(finding));
  const text = more.length > 0 ? l10n.t('{0} (and {1} more)', one, more.length) : one;
  const what = new CodeLens(range, {
    title: withIcon(ICONS[finding.severity], asOf(text, stale)),
    tooltip: [...[finding, ...more].map(messageOf), manual].filter(Boolean).join('\n'),
    command: commands.showFinding,
    arguments: [file, range.start.line, range.start.character],
  });
  const fix = finding.fixes.find(({ proven, edits }) => proven && !stale && edits.every(isTextEdit));
  const mend =
    fix &&
    new CodeLens(range, {
      title: withIcon('$(lightbulb-autofix)', oneLine(translated(fix.said), MOST_OF_FIX)),
      tooltip: [
        translated(fix.said),
        l10n.t('Proven: the edited text has been run, this finding is gone, and nothing new came.'),
      ].join('\n'),
      command: commands.applyFix,
      arguments: [...fixArguments(file, finding, fix)],
    });
  const isDown = finding.method === 'down';
  const run =
    finding.statement !== '' &&
    new CodeLens(range, {
      title: l10n.t('Show run'),
      tooltip: isDown
        ? l10n.t('What up() does beside what down() does, statement by statement.')
        : l10n.t('The first run beside the second one, statement by statement.'),
      command: isDown ? commands.showRollback : commands.showRun,
      arguments: [file],
    });
  return [what, ...(mend ? [mend] : []), ...(run ? [run] : [])];
}
