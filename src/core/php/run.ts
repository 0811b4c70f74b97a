import { freeze } from './arrays';
import { callMethod, callValue } from './calls';
import type { Interpreter, NativeClass, NativeFunction, PhpClass } from './classes';
import { compileFile } from './compile/files';
import { includeText } from './include';
import { makeLibrary } from './library';
import { Machine } from './machine';
import type { Budget, Fork, Outcome } from './outcome';
import type { ParseCache } from './parse';
import { Exited, PhpThrow, Spent, UnknownMet, Unreadable } from './signals';
import { OUTSIDE } from './site';
import type { PhpObject, Unknown, Value } from './values';

/** A PHP file: its path relative to the application, with `/`, and its text. */
export interface PhpFile {
  readonly file: string;
  readonly text: string;
}

/** What native code offers to programs; made once by `nativeLibrary` and shared by any number of programs. */
export interface NativeParts {
  readonly classes?: readonly NativeClass[];
  /** By name, without regard to case; found in every namespace. They win over PHP's own functions. */
  readonly functions?: Readonly<Record<string, NativeFunction>>;
  readonly constants?: Readonly<Record<string, Value>>;
  /** Class names that stand for another: `Schema` for `Illuminate\Support\Facades\Schema`. */
  readonly aliases?: Readonly<Record<string, string>>;
}

export interface ProgramOptions {
  readonly library: NativeLibrary;
  readonly parsed: ParseCache;
  /**
   * Where a class is that neither the program declared nor the library has; asked once for each name. Null: not found,
   * so nothing is known of it. `absent`: it is certain that there is none, and PHP would say so.
   */
  readonly findClass?: (name: string) => PhpFile | 'absent' | null;
  /** The same of a function that neither the program nor the library nor PHP has, as far as it is modelled. */
  readonly findFunction?: (name: string) => PhpFile | 'absent' | null;
  /** Has this program not got a function of the library? By its name in lower case. */
  readonly lacksFunction?: (lower: string) => boolean;
  /** An object with native `internal` was given to code that isn't known, which may change it. */
  readonly onEscape?: (object: PhpObject, to: Unknown) => void;
  /** The text of a file for include, require, file_get_contents, file_exists …; paths as the program gives them. */
  readonly readFile?: (path: string) => string | null;
  /** The names in a folder, folders with `/` at the end; null if there is no such folder. For glob and scandir. */
  readonly listFolder?: (path: string) => readonly string[] | null;
  /** What `__DIR__` of a file at the application's root is; `/app` if absent. Stripped again before `readFile`. */
  readonly root?: string;
  /** Is the program's time zone UTC? Without one, what a moment is as a number is not known. */
  readonly isUtc?: boolean;
  /** The oldest PHP that may run the program, as PHP_VERSION_ID tells it. */
  readonly phpLeast?: number;
  readonly budget?: Partial<Budget>;
  /** Which way the first unknown conditions go, in the order met; those after them go true. */
  readonly decisions?: readonly boolean[];
  readonly context?: ReadonlyMap<string, unknown>;
}

/** What running a file's top level gave. */
export interface FileResult {
  /** What the file returned (an anonymous migration's object); null if it returned nothing. */
  readonly returned: Value;
  /** Classes that the file declares at its top level, in the order written. */
  readonly classes: readonly PhpClass[];
  /** What PHP says it can't do where the file is loaded again: each class and function that it declares in any case. */
  readonly declares: readonly string[];
}

/** One run of PHP code. It remembers what it was asked to run, so use one for each run and throw it away. */
export interface Program {
  /** For native code that works on the program from outside; its methods may throw what `attempt` turns into an outcome. */
  readonly php: Interpreter;
  /** Runs the top level of a file. */
  runFile(file: string, text: string): Outcome<FileResult>;
  instantiate(className: string, args?: readonly Value[]): Outcome<PhpObject>;
  callMethod(object: PhpObject, method: string, args?: readonly Value[]): Outcome<Value>;
  callStatic(className: string, method: string, args?: readonly Value[]): Outcome<Value>;
  callValue(callable: Value, args?: readonly Value[]): Outcome<Value>;
  /** Anything done with the interpreter, with its PHP exceptions and spent budgets as an outcome. */
  attempt<T>(body: (php: Interpreter) => T): Outcome<T>;
  /** The unknown conditions met so far, those given in `decisions` included. */
  readonly forks: readonly Fork[];
  /** Everything that could not be known so far. */
  readonly unknowns: readonly Unknown[];
  /** Files whose text (or absence) the run depended on, as asked of `readFile` and given by `findClass`. */
  readonly reads: ReadonlySet<string>;
  /** Class names that were looked for and not found. */
  readonly missingClasses: ReadonlySet<string>;
  /** What the program printed. */
  readonly output: string;
  readonly steps: number;
}

/** Native classes, functions and constants, ready to be found by name. */
export interface NativeLibrary {
  readonly constants: ReadonlyMap<string, Value>;
}

/** Prepares native parts once for many programs; later parts win over earlier ones. PHP's own are always there. */
export function nativeLibrary(...parts: readonly NativeParts[]): NativeLibrary {
  return makeLibrary(parts);
}

export function createProgram(options: ProgramOptions): Program {
  const m = new Machine(options);
  const attempt = <T>(body: () => T): Outcome<T> => settle(m, body);
  return {
    php: m.php,
    runFile: (file, text) =>
      attempt(() => {
        const returned = includeText(m, file, text, false);
        const { classes, functions } = compileFile(options.parsed, file, text);
        const declared = classes
          .map((code) => m.classes.find(code.name, false))
          .filter((one) => one !== null);
        const declares = [
          ...functions.map(({ name }) => `redeclare ${name}()`),
          ...classes
            .filter((code) => !code.isAnonymous)
            .map((code) => `declare ${code.kind} ${code.name}, because the name is already in use`),
        ];
        return { returned: freeze(returned ?? null), classes: declared, declares };
      }),
    instantiate: (className, args = []) => attempt(() => m.php.instantiate(className, args, OUTSIDE.range)),
    callMethod: (object, method, args = []) => attempt(() => freeze(callMethod(m, object, method, args))),
    callStatic: (className, method, args = []) =>
      attempt(() => m.php.callStatic(className, method, args, OUTSIDE.range)),
    callValue: (callable, args = []) => attempt(() => freeze(callValue(m, callable, args))),
    attempt: (body) => attempt(() => body(m.php)),
    forks: m.forks,
    unknowns: m.unknowns,
    reads: m.reads,
    missingClasses: m.classes.unknown,
    get output() {
      return m.output.join('');
    },
    get steps() {
      return m.steps;
    },
  };
}

/** Runs something and gives how it ended. A fault of ours ends the run like a spent budget: what follows isn't known. */
function settle<T>(m: Machine, body: () => T): Outcome<T> {
  const { depth, silent, catchers, frame, at } = m;
  try {
    return { kind: 'returned', value: body() };
  } catch (signal) {
    if (signal instanceof PhpThrow) {
      const exception = signal.exception;
      const message = m.toText(exception.properties.get('message') ?? '');
      return {
        kind: 'threw',
        exception,
        className: exception.class.name,
        message: typeof message === 'string' ? message : message.reason,
        range: m.madeAt.get(exception) ?? null,
      };
    }
    if (signal instanceof Spent) return { ...signal, kind: 'spent' };
    if (signal instanceof Exited) return { kind: 'exited', range: signal.range };
    if (signal instanceof Unreadable)
      return { kind: 'unreadable', message: signal.message, range: signal.range };
    if (signal instanceof UnknownMet)
      return { kind: 'spent', budget: 'forks', reason: signal.value.reason, range: signal.value.range };
    if (signal instanceof RangeError)
      return { kind: 'spent', budget: 'depth', reason: 'calls itself too deeply', range: m.at.range };
    const reason = `the evaluator failed: ${signal instanceof Error ? signal.message : String(signal)}`;
    return { kind: 'spent', budget: 'steps', reason, range: m.at.range };
  } finally {
    m.depth = depth;
    m.silent = silent;
    m.catchers = catchers;
    m.frame = frame;
    m.at = at;
  }
}
