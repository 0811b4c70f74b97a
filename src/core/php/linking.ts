import type { NativeClass } from './classes';
import { coreClasses, isUnfollowedClass } from './coreClasses';
import { Frame } from './frame';
import { includeText } from './include';
import type { Machine } from './machine';
import { VarRef } from './refs';
import {
  type ClassCode,
  type Method,
  missingAncestor,
  type Property,
  RuntimeClass,
  type TraitRule,
} from './runtimeClass';
import type { PhpObject, Value } from './values';

/** The classes of one run: declared, native, autoloaded. Names go without leading backslash, in any case. */
export class ClassTable {
  private readonly table = new Map<string, RuntimeClass | null>();
  private readonly pending = new Map<string, ClassCode>();
  private readonly anonymous = new Map<ClassCode, RuntimeClass>();
  private readonly aliases = new Map<string, string>();
  private readonly absent = new Set<string>();
  /** Names that were looked for and not found. */
  readonly unknown = new Set<string>();

  constructor(private readonly m: Machine) {}

  canonicalName(name: string): string {
    const plain = name.startsWith('\\') ? name.slice(1) : name;
    const lower = plain.toLowerCase();
    const alias = this.aliases.get(lower);
    if (alias !== undefined) return alias;
    const library = this.m.library.aliases.get(lower);
    return library !== undefined && !this.table.get(lower) && !this.pending.has(lower) ? library : plain;
  }

  alias(name: string, target: string): void {
    this.aliases.set(name.toLowerCase().replace(/^\\/, ''), target);
  }

  /** Makes a class known that is linked when first used; one at a file's top level is known before its line. */
  announce(code: ClassCode): void {
    const lower = code.name.toLowerCase();
    if (!this.table.get(lower)) this.pending.set(lower, code);
  }

  /** Declares a class at its line. */
  declare(code: ClassCode): RuntimeClass {
    const lower = code.name.toLowerCase();
    const there = this.table.get(lower);
    if (there) {
      if (there.declaration === code) return there;
      return this.m.throwError(
        'Error',
        `Cannot declare class ${code.name}, because the name is already in use`,
      );
    }
    this.pending.delete(lower);
    return this.link(code);
  }

  anonymousClass(code: ClassCode): RuntimeClass {
    let cls = this.anonymous.get(code);
    if (!cls) {
      cls = this.build(code);
      this.anonymous.set(code, cls);
    }
    return cls;
  }

  /** The class, if need be loaded; null if it is found nowhere. */
  find(name: string, load = true): RuntimeClass | null {
    const canonical = this.canonicalName(name);
    const lower = canonical.toLowerCase();
    const known = this.table.get(lower);
    if (known) return known;
    const pending = this.pending.get(lower);
    if (pending) {
      this.pending.delete(lower);
      return this.link(pending);
    }
    const native = this.m.library.classes.get(lower) ?? coreClasses.get(lower);
    if (native) return this.linkNative(native, lower);
    if (!load || known === null) return null;
    this.table.set(lower, null);
    const found = this.m.options.findClass?.(canonical) ?? null;
    if (found === 'absent') this.absent.add(lower);
    else if (found !== null) {
      this.m.reads.add(found.file);
      includeText(this.m, found.file, found.text, true);
      const loaded = this.table.get(lower) ?? this.takePending(lower);
      if (loaded) return loaded;
    }
    this.unknown.add(canonical);
    return null;
  }

  /** Is it certain that there is no such class? Without a namespace nothing but a file would declare it. */
  isAbsent(name: string): boolean {
    const canonical = this.canonicalName(name);
    return this.absent.has(canonical.toLowerCase()) && !isUnfollowedClass(canonical);
  }

  private takePending(lower: string): RuntimeClass | null {
    const code = this.pending.get(lower);
    if (!code) return null;
    this.pending.delete(lower);
    return this.link(code);
  }

  missing(object: PhpObject): string | null {
    return missingAncestor(object.class as RuntimeClass);
  }

  private linkNative(native: NativeClass, lower: string): RuntimeClass {
    const { linked } = this.m.library;
    const ready = linked.get(lower);
    if (ready && this.isOfTheLibrary(ready)) {
      this.table.set(lower, ready);
      return ready;
    }
    const parent = native.parent === undefined ? null : this.find(native.parent);
    const interfaces = (native.interfaces ?? []).map((name) => this.find(name)).filter((one) => one !== null);
    const missing = native.parent !== undefined && parent === null ? native.parent : null;
    const cls = new RuntimeClass(
      native.name,
      native.kind ?? 'class',
      parent,
      interfaces,
      native,
      null,
      missing,
    );
    for (const [name, value] of Object.entries(native.constants ?? {}))
      cls.constants.set(name, { owner: cls, code: null, value, busy: false });
    this.table.set(lower, cls);
    if (!ready && this.isOfTheLibrary(cls)) linked.set(lower, cls);
    return cls;
  }

  /** Does nothing stand in this run for what a native class rests on? */
  private isOfTheLibrary({ parent, interfaces, native, missing }: RuntimeClass): boolean {
    const { linked } = this.m.library;
    const isShared = (one: RuntimeClass) =>
      linked.get(one.name.toLowerCase()) === one && this.find(one.name) === one;
    return (
      missing === null &&
      interfaces.length === (native?.interfaces?.length ?? 0) &&
      [...interfaces, ...(parent ? [parent] : [])].every(isShared)
    );
  }

  private link(code: ClassCode): RuntimeClass {
    const cls = this.build(code);
    this.table.set(code.name.toLowerCase(), cls);
    return cls;
  }

  private build(code: ClassCode): RuntimeClass {
    const missing: string[] = [];
    const get = (name: string): RuntimeClass | null => {
      const cls = this.find(name);
      if (!cls) missing.push(name);
      return cls;
    };
    const parent = code.parent === null ? null : get(code.parent);
    const interfaces = code.interfaces.map(get).filter((one) => one !== null);
    if (code.kind === 'enum') interfaces.push(this.find(code.backed ? 'BackedEnum' : 'UnitEnum')!);
    const traits = code.traits.map(get).filter((one) => one !== null);
    const name = code.isAnonymous ? 'class@anonymous' : code.name;
    const cls = new RuntimeClass(name, code.kind, parent, interfaces, null, code, missing[0] ?? null);
    cls.traits = traits;
    for (const trait of traits) this.useTrait(cls, trait, code.rules);
    for (const constant of code.constants)
      cls.constants.set(constant.name, { owner: cls, code: constant, value: undefined, busy: false });
    for (const property of code.properties) this.addProperty(cls, { ...property, owner: cls });
    for (const method of code.methods)
      cls.methods.set(method.name.toLowerCase(), { ...method, owner: cls, native: null });
    if (cls.methods.has('__tostring')) {
      const stringable = this.find('Stringable');
      if (stringable) (cls.interfaces as RuntimeClass[]).push(stringable);
    }
    return cls;
  }

  private addProperty(cls: RuntimeClass, property: Property): void {
    cls.properties.set(property.name, property);
    if (!property.isStatic) return;
    const frame = new Frame(this.m, null, null, cls, cls, []);
    const value = property.value?.(frame) ?? null;
    const ref = new VarRef(property.name);
    ref.write(this.m, value);
    cls.statics.set(property.name, ref);
  }

  private useTrait(cls: RuntimeClass, trait: RuntimeClass, rules: readonly TraitRule[]): void {
    const about = (rule: TraitRule, method: string): boolean =>
      rule.method.toLowerCase() === method &&
      (rule.trait === null || this.canonicalName(rule.trait).toLowerCase() === trait.name.toLowerCase());
    const put = (lower: string, method: Method): void => {
      cls.methods.set(lower, { ...method, owner: cls });
    };
    for (const [lower, method] of this.traitMethods(trait)) {
      for (const rule of rules) {
        if (rule.kind === 'alias' && about(rule, lower) && rule.as !== null)
          put(rule.as.toLowerCase(), {
            ...method,
            name: rule.as,
            visibility: rule.visibility ?? method.visibility,
          });
      }
      const excluded = rules.some(
        (rule) =>
          rule.kind === 'instead' &&
          rule.method.toLowerCase() === lower &&
          rule.instead.some((name) => this.canonicalName(name).toLowerCase() === trait.name.toLowerCase()),
      );
      if (excluded) continue;
      const changed = rules.find(
        (rule) => rule.kind === 'alias' && about(rule, lower) && rule.as === null && rule.visibility !== null,
      );
      const there = cls.methods.get(lower);
      if (there && !there.isAbstract && method.isAbstract) continue;
      put(lower, changed ? { ...method, visibility: changed.visibility ?? method.visibility } : method);
    }
    for (const property of trait.properties.values()) this.addProperty(cls, { ...property, owner: cls });
    for (const [name, slot] of trait.constants) cls.constants.set(name, { ...slot, owner: cls });
  }

  /** All methods of a trait by lower-case name; a native trait's are made on the way. */
  private traitMethods(trait: RuntimeClass): Iterable<readonly [string, Method]> {
    const native = trait.native;
    if (!native) return trait.methods;
    const method = (isStatic: boolean, [name, fn]: [string, Method['native']]): readonly [string, Method] => [
      name.toLowerCase(),
      {
        name,
        owner: trait,
        isStatic,
        isAbstract: false,
        visibility: 'public',
        code: null,
        native: fn,
      },
    ];
    return [
      ...Object.entries(native.statics ?? {}).map((one) => method(true, one)),
      ...Object.entries(native.methods ?? {}).map((one) => method(false, one)),
    ];
  }
}

/** A class constant's value, inherited ones included; undefined if there is none. Enum cases are made here. */
export function classConstant(m: Machine, cls: RuntimeClass, name: string): Value | undefined {
  for (let at: RuntimeClass | null = cls; at; at = at.parent) {
    const slot = at.constants.get(name);
    if (slot) {
      if (slot.value !== undefined) return slot.value;
      if (slot.busy)
        return m.throwError('Error', `Cannot declare self-referencing constant ${cls.name}::${name}`);
      slot.busy = true;
      try {
        const frame = new Frame(m, null, null, slot.owner, slot.owner, []);
        const given = slot.code?.value?.(frame) ?? null;
        slot.value = slot.code?.isCase
          ? makeCase(m, slot.owner, name, slot.code.value ? given : undefined)
          : given;
      } finally {
        slot.busy = false;
      }
      return slot.value;
    }
    const decided = at.native?.constant?.(m.php, name);
    if (decided !== undefined) return decided;
    for (const one of at.interfaces) {
      const value = classConstant(m, one, name);
      if (value !== undefined) return value;
    }
  }
  return undefined;
}

function makeCase(m: Machine, cls: RuntimeClass, name: string, value: Value | undefined): PhpObject {
  const object = m.makeObject(cls);
  object.properties.set('name', name);
  if (value !== undefined) object.properties.set('value', value);
  return object;
}

/** The cases of an enum in the order written. */
export function enumCases(m: Machine, cls: RuntimeClass): Value[] {
  const cases = cls.declaration?.constants.filter((one) => one.isCase) ?? [];
  return cases.map((one) => classConstant(m, cls, one.name) ?? null);
}

/** The declared default of a property (static or not), evaluated, inherited ones included. */
export function propertyDefault(m: Machine, cls: RuntimeClass, name: string): Value | undefined {
  for (let at: RuntimeClass | null = cls; at; at = at.parent) {
    const property = at.properties.get(name);
    if (property) return property.value?.(new Frame(m, null, null, at, at, [])) ?? null;
    const native = at.native?.properties?.[name];
    if (native !== undefined) return native;
  }
  return undefined;
}

/** The values that a new object's properties begin with. A typed property without default is not there yet. */
export function defaultsOf(m: Machine, cls: RuntimeClass): Map<string, Value> {
  if (cls.defaults) return cls.defaults;
  const defaults = new Map(cls.parent ? defaultsOf(m, cls.parent) : []);
  for (const [name, value] of Object.entries(cls.native?.properties ?? {})) defaults.set(name, value);
  const frame = new Frame(m, null, null, cls, cls, []);
  for (const property of cls.properties.values()) {
    if (property.isStatic || (property.get !== null && property.value === null)) continue;
    if (property.value) defaults.set(property.name, property.value(frame));
    else if (property.type === null) defaults.set(property.name, null);
    else if (!defaults.has(property.name)) continue;
    else defaults.delete(property.name);
  }
  cls.defaults = defaults;
  return defaults;
}
