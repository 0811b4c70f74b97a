import type { ClassNode, Visibility } from './ast';
import type { NativeClass, NativeMethod, PhpClass } from './classes';
import type { Run } from './frame';
import type { FunctionCode } from './functionCode';
import type { Ref } from './refs';
import type { CodeFile, Site } from './site';
import type { TypeCode } from './types';
import type { Value } from './values';

export interface Method {
  readonly name: string;
  readonly owner: RuntimeClass;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  readonly visibility: Visibility;
  readonly code: FunctionCode | null;
  readonly native: NativeMethod | null;
}

export interface PropertyCode {
  readonly name: string;
  readonly visibility: Visibility;
  readonly isStatic: boolean;
  readonly isReadonly: boolean;
  readonly type: TypeCode | null;
  readonly value: Run | null;
  readonly get: FunctionCode | null;
  readonly set: FunctionCode | null;
}

export interface Property extends PropertyCode {
  readonly owner: RuntimeClass;
}

export interface MethodCode {
  readonly name: string;
  readonly visibility: Visibility;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  readonly code: FunctionCode;
}

export interface ConstantCode {
  readonly name: string;
  readonly value: Run | null;
  /** An enum's case. */
  readonly isCase: boolean;
}

export interface TraitRule {
  readonly kind: 'instead' | 'alias';
  readonly trait: string | null;
  readonly method: string;
  readonly instead: readonly string[];
  readonly as: string | null;
  readonly visibility: Visibility | null;
}

/** A class as written, compiled; knows nothing of any run. Names are resolved. */
export interface ClassCode {
  readonly name: string;
  readonly kind: ClassNode['kind'];
  readonly node: ClassNode;
  readonly file: CodeFile;
  readonly site: Site;
  readonly isAnonymous: boolean;
  readonly isAbstract: boolean;
  readonly parent: string | null;
  readonly interfaces: readonly string[];
  readonly traits: readonly string[];
  readonly rules: readonly TraitRule[];
  readonly methods: readonly MethodCode[];
  readonly properties: readonly PropertyCode[];
  readonly constants: readonly ConstantCode[];
  readonly backed: boolean;
}

interface ConstantSlot {
  readonly owner: RuntimeClass;
  readonly code: ConstantCode | null;
  value: Value | undefined;
  busy: boolean;
}

const NO_PROPERTIES = new Map<string, Property>();

/** A class in a running program. */
export class RuntimeClass implements PhpClass {
  readonly methods = new Map<string, Method>();
  readonly properties: Map<string, Property>;
  readonly constants = new Map<string, ConstantSlot>();
  readonly statics = new Map<string, Ref>();
  /** The values of declared properties in a new object, evaluated at the first. */
  defaults: Map<string, Value> | null = null;
  traits: readonly RuntimeClass[] = [];
  constructor(
    readonly name: string,
    readonly kind: PhpClass['kind'],
    readonly parent: RuntimeClass | null,
    readonly interfaces: readonly RuntimeClass[],
    readonly native: NativeClass | null,
    readonly declaration: ClassCode | null,
    /** The name of an ancestor or trait that is not known; then nobody can tell what else this class has. */
    readonly missing: string | null,
  ) {
    // A native class declares its properties without code.
    this.properties = declaration ? new Map() : NO_PROPERTIES;
  }
}

interface NativeIndex {
  readonly methods: ReadonlyMap<string, readonly [string, NativeMethod]>;
  readonly statics: ReadonlyMap<string, readonly [string, NativeMethod]>;
}

const indexes = new WeakMap<NativeClass, NativeIndex>();

function lowered(
  table: Readonly<Record<string, NativeMethod>> = {},
): ReadonlyMap<string, readonly [string, NativeMethod]> {
  return new Map(Object.entries(table).map(([name, method]) => [name.toLowerCase(), [name, method]]));
}

function indexOf(native: NativeClass): NativeIndex {
  let index = indexes.get(native);
  if (!index) {
    index = { methods: lowered(native.methods), statics: lowered(native.statics) };
    indexes.set(native, index);
  }
  return index;
}

function ownMethod(cls: RuntimeClass, lower: string): Method | null {
  const found = cls.methods.get(lower);
  if (found) return found;
  if (!cls.native) return null;
  const index = indexOf(cls.native);
  const method = index.methods.get(lower);
  const entry = method ?? index.statics.get(lower);
  if (!entry) return null;
  const made: Method = {
    name: entry[0],
    owner: cls,
    isStatic: method === undefined,
    isAbstract: false,
    visibility: 'public',
    code: null,
    native: entry[1],
  };
  cls.methods.set(lower, made);
  return made;
}

/** A class's method, inherited ones included, by its name in lower case. */
export function findMethod(cls: RuntimeClass, lower: string): Method | null {
  let abstract: Method | null = null;
  for (let at: RuntimeClass | null = cls; at; at = at.parent) {
    const method = ownMethod(at, lower);
    if (method && !method.isAbstract) return method;
    abstract ??= method;
  }
  return abstract;
}

/** A native method meant for static calls, where a class offers the name both ways. */
export function findNativeStatic(cls: RuntimeClass, lower: string): NativeMethod | null {
  for (let at: RuntimeClass | null = cls; at; at = at.parent) {
    if (at.methods.get(lower)?.code) return null;
    const entry = at.native ? indexOf(at.native).statics.get(lower) : undefined;
    if (entry) return entry[1];
  }
  return null;
}

export function findProperty(cls: RuntimeClass, name: string): Property | null {
  for (let at: RuntimeClass | null = cls; at; at = at.parent) {
    const property = at.properties.get(name);
    if (property) return property;
  }
  return null;
}

/** The nearest native ancestor (itself included) that answers to the hook. */
export function findHook<K extends 'call' | 'callStatic' | 'get' | 'set' | 'construct'>(
  cls: RuntimeClass,
  hook: K,
): NonNullable<NativeClass[K]> | null {
  for (let at: RuntimeClass | null = cls; at; at = at.parent) {
    const found = at.native?.[hook];
    if (found) return found as NonNullable<NativeClass[K]>;
  }
  return null;
}

/** Is it, or does it extend or implement, the class of that name (any case, no leading backslash)? */
export function isSubclass(cls: RuntimeClass, lower: string): boolean {
  for (let at: RuntimeClass | null = cls; at; at = at.parent) {
    if (at.name.toLowerCase() === lower) return true;
    for (const one of at.interfaces) if (isSubclass(one, lower)) return true;
  }
  return false;
}

/** The name of something in its ancestry that is not known, if there is any. */
export function missingAncestor(cls: RuntimeClass): string | null {
  for (let at: RuntimeClass | null = cls; at; at = at.parent) if (at.missing !== null) return at.missing;
  return null;
}
