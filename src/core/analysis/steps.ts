import type { Application } from '../laravel/application';
import type { MigrationSource } from '../laravel/evaluate';
import type { MigrationFile } from '../laravel/migrations';
import { type Changes, compareWorlds, EVERYTHING, restsOnChanged } from '../session/changes';
import { movedTrace } from '../session/movedTrace';
import type { Trace, World } from '../session/trace';

/** One migration's run among others. */
export interface Step {
  readonly migration: MigrationFile;
  /** null: the file can't be read. */
  readonly text: string | null;
  readonly before: World;
  readonly trace: Trace;
  /** The run that supposes each failure repaired, where one was made: the next migration begins with what it leaves. */
  readonly repaired: Trace | null;
  /** The world before it is not what the step in front leaves now. */
  readonly outdated?: true;
}

/** Migrations run one after the other. */
export interface Steps {
  readonly app: Application;
  /** The world before the first one. */
  readonly start: World;
  readonly steps: readonly Step[];
  /** The world after the last one. */
  readonly world: World;
}

export interface StepsOptions {
  readonly run: (source: MigrationSource, before: World) => Pick<Step, 'trace' | 'repaired'>;
  /** Is nothing to be run behind this step? */
  readonly isLast?: (step: Step) => boolean;
  /** Earlier steps: each serves again where its text, and all that its run rests on, is the same. */
  readonly previous?: Steps | null;
  /** The file of the last migration to run; those of `previous` behind it are kept as they are, perhaps outdated. */
  readonly until?: string | undefined;
}

/** Runs migrations in order. */
export function runSteps(
  app: Application,
  migrations: readonly MigrationFile[],
  start: World,
  options: StepsOptions,
): Steps {
  const previous = options.previous?.app === app ? options.previous.steps : [];
  const places = new Map(previous.map((step, i) => [step.migration.file, i]));
  const sources = migrations.map((migration) => ({ ...migration, text: app.files.read(migration.file) }));
  const edited = editedFiles(previous, sources);
  const steps: Step[] = [];
  let world = () => start;
  /** How the world differs from the one that the next of the earlier steps began with; null: to be compared. */
  let changes: Changes | null = null;
  let next = 0;
  for (const [i, source] of sources.entries()) {
    const place = places.get(source.file);
    const old = place === undefined ? undefined : previous[place];
    if (old && (changes === null || place !== next || old.outdated))
      changes = compareWorlds(old.before, world()).changes;
    const known = changes ?? EVERYTHING;
    let step: Step;
    if (old && old.text === source.text && !isTouched(old, known, edited)) {
      step = movedStep(old, known, world);
    } else {
      const before = world();
      const migration = migrations[i]!;
      const made = { migration, text: source.text, before, ...options.run(source, before) };
      const compared = old ? compareWorlds(endOf(old).world, endOf(made).world) : null;
      changes = compared?.changes ?? null;
      step = compared ? withEnd(made, compared.world) : made;
    }
    if (place !== undefined) next = place + 1;
    steps.push(step);
    world = () => endOf(step).world;
    if (options.isLast?.(step)) break;
    if (source.file === options.until) {
      const [first, ...rest] = previous.slice(steps.length);
      if (first) steps.push({ ...first, outdated: true }, ...rest);
      break;
    }
  }
  return { app, start, steps, world: world() };
}

/** The run with whose world the next migration begins. */
function endOf(step: Step): Trace {
  return step.repaired ?? step.trace;
}

function withEnd(step: Step, world: World): Step {
  if (endOf(step).world === world) return step;
  return step.repaired
    ? { ...step, repaired: { ...step.repaired, world } }
    : { ...step, trace: { ...step.trace, world } };
}

/** The names of the files that came, went, or have another text now. */
function editedFiles(previous: readonly Step[], sources: readonly MigrationSource[]): ReadonlySet<string> {
  const texts = new Map(previous.map(({ migration, text }) => [migration.file, text]));
  const edited = new Set<string>();
  for (const { file, text } of sources) {
    if (texts.get(file) !== text) edited.add(baseName(file));
    texts.delete(file);
  }
  for (const file of texts.keys()) edited.add(baseName(file));
  return edited;
}

const baseName = (file: string) => file.slice(file.lastIndexOf('/') + 1);

function isTouched({ trace, repaired }: Step, changes: Changes, edited: ReadonlySet<string>): boolean {
  return [trace, repaired].some(
    (run) =>
      run && (restsOnChanged(run.reads, changes) || (edited.size > 0 && readsOne(run.reads.files, edited))),
  );
}

/** Code may name a file in many ways: the last part of its path decides. */
function readsOne(files: ReadonlySet<string>, edited: ReadonlySet<string>): boolean {
  for (const file of files) if (file === '*' || edited.has(baseName(file))) return true;
  return false;
}

/** The step with the changes that its runs pass on as they are. */
function movedStep(step: Step, changes: Changes, before: () => World): Step {
  const { migration, text, trace, repaired } = step;
  if (changes.keys.size === 0)
    return step.outdated ? { migration, text, before: before(), trace, repaired } : step;
  return {
    migration,
    text,
    get before() {
      return before();
    },
    trace: movedTrace(trace, changes),
    repaired: repaired && movedTrace(repaired, changes),
  };
}
