import {
  Hover,
  type HoverProvider,
  l10n,
  languages,
  MarkdownString,
  type Position,
  type Range,
} from 'vscode';
import type { RunDocument, RunStep } from '../core/analysis/results';
import { changeLines } from '../core/report/runText';
import type { Bag } from './events';
import { toRange } from './places';
import { pathIn } from './project';
import type { Projects } from './projects';

/** So many statements of one place (a loop's, a shorthand's) are shown. */
const MOST = 6;

/** Over a statement of a migration: the SQL that it becomes, what that changes, and what is left if the run stops here. */
export function showHovers(projects: Projects, bag: Bag): void {
  const provider: HoverProvider = {
    async provideHover(document, position, token) {
      const project = projects.of(document.uri);
      const file = project && pathIn(project, document.uri);
      if (!project || file === null || file === undefined || !project.isMigration(file)) return null;
      const runs = await project.runs(file);
      if (!runs || token.isCancellationRequested) return null;
      return hoverAt(runs, file, position);
    },
  };
  bag.add(languages.registerHoverProvider({ language: 'php', scheme: 'file' }, provider));
}

function hoverAt({ first, down }: RunDocument, file: string, position: Position): Hover | null {
  for (const run of [first, down]) {
    const at = run.steps.flatMap((step, i) => {
      const range = step.range?.file === file ? toRange(step.range) : null;
      return range?.contains(position) ? [{ step, number: i + 1, range }] : [];
    });
    const smallest = at.map(({ range }) => range).sort(bySize)[0];
    if (!smallest) continue;
    const own = at.filter(({ range }) => range.isEqual(smallest));
    const text = new MarkdownString();
    for (const { step, number } of own.slice(0, MOST)) writeStep(text, step, number, run.steps.length);
    if (own.length > MOST) text.appendMarkdown(`\n\n${l10n.t('… and {0} more', own.length - MOST)}`);
    const last = own.at(-1)!;
    text.appendMarkdown(`\n\n${stopText(last.number, run.steps.length)}`);
    return new Hover(text, smallest);
  }
  return null;
}

function writeStep(text: MarkdownString, step: RunStep, number: number, of: number): void {
  text.appendMarkdown(`${text.value === '' ? '' : '\n\n'}${l10n.t('Statement {0} of {1}', number, of)}\n`);
  const error = step.serverError && `-- ✗ ${step.serverError.code} ${step.serverError.message}`;
  text.appendCodeblock([step.sql, ...(error ? [error] : []), ...changeLines(step)].join('\n'), 'sql');
}

const stopText = (number: number, of: number): string =>
  of === 1 || number === of
    ? l10n.t('The last statement: nothing is left half-done behind it.')
    : l10n.t(
        'If the run stops behind this, {0} of {1} statements stay done: each commits at once, and the next run begins at the first.',
        number,
        of,
      );

const bySize = (a: Range, b: Range): number =>
  a.end.line - a.start.line - (b.end.line - b.start.line) ||
  a.end.character - a.start.character - (b.end.character - b.start.character);
