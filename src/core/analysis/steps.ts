import type { Application } from '../laravel/application';
import type { MigrationSource } from '../laravel/evaluate';
import type { MigrationFile } from '../laravel/migrations';
import { type Changes, compareWorlds, meets, Shift } from '../session/changes';
import { movedTrace } from '../session/movedTrace';
import { resend } from '../session/resend';
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
  readonly outdated?: boolean;
  /** What was here before the last edit that it rests on: an edit taken back is not run again. */
  readonly former?: Step;
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
  const texts = migrations.map(({ file }) => app.files.read(file));
  const places = placesOf(previous, migrations);
  const edited = editedFiles(previous, migrations, texts, places);
  const isMigration = (name: string) => migrations.some(({ file }) => baseName(file) === name);
  const steps: Step[] = [];
  let world = () => start;
  /** How the world differs from the one that the next of the earlier steps began with; null: to be compared. */
  let shift: Shift | null = null;
  let next = 0;
  for (let i = 0; i < migrations.length; i++) {
    const migration = migrations[i]!;
    const text = texts[i]!;
    const place = places[i];
    const old = place === undefined ? undefined : previous[place];
    if (old && (shift === null || place !== next || old.outdated))
      shift = Shift.of(compareWorlds(old.before, world()).changes);
    const isSame = old !== undefined && old.text === text && !readsFile(old, edited);
    let step: Step;
    if (isSame && shift && !runsOf(old).some(({ reads }) => meets(reads.world, shift!.changes))) {
      step = movedStep(old, shift, world);
    } else {
      const before = world();
      const former = old ? formerStep(old, text, world, isMigration) : null;
      const runs =
        former ??
        (isSame && shift ? resent(old, shift.changes, before) : null) ??
        options.run({ ...migration, text }, before);
      const { trace, repaired } = runs;
      step = { migration, text, before, trace, repaired };
      shift = null;
      if (old) {
        const { world: shared, changes } = compareWorlds(endOf(old).world, endOf(step).world);
        shift = Shift.of(changes);
        // What a former run made is shared with the steps behind it, as they were then.
        if (!former) step = withEnd(step, shared);
        step = { ...step, former: kept(old) };
      }
    }
    if (place !== undefined) next = place + 1;
    steps.push(step);
    world = () => endOf(step).world;
    if (options.isLast?.(step)) break;
    if (migration.file === options.until) {
      const [first, ...rest] = previous.slice(steps.length);
      if (first) steps.push(outdated(first), ...rest);
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

/** Where each file's earlier step is; undefined where there is none. */
function placesOf(
  previous: readonly Step[],
  migrations: readonly MigrationFile[],
): readonly (number | undefined)[] {
  if (isSameList(previous, migrations)) return migrations.map((_, i) => i);
  const places = new Map(previous.map((step, i) => [step.migration.file, i]));
  return migrations.map(({ file }) => places.get(file));
}

const isSameList = (previous: readonly Step[], migrations: readonly MigrationFile[]): boolean =>
  previous.length === migrations.length &&
  migrations.every(({ file }, i) => previous[i]?.migration.file === file);

/** The names of the files that came, went, or have another text now. */
function editedFiles(
  previous: readonly Step[],
  migrations: readonly MigrationFile[],
  texts: readonly (string | null)[],
  places: readonly (number | undefined)[],
): ReadonlySet<string> {
  const edited = new Set<string>();
  for (let i = 0; i < migrations.length; i++) {
    const place = places[i];
    if (place === undefined || previous[place]!.text !== texts[i]) edited.add(baseName(migrations[i]!.file));
  }
  if (isSameList(previous, migrations)) return edited;
  const files = new Set(migrations.map(({ file }) => file));
  for (const { migration } of previous) if (!files.has(migration.file)) edited.add(baseName(migration.file));
  return edited;
}

const baseName = (file: string) => file.slice(file.lastIndexOf('/') + 1);

/** Does a run rest on one of these files? Code may name a file in many ways: the last part of its path decides. */
function readsFile(step: Step, edited: ReadonlySet<string>): boolean {
  if (edited.size === 0) return false;
  for (const { reads } of runsOf(step))
    for (const file of reads.files) if (file === '*' || edited.has(baseName(file))) return true;
  return false;
}

/** What was there before the last edit, if that stands for what there is now; else null. */
function formerStep(
  { former }: Step,
  text: string | null,
  world: () => World,
  isMigration: (name: string) => boolean,
): Runs | null {
  if (!former || former.text !== text) return null;
  // Which of the files that it read have changed since is not kept.
  for (const { reads } of runsOf(former))
    for (const file of reads.files) if (file === '*' || isMigration(baseName(file))) return null;
  const { changes } = compareWorlds(former.before, world());
  if (runsOf(former).some(({ reads }) => meets(reads.world, changes))) return null;
  return movedStep(former, Shift.of(changes), world);
}

/** A step without all that hangs on it. */
const kept = ({ migration, text, before, trace, repaired }: Step): Step => ({
  migration,
  text,
  before,
  trace,
  repaired,
});

/** The run by its statements alone, where that is enough. */
function resent(step: Step, changes: Changes, before: World): Runs | null {
  const ran = ranTrace(step);
  if (step.repaired || meets(ran.reads.code, changes)) return null;
  const trace = resend(ran, before);
  return trace && { trace, repaired: null };
}

/** The trace as it was run, whatever of the world has changed since: its schemas may be others now. */
export function ranTrace(step: Pick<Step, 'trace'>): Trace {
  return step instanceof MovedStep ? step.ran.trace : step.trace;
}

/** The step's runs as they were made. */
function runsOf(step: Step): readonly Trace[] {
  const { trace, repaired } = step instanceof MovedStep ? step.ran : step;
  return repaired ? [trace, repaired] : [trace];
}

type Runs = Pick<Step, 'trace' | 'repaired'>;

/**
 * A step whose runs would do the same in the world as it is now: how it looks there is worked out when it is asked for.
 * As with any object with getters, `{ ...step }` is not a step.
 */
class MovedStep implements Step {
  private moved: Runs | null = null;

  constructor(
    readonly migration: MigrationFile,
    readonly text: string | null,
    readonly ran: Step,
    readonly shift: Shift,
    readonly worldBefore: () => World,
    readonly outdated?: boolean,
  ) {}

  get before(): World {
    return this.worldBefore();
  }

  get trace(): Trace {
    return this.now().trace;
  }

  get repaired(): Trace | null {
    return this.ran.repaired && this.now().repaired;
  }

  private now(): Runs {
    const { trace, repaired } = this.ran;
    this.moved ??= {
      trace: movedTrace(trace, this.shift.changes),
      repaired: repaired && movedTrace(repaired, this.shift.changes),
    };
    return this.moved;
  }
}

/** The step with the changes that its runs pass on as they are. */
function movedStep(step: Step, shift: Shift, before: () => World): Step {
  const { migration, text } = step;
  const isAlike = shift.changes.keys.size === 0;
  if (isAlike && !step.outdated) return step;
  if (!(step instanceof MovedStep))
    return isAlike
      ? { ...step, before: before(), outdated: false }
      : new MovedStep(migration, text, step, shift, before);
  const all = isAlike ? step.shift : shift.after(step.shift);
  // After an edit and its undoing it is where it was.
  return all.leaves(endOf(step.ran).world) && !step.ran.outdated
    ? step.ran
    : new MovedStep(migration, text, step.ran, all, before);
}

function outdated(step: Step): Step {
  if (!(step instanceof MovedStep)) return { ...step, outdated: true };
  return new MovedStep(step.migration, step.text, step.ran, step.shift, step.worldBefore, true);
}
