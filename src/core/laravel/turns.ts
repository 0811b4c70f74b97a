import type { Interpreter, NativeCall, NativeMethod } from '../php/classes';
import { isArray, type Value } from '../php/values';
import { type Session, savePoint } from '../session/session';
import type { Database, World } from '../session/trace';
import { type LaravelRuntime, RUNTIME, runtimeOf } from './runtime';

/**
 * Code that is run in one world after another asks and sends mostly the same. What it does with the world (a *turn*: a
 * question with a plain answer, or a statement) is noted in order; where the answers in another world are the same, so is
 * all that the code does, and only its turns are done again there. Code that looks at the world in another way, catches
 * exceptions, opens transactions or meets something unknown is always run itself.
 */
interface Turn {
  readonly again: () => Value;
  /** What the code was told. */
  readonly answer: Value;
  /** How the databases were before it. */
  readonly before: readonly Database[];
  /** How many statements were sent before it. */
  readonly sent: number;
}

/** What one run notes. */
export interface Notes {
  readonly turns: Turn[];
  /** False once something is done that can't be done again without the code. */
  repeatable: boolean;
  isInTurn: boolean;
  /** The connection by default at the first turn. */
  connection: string | null;
  /** The databases as the last turn left them. */
  left: readonly Database[];
}

/** A run that may be repeated. */
interface Kept {
  readonly turns: readonly Turn[];
  readonly start: World;
  readonly runtime: LaravelRuntime;
  /** The program's; natives find their runtime in it. */
  readonly context: Map<string, unknown>;
  readonly files: ReadonlySet<string>;
}

/** The runs of one method of one text that may be repeated. */
export interface Repeatable {
  readonly runs: Kept[];
}

/** So many different ways through a method are kept. */
const MOST_RUNS = 16;

export const nothingRepeatable = (): Repeatable => ({ runs: [] });

export function notesOf(session: Session): Notes {
  const notes: Notes = {
    turns: [],
    repeatable: true,
    isInTurn: false,
    connection: null,
    left: [...session.connections.values()],
  };
  session.noticed = () => {
    if (!notes.isInTurn) notes.repeatable = false;
  };
  return notes;
}

/** Does something with the world as one turn. `isPlain`: may it be done again as it is? */
export function takeTurn<T extends Value>(php: Interpreter, isPlain: boolean, again: () => T): T {
  const runtime = runtimeOf(php);
  const { notes, session } = runtime;
  if (!notes || notes.isInTurn) return again();
  notes.connection ??= runtime.defaultConnection;
  const isSame = notes.connection === runtime.defaultConnection && isUntouched(notes, session);
  notes.repeatable &&= isPlain && isSame && !php.isCatching;
  notes.isInTurn = true;
  let isDone = false;
  const [before, sent] = [notes.left, session.entries.length];
  try {
    const answer = again();
    notes.turns.push({ again, answer, before, sent });
    isDone = true;
    return answer;
  } finally {
    notes.repeatable &&= isDone;
    notes.isInTurn = false;
    notes.left = [...session.connections.values()];
  }
}

/** A question whose answer is a plain value, as a turn. */
export const asTurn =
  (method: NativeMethod): NativeMethod =>
  (call) =>
    takeTurn(call.php, hasPlainArguments(call), () => method(call));

const hasPlainArguments = ({ args, named }: NativeCall): boolean =>
  [...args, ...named.values()].every(isPlain);

/** A scalar, or an array of what is plain. */
function isPlain(value: Value): boolean {
  return isArray(value)
    ? [...value.entries.values()].every(isPlain)
    : typeof value !== 'object' || value === null;
}

function isSameAnswer(a: Value, b: Value | undefined): boolean {
  if (!isArray(a) || b === undefined || !isArray(b)) return a === b;
  const [mine, theirs] = [[...a.entries], [...b.entries]];
  return (
    mine.length === theirs.length &&
    mine.every(([key, value], i) => theirs[i]?.[0] === key && isSameAnswer(value, theirs[i][1]))
  );
}

function isUntouched({ left }: Notes, { connections }: Session): boolean {
  let i = 0;
  for (const database of connections.values()) if (database !== left[i++]) return false;
  return true;
}

/** Keeps a run that came to its end, where it may be repeated. */
export function keepRun(
  { runs }: Repeatable,
  php: Interpreter,
  start: World,
  files: ReadonlySet<string>,
): void {
  const runtime = runtimeOf(php);
  const { notes, session, transactions } = runtime;
  if (!notes?.repeatable || transactions.size > 0 || !isUntouched(notes, session)) return;
  if (!notes.turns.every(({ answer }) => isPlain(answer)) || session.doubts.length > 0) return;
  if (runs.length >= MOST_RUNS) return;
  const context = php.context as Map<string, unknown>;
  runs.push({ turns: notes.turns, start, runtime, context, files });
}

/**
 * Does in the runtime's session what the code would do, if one of the kept runs tells; the files that it read. Null: the
 * code has to be run itself, and the session is as it was.
 */
export function repeat(
  { runs }: Repeatable,
  world: World,
  { session, passOver, passOverUncaught, beforeEntry }: LaravelRuntime,
): ReadonlySet<string> | null {
  // What the server refuses would be thrown into the code.
  if (!passOverUncaught) return null;
  let fitting = runs.filter(({ start }) => isAlike(start, world));
  const goBack = savePoint(session);
  const { noticed } = session;
  session.noticed = null;
  for (let i = 0; ; i++) {
    const [run] = fitting;
    if (!run) break;
    const turn = run.turns[i];
    if (!turn) return run.files;
    for (const kept of fitting) {
      const there = kept.turns[i];
      if (there && i > 0 && isMet(there, session)) return goOnAs(kept, there, session);
    }
    run.context.set(RUNTIME, {
      ...run.runtime,
      ...{ session, passOver, passOverUncaught, beforeEntry, notes: null },
    });
    const answer = turn.again();
    fitting = fitting.filter(({ turns }) => isSameAnswer(answer, turns[i]?.answer));
  }
  goBack();
  session.noticed = noticed;
  return null;
}

/** Has this run come to where a kept one stood? From there on both do the same. */
function isMet({ before }: Turn, { connections }: Session): boolean {
  let i = 0;
  for (const now of connections.values()) {
    const there = before[i++];
    if (now !== there && !(there && isSameDatabase(now, there))) return false;
  }
  return true;
}

/** The rest of a kept run. */
function goOnAs(run: Kept, { sent }: Turn, session: Session): ReadonlySet<string> {
  const kept = run.runtime.session;
  session.entries.push(...kept.entries.slice(sent));
  for (const [name, database] of kept.connections) session.connections.set(name, database);
  for (const key of kept.reads.world) session.reads.world.add(key);
  for (const key of kept.reads.code) session.reads.code.add(key);
  for (const file of kept.reads.files) session.reads.files.add(file);
  return run.files;
}

/** Are two worlds alike in all that is not said of one table, view or table's rows? */
function isAlike(a: World, b: World): boolean {
  if (a.defaultConnection !== b.defaultConnection || a.connections.size !== b.connections.size) return false;
  for (const [name, mine] of a.connections) {
    const theirs = b.connections.get(name);
    if (!theirs || !isSameBut(mine, theirs)) return false;
  }
  return true;
}

const isSameDatabase = (a: Database, b: Database): boolean =>
  a.schema.tables.branches === b.schema.tables.branches &&
  a.schema.views.branches === b.schema.views.branches &&
  a.rows.tables.branches === b.rows.tables.branches &&
  isSameBut(a, b);

/** Are two databases the same but for their tables, views and rows? */
function isSameBut(a: Database, b: Database): boolean {
  if (a.server !== b.server || a.rows.base !== b.rows.base) return false;
  const { tables: _t, views: _v, ...mine } = a.schema;
  const theirs: Readonly<Record<string, unknown>> = { ...b.schema };
  return Object.entries(mine).every(([key, value]) => theirs[key] === value);
}
