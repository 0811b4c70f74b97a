import { evaluate } from '../../laravel/evaluate';
import { tablesOf } from '../../session/reads';
import type { Trace, TraceEntry, World } from '../../session/trace';
import { aboutEntry, type Draft, type FixDraft, type Question } from '../draft';
import { failureOf, refusedEntries } from '../failures';
import { failed, type ReplayStep } from '../replay';
import { say } from '../said';
import type { Study } from '../study';

/** Does the migration stand in the right place among the others? */
export const order: Question = (study) => [
  ...needsLater(study),
  ...sharesTimestamp(study),
  ...olderThanRan(study),
];

/** Codes that say that something is not there. */
const MISSING: ReadonlySet<number> = new Set([
  1005, 1051, 1054, 1072, 1091, 1109, 1146, 1176, 1215, 1822, 1824,
]);

/** A statement is refused here, and would not be if a later migration had run: which one is the first that helps? */
export function needsLater(study: Study): readonly Draft[] {
  const failure = failureOf(study.first);
  const [entry] = refusedEntries(study.first);
  if (!failure?.serverError || !entry || !MISSING.has(failure.serverError.code)) return [];
  const needed = firstThatHelps(study, entry);
  if (!needed) return [];
  return [
    {
      ...aboutEntry(entry),
      rule: 'needs-later-migration',
      method: 'up',
      message: say(
        'This needs what {0} makes, which runs later: {1} {2}',
        ...[needed.migration.name, failure.serverError.code, failure.serverError.message],
      ),
      related: [
        {
          range: needed.trace.entries[0]?.statement.origin?.range ?? topOf(needed.migration.file),
          message: say('Runs later'),
        },
      ],
      fixes: () => moveBehind(study, needed),
    },
  ];
}

/**
 * The first later migration after which, run before this one, this one comes to its end. Only those are run that have to do
 * with the tables of the refused statement.
 */
function firstThatHelps(study: Study, refused: TraceEntry): ReplayStep | null {
  const tables = new Set(tablesIn(refused));
  let world = study.step.before;
  for (const step of stepsBehind(study)) {
    if (
      step.text === null ||
      !step.trace.entries.some((entry) => tablesIn(entry).some((name) => tables.has(name)))
    )
      continue;
    world = evaluate(study.app, { ...step.migration, text: step.text }, 'up', world).world;
    if (runOn(study, world).outcome.kind === 'done') return step;
  }
  return null;
}

const tablesIn = ({ statement, connection }: TraceEntry): readonly string[] =>
  tablesOf(statement.statement).map(({ name }) => `${connection}:${name}`);

/** A new name for the file: a second behind the one that it needs. */
function moveBehind(study: Study, needed: ReplayStep): readonly FixDraft[] {
  const { file, name } = study.step.migration;
  const own = /^\d{4}_\d{2}_\d{2}_\d{6}(?=_)/.exec(name)?.[0];
  const stamp = /^\d{4}_\d{2}_\d{2}_\d{6}(?=_)/.exec(needed.migration.name)?.[0];
  if (!own || !stamp) return [];
  const seconds = Number(stamp.slice(-6)) + 1;
  const renamed = `${stamp.slice(0, -6)}${String(seconds).padStart(6, '0')}${name.slice(own.length)}`;
  const taken = study.around.steps.some(({ migration }) => migration.name === renamed);
  if (taken || seconds > 999_999) return [];
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  return [
    {
      title: say('Let it run behind {0}', needed.migration.name),
      edits: [{ file, renameTo: `${folder}${renamed}.php` }],
      // Where it has run already, its new name would be pending: only people know.
      suggestion: true,
    },
  ];
}

/** Another migration of the same second, without which this one fails, or leaves another schema. */
function sharesTimestamp(study: Study): readonly Draft[] {
  const { name, file } = study.step.migration;
  const stamp = /^\d{4}_\d{2}_\d{2}_\d{6}_/.exec(name)?.[0];
  const at = study.around.steps.findIndex((step) => step.migration.file === file);
  if (!stamp || at < 0 || study.first.outcome.kind !== 'done') return [];
  const twins: ReplayStep[] = [];
  for (let i = at - 1; i >= 0 && study.around.steps[i]?.migration.name.startsWith(stamp); i--)
    twins.push(study.around.steps[i]!);
  const needed = twins.find((twin) => dependsOn(study, twin));
  if (!needed) return [];
  return [
    {
      rule: 'same-timestamp',
      method: 'up',
      range: null,
      subject: needed.migration.name,
      statement: '',
      serverError: null,
      message: say(
        'This needs {0}, which has the same timestamp: only the alphabet lets that one run first',
        needed.migration.name,
      ),
      related: [{ range: topOf(needed.migration.file), message: say('Has the same timestamp') }],
    },
  ];
}

/** Does the run fail where the twin has not run before it, or the twin where this has run before? */
function dependsOn(study: Study, twin: ReplayStep): boolean {
  if (twin.text === null || twin.trace.outcome.kind !== 'done') return false;
  const alone = runOn(study, twin.before);
  if (alone.outcome.kind !== 'done') return failed(alone);
  return failed(evaluate(study.app, { ...twin.migration, text: twin.text }, 'up', alone.world));
}

/** A migration that has not run, though a later one has: artisan runs it next, on a schema that it was not written for. */
function olderThanRan({ step: { migration }, around: { ran } }: Study): readonly Draft[] {
  if (!ran || ran.has(migration.name)) return [];
  const later = [...ran].filter((name) => name > migration.name).sort();
  const newest = later.at(-1);
  if (newest === undefined) return [];
  return [
    {
      rule: 'pending-behind-ran',
      method: 'up',
      range: null,
      subject: '',
      statement: '',
      serverError: null,
      message: say('This has not run, while {0} has: artisan runs it behind that', newest),
    },
  ];
}

/** The migrations that run after this one. */
export function stepsBehind({ around, step }: Study): readonly ReplayStep[] {
  const at = around.steps.findIndex(({ migration }) => migration.file === step.migration.file);
  return at < 0 ? [] : around.steps.slice(at + 1);
}

const runOn = ({ app, step }: Study, world: World): Trace =>
  evaluate(app, { ...step.migration, text: step.text }, 'up', world);

const topOf = (file: string) => ({ file, line: 1, column: 1, endLine: 1, endColumn: 1 });
