import type { RunDocument, RunShape, RunStep } from '../analysis/results';
import { count, differenceName, sideText } from './describe';

/** Which run of a migration. */
export type RunName = 'first' | 'second' | 'down';

const TITLES: Readonly<Record<RunName, string>> = {
  first: 'up()',
  second: 'up() again, each refused statement passed over',
  down: 'down() after up()',
};

/** One run as SQL with comments, to be read beside another: a text of its own, no file. */
export function runText({ migration, file, ...runs }: RunDocument, name: RunName): string {
  const run = runs[name];
  const lines = [
    `-- ${migration}`,
    `-- ${TITLES[name]}`,
    `-- ${ending(run)}`,
    ...run.steps.flatMap((step, i) => ['', ...stepLines(step, `${i + 1} of ${run.steps.length}`, file)]),
  ];
  return `${lines.join('\n')}\n`;
}

function ending(run: RunShape): string {
  const refused = run.steps.filter(({ serverError, caught }) => serverError && !caught).length;
  if (run.outcome === 'unknown') return `not known how it ends: ${run.reason}`;
  if (run.outcome === 'stops' && run.reason !== null) return `stops: ${run.reason}`;
  if (refused > 0) return `${refused} of ${count(run.steps.length, 'statement')} refused`;
  return run.steps.length === 0 ? 'sends nothing' : `${count(run.steps.length, 'statement')}, none refused`;
}

function stepLines(step: RunStep, number: string, file: string): readonly string[] {
  return [
    `-- ${number}${step.range ? `, ${placeText(step.range, file)}` : ''}`,
    `${step.sql.trim().replace(/;$/, '')};`,
    ...(step.uncertain ? ['--   sent only if something that is not known is so'] : []),
    ...answer(step),
    ...step.held.flatMap((held) => [
      `--   there already: ${differenceName(held)} ${sideText(held, held.shape)}`,
      ...madeAt(held.definedBy, file),
    ]),
    ...changeLines(step),
  ];
}

function answer({ serverError, caught }: RunStep): readonly string[] {
  if (!serverError) return [];
  const { code, sqlState, message } = serverError;
  return [`-- ✗ ${code} (${sqlState}) ${message}${caught ? '  (the code catches it)' : ''}`];
}

/** A line of its own: two runs stand side by side, and half an editor is not wide. */
function madeAt(made: RunStep['held'][number]['definedBy'], file: string): readonly string[] {
  return made ? [`--     made at ${placeText(made, file)}`] : [];
}

/** A place; in the migration itself only its line. */
const placeText = (at: { readonly file: string; readonly line: number }, own: string): string =>
  at.file === own ? `line ${at.line}` : `${at.file}:${at.line}`;

const SIGNS = { added: '+', gone: '-', changed: '~' } as const;

/** What a statement changes, one line each, as far as a line tells it. */
export function changeLines({ changes }: Pick<RunStep, 'changes'>): readonly string[] {
  return changes.map((change) => {
    const kind = change.before === null ? 'added' : change.after === null ? 'gone' : 'changed';
    const side = kind === 'gone' ? change.before : change.after;
    const sure = change.certain ? '' : '  (not known for sure)';
    return `--   ${SIGNS[kind]} ${differenceName(change)} ${sideText(change, side)}${sure}`;
  });
}
