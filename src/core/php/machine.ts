import type { SourceRange } from '../source';
import { freeze } from './arrays';
import type { Interpreter } from './classes';
import { toBool, toText } from './convert';
import { peekElement, readElement, unsetOffset, writeOffset } from './elements';
import { makeException } from './exceptions';
import type { Frame } from './frame';
import type { FunctionCode } from './functionCode';
import { type GeneratorState, startGenerator } from './generators';
import { includeText } from './include';
import { makeInterpreter } from './interpreter';
import type { Library } from './library';
import { ClassTable, defaultsOf } from './linking';
import { type Budget, DEFAULT_BUDGET, type Fork } from './outcome';
import { type Ref, VarRef } from './refs';
import type { PhpFile, ProgramOptions } from './run';
import { findMethod, isSubclass, type RuntimeClass } from './runtimeClass';
import { NotCertain, PhpThrow, Spent } from './signals';
import { OUTSIDE, type Site } from './site';
import { type Answer, isUnknown, type PhpObject, type Unknown, unknown, type Value } from './values';

/** So many notes on what could not be known are kept. */
const MOST_UNKNOWNS = 1000;

/** The state of one run, and the small things that everything else needs. */
export class Machine {
  readonly budget: Budget;
  /** What `__DIR__` begins with. */
  readonly root: string;
  readonly library: Library;
  readonly php: Interpreter;
  readonly classes: ClassTable;
  readonly functions = new Map<string, FunctionCode>();
  private readonly sought = new Map<string, PhpFile | 'absent' | null>();
  readonly constants = new Map<string, Value>();
  readonly globals = new Map<string, Ref>();
  readonly statics = new Map<object, Map<string, Ref>>();
  /** Native classes' declared properties that were used as static ones. */
  private readonly nativeStatics = new Map<RuntimeClass, Map<string, Ref>>();
  readonly included = new Set<string>();
  /** What this run has written into files, by path (null: deleted), and the folders that it has made. */
  readonly written = new Map<string, string | Unknown | null>();
  readonly folders = new Set<string>();
  readonly reads = new Set<string>();
  readonly forks: Fork[] = [];
  readonly unknowns: Unknown[] = [];
  readonly output: string[] = [];
  /** Where the exception objects were made. */
  readonly madeAt = new WeakMap<PhpObject, SourceRange>();
  at: Site = OUTSIDE;
  /** The running call. */
  frame: Frame | null = null;
  steps = 0;
  memory = 0;
  depth = 0;
  silent = 0;
  /** How many catch blocks (and native code that catches) are round what runs now. */
  catchers = 0;
  /** json_last_error(). */
  jsonError = 0;
  nextId = 1;
  private needsCertainty = false;
  private readonly decided = new Map<Unknown, boolean>();
  private readonly derived = new Map<Unknown, Map<string, Unknown>>();
  private readonly opposites = new Map<Unknown, Unknown>();

  constructor(readonly options: ProgramOptions) {
    this.budget = options.budget ? { ...DEFAULT_BUDGET, ...options.budget } : DEFAULT_BUDGET;
    this.root = options.root ?? '/app';
    this.library = options.library as Library;
    this.classes = new ClassTable(this);
    this.php = makeInterpreter(this);
  }

  // Budgets.

  step(): void {
    this.steps += 1;
    if (this.steps > this.budget.steps)
      this.spend('steps', `does not end: gave up after ${this.budget.steps} steps`);
  }

  /** Counts bytes and slots about to be made; call it before making them. */
  charge(amount: number): void {
    this.memory += amount;
    if (this.memory > this.budget.memory) this.spend('memory', 'makes more data than is followed');
  }

  spend(budget: keyof Budget, reason: string): never {
    throw new Spent(budget, reason, this.at.range);
  }

  enter(): void {
    this.depth += 1;
    if (this.depth > this.budget.depth)
      this.spend('depth', `calls itself too deeply: more than ${this.budget.depth} calls inside calls`);
    this.step();
  }

  // What can't be known.

  unknown(reason: string, range: SourceRange | null = this.at.range): Unknown {
    const made = unknown(reason, range);
    if (this.unknowns.length < MOST_UNKNOWNS) this.unknowns.push(made);
    return made;
  }

  /** What an operation makes of an Unknown: another one; the same operation on the same Unknown gives the same. */
  derive(base: Unknown, operation: string, known: Answer = {}): Unknown {
    let family = this.derived.get(base);
    if (!family) {
      family = new Map();
      this.derived.set(base, family);
    }
    let made = family.get(operation);
    if (!made) {
      made = { ...unknown(base.reason, base.range), ...known };
      family.set(operation, made);
    }
    return made;
  }

  /** The Unknown that is true where this one is false. */
  opposite(value: Unknown): Unknown {
    let other = this.opposites.get(value);
    if (!other) {
      other = unknown(value.reason, value.range);
      this.opposites.set(value, other);
      this.opposites.set(other, value);
    }
    return other;
  }

  /** Which way the run has gone at an Unknown; undefined where it has not come to that. */
  decisionOf(value: Unknown): boolean | undefined {
    return this.decided.get(value);
  }

  /** Which way the run goes at an Unknown: as told, as before for the same Unknown, else true. */
  decide(value: Unknown, range: SourceRange): boolean {
    const before = this.decided.get(value);
    if (before !== undefined) return before;
    const contrary = this.opposites.get(value);
    const opposite = contrary && this.decided.get(contrary);
    if (opposite !== undefined) return !opposite;
    if (this.needsCertainty) throw new NotCertain(value);
    if (this.forks.length >= this.budget.forks)
      throw new Spent('forks', `meets more than ${this.budget.forks} conditions that can't be known`, range);
    const taken = this.options.decisions?.[this.forks.length] ?? true;
    this.forks.push({ range, reason: value.reason, taken });
    this.decided.set(value, taken);
    return taken;
  }

  /** Runs what is given up, as if it had not begun, where its course is not certain: gives the Unknown that it met. */
  certainly<T>(run: () => T): T | Unknown {
    const { forks, unknowns, depth, silent, catchers, frame, at, needsCertainty } = this;
    const [forked, noted] = [forks.length, unknowns.length];
    this.needsCertainty = true;
    try {
      return run();
    } catch (signal) {
      if (!(signal instanceof NotCertain) || needsCertainty) throw signal;
      forks.length = forked;
      unknowns.length = noted;
      Object.assign(this, { depth, silent, catchers, frame, at });
      return signal.value;
    } finally {
      this.needsCertainty = needsCertainty;
    }
  }

  truth(value: Value): boolean {
    if (typeof value === 'boolean') return value;
    const answer = toBool(value);
    return typeof answer === 'boolean' ? answer : this.decide(answer, this.at.range);
  }

  // Errors.

  throwError(
    className: string,
    message: string | Unknown,
    options: { code?: Value; internal?: unknown; properties?: Readonly<Record<string, Value>> } = {},
  ): never {
    throw new PhpThrow(makeException(this, className, message, options));
  }

  /** A warning or notice: Laravel's error handler throws it, unless `@` is before it. */
  warn(message: string): null {
    if (this.silent > 0) return null;
    return this.throwError('ErrorException', message);
  }

  // Conversions and elements, by the modules that know them.

  toText(value: Value, _range?: SourceRange): string | Unknown {
    return typeof value === 'string' ? value : toText(this, value);
  }

  toBool(value: Value): boolean | Unknown {
    return toBool(value);
  }

  readElement(container: Value, key: Value): Value {
    return readElement(this, container, key);
  }

  peekElement(container: Value, key: Value): Value | undefined {
    return peekElement(this, container, key);
  }

  writeOffset(object: PhpObject, key: Value, value: Value): void {
    writeOffset(this, object, key, value);
  }

  unsetOffset(object: PhpObject, key: Value): void {
    unsetOffset(this, object, key);
  }

  /**
   * A function of a file that is loaded always, by one of its names in lower case, that without the caller's namespace
   * last; `absent` where there surely is none.
   */
  autoloadedFunction(...names: readonly string[]): FunctionCode | 'absent' | null {
    let found: PhpFile | 'absent' | null | undefined = null;
    for (const name of new Set(names)) {
      found = this.sought.get(name);
      if (found === undefined) {
        found = this.options.findFunction?.(name) ?? null;
        this.sought.set(name, found);
        if (found && found !== 'absent' && !this.included.has(found.file)) {
          this.reads.add(found.file);
          includeText(this, found.file, found.text, true);
        }
      }
      const code = this.functions.get(name);
      if (code) return code;
    }
    return found === 'absent' ? 'absent' : null;
  }

  // Classes.

  hasMethod(object: PhpObject, name: string): boolean {
    return findMethod(object.class as RuntimeClass, name.toLowerCase()) !== null;
  }

  /** The name that a class name stands for (library aliases, class_alias), without leading backslash. */
  canonicalClassName(name: string): string {
    return this.classes.canonicalName(name);
  }

  instanceOf(value: Value, name: string): boolean {
    return (
      typeof value === 'object' &&
      value !== null &&
      value.kind === 'object' &&
      isSubclass(value.class as RuntimeClass, name.toLowerCase())
    );
  }

  makeObject(cls: RuntimeClass, internal: unknown = null): PhpObject {
    const object: PhpObject = {
      kind: 'object',
      id: this.nextId,
      class: cls,
      properties: new Map(),
      internal,
    };
    this.nextId += 1;
    this.charge(4);
    return object;
  }

  /** A new object with its declared properties; no constructor runs. */
  newObject(cls: RuntimeClass): PhpObject {
    this.refuseAbstract(cls);
    const object = this.makeObject(cls);
    for (const [name, value] of defaultsOf(this, cls)) object.properties.set(name, freeze(value));
    if (isSubclass(cls, 'throwable')) {
      this.madeAt.set(object, this.at.range);
      object.properties.set('file', `${this.root}/${this.at.code.file}`);
      object.properties.set('line', this.at.line);
    }
    return object;
  }

  private refuseAbstract(cls: RuntimeClass): void {
    if (cls.kind === 'class' && !cls.declaration?.isAbstract) return;
    const what = cls.kind === 'class' ? 'abstract class' : cls.kind;
    this.throwError('Error', `Cannot instantiate ${what} ${cls.name}`);
  }

  isThrowable(object: PhpObject): boolean {
    return isSubclass(object.class as RuntimeClass, 'throwable') || this.classes.missing(object) !== null;
  }

  /** `throw` of something that isn't known: an exception whose class and message nobody knows. */
  throwUnknown(value: Unknown): never {
    return this.throwError('Exception', value, { internal: value });
  }

  /** Does a catch clause for the class (in lower case) take the exception? Where its class isn't known: a fork. */
  catches(exception: PhpObject, lower: string): boolean {
    const cls = exception.class as RuntimeClass;
    const name = this.canonicalClassName(lower).toLowerCase();
    if (isSubclass(cls, name)) return true;
    const missing = this.classes.missing(exception);
    if (missing !== null)
      return this.truth(this.unknown(`class ${missing} is not known: whether it is a ${lower}`));
    return isUnknown((exception.internal ?? null) as Value)
      ? this.truth(this.derive(exception.internal as Unknown, `is a ${name}`))
      : false;
  }

  generatorReturn(object: PhpObject): Value {
    if (object.class.name !== 'Generator') return null;
    const state = object.internal as GeneratorState;
    startGenerator(this, state);
    return state.frame.returned;
  }

  /** The static variables of the function that the frame runs (a closure has its own). */
  staticsOf(frame: Frame, key: object): Map<string, Ref> {
    const owner = frame.captured ?? key;
    let cells = this.statics.get(owner);
    if (!cells) {
      cells = new Map();
      this.statics.set(owner, cells);
    }
    return cells;
  }

  /** A native class's declared property, used as a static one. */
  nativeStatic(cls: RuntimeClass, name: string, value: Value): Ref {
    // Runs share native classes, but not what one of them has written there.
    const own = this.nativeStatics.get(cls) ?? new Map<string, Ref>();
    this.nativeStatics.set(cls, own);
    const ref = own.get(name) ?? new VarRef(name, value);
    own.set(name, ref);
    return ref;
  }

  print(text: string): void {
    this.charge(text.length);
    this.output.push(text);
  }
}

/** The key by which an operand takes part in the identity of a derived Unknown; null where it has none. */
export function operandKey(value: Value): string | null {
  if (value === null) return 'null';
  if (typeof value === 'object') {
    if (isUnknown(value)) return null;
    return value.kind === 'float' ? `f${value.value}` : null;
  }
  return `${typeof value}:${value}`;
}
