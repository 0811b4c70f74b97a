import type { Application } from '../laravel/application';
import { evaluate } from '../laravel/evaluate';
import { nothingRepeatable, type Repeatable } from '../laravel/turns';
import type { Policy } from '../policy/policy';
import type { Trace, World } from '../session/trace';
import { runPassingOver } from './passOver';
import type { Pieces } from './pieces';
import type { ReadStep, ReplayStep } from './replay';

/** What is known around one migration. */
export interface Surroundings {
  readonly policy: Policy;
  /** All migrations' first runs in order; those behind the studied one may rest on an older text of it. */
  readonly steps: readonly ReplayStep[];
  /** What the chosen environment holds now; null where nothing is compared with, or it has not been looked at. */
  readonly actual: World | null;
  /** The names of what has run there; null where that is not known. */
  readonly ran: ReadonlySet<string> | null;
}

/**
 * One migration and its runs, each made when a question first asks for it and then kept: all questions about a migration
 * share them.
 */
export interface Study {
  readonly app: Application;
  readonly step: ReadStep;
  readonly around: Surroundings;
  /** `up()` where the migrations before it have run. */
  readonly first: Trace;
  /** `up()` again on what the first run left, each refused statement passed over. */
  second(): Trace;
  /** `up()` killed after each of its statements but the last, and what the next `up()` does then. */
  crashes(): readonly Crash[];
  /** `down()` on what the first run left, each refused statement passed over. */
  down(): Trace;
  /** The same migration with another text. */
  edited(text: string): Study;
}

export interface Crash {
  /** So many statements were done, of all that the first run sends. */
  readonly done: number;
  readonly of: number;
  readonly left: World;
  /** `up()` on what was left, each refused statement passed over. */
  again(): Trace;
}

/** So many crash points are tried; a migration with more statements is tried at its first ones. */
const MOST_CRASHES = 40;

/** The last few studies: what was found is soon asked for again, with its fixes, its runs. */
const lately = new WeakMap<Surroundings, readonly Study[]>();
const KEPT = 3;

export function studyOf(app: Application, step: ReadStep, around: Surroundings): Study {
  const kept = lately.get(around) ?? [];
  const known = kept.find(
    (one) => one.app === app && one.first === step.trace && one.step.text === step.text,
  );
  const made = known ?? study(app, step, around, () => firstRun(app, step));
  lately.set(around, [made, ...kept.filter((one) => one !== made)].slice(0, KEPT));
  return made;
}

interface FirstRun {
  readonly trace: Trace;
  /** The world before each statement that it sends. */
  readonly worlds: readonly World[];
  /** What it tells of later runs. */
  readonly repeatable: Repeatable;
}

function firstRun(app: Application, { migration, text, before }: Omit<ReadStep, 'trace'>): FirstRun {
  const worlds: World[] = [];
  const repeatable = nothingRepeatable();
  const beforeEntry = (world: World) => worlds.push(world);
  const trace = evaluate(app, { ...migration, text }, 'up', before, { beforeEntry, repeatable });
  return { trace, worlds, repeatable };
}

function study(app: Application, step: ReadStep, around: Surroundings, run: () => FirstRun): Study {
  const source = { ...step.migration, text: step.text };
  const first = step.trace;
  const known = lazy(run);
  const upIn = (world: World) => runPassingOver(app, source, world, 'up', known().repeatable);
  const second = lazy(() => upIn(first.world));
  const down = lazy(() => runPassingOver(app, source, first.world, 'down'));
  const crashes = lazy((): readonly Crash[] => {
    const of = first.entries.length;
    if (of < 2) return [];
    return known()
      .worlds.slice(1, Math.min(of, MOST_CRASHES + 1))
      .map((left, i) => ({
        done: i + 1,
        of,
        left,
        again: lazy(() => upIn(left)),
      }));
  });
  const edits = new Map<string, Study>();
  return {
    app,
    step,
    around,
    first,
    second,
    down,
    crashes,
    edited: (text) => {
      const there = edits.get(text);
      if (there) return there;
      const made = firstRun(app, { ...step, text });
      const edited = study(app, { ...step, text, trace: made.trace }, around, () => made);
      edits.set(text, edited);
      return edited;
    },
  };
}

/** Makes the runs that the questions will ask for, each a piece: asked for later, they are there. */
export function* makeRuns(study: Study): Pieces<void> {
  study.second();
  yield;
  study.down();
  yield;
  if (!isResumed(study)) return;
  for (const crash of study.crashes()) {
    crash.again();
    yield;
  }
}

/** Is it asked what comes after a run that stopped half-way? Only where it is certain what a whole run does. */
export function isResumed({ first }: Study): boolean {
  return first.outcome.kind === 'done' && !first.entries.some((entry) => entry.uncertain);
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
