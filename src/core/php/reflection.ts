import type { NativeCall, NativeClass, NativeMethod } from './classes';
import { enumCases } from './linking';
import { machineOf } from './machineOf';
import { shortName } from './names';
import { findMethod, findProperty, isSubclass, type RuntimeClass } from './runtimeClass';
import { arrayOf, isArray, isObject, listOf, type Value } from './values';

/** The class that a reflection object is about. */
function construct(call: NativeCall): void {
  const given = call.args[0] ?? null;
  const cls = isObject(given)
    ? (given.class as RuntimeClass)
    : typeof given === 'string'
      ? machineOf(call).classes.find(given)
      : null;
  if (!cls && typeof given === 'string')
    call.php.throw('ReflectionException', `Class "${given}" does not exist`);
  if (call.self) {
    call.self.internal = cls;
    call.self.properties.set('name', cls?.name ?? null);
  }
}

/** A method on a class that is known. */
const of =
  (answer: (cls: RuntimeClass, call: NativeCall) => Value): NativeMethod =>
  (call) => {
    const cls = call.self?.internal;
    return cls
      ? answer(cls as RuntimeClass, call)
      : call.php.unknown('a class that is not known', call.range);
  };

const text = (call: NativeCall): string => String(call.args[0] ?? '');
/** Constants by their names: the class's own first, then those of its parents. */
const constants = of((cls, call) => {
  const found = new Map<string, Value>();
  for (let each: RuntimeClass | null = cls; each; each = each.parent) {
    const names = [...each.constants.keys(), ...Object.keys(each.native?.constants ?? {})];
    for (const name of names) {
      const value = found.has(name) ? undefined : call.php.classConstant(cls, name);
      if (value !== undefined) found.set(name, value);
    }
  }
  return arrayOf(found);
});

const methods: Readonly<Record<string, NativeMethod>> = {
  getName: of((cls) => cls.name),
  getShortName: of((cls) => shortName(cls.name)),
  getNamespaceName: of((cls) => cls.name.slice(0, Math.max(0, cls.name.lastIndexOf('\\')))),
  inNamespace: of((cls) => cls.name.includes('\\')),
  getConstants: constants,
  hasConstant: of((cls, call) => call.php.classConstant(cls, text(call)) !== undefined),
  getConstant: of((cls, call) => call.php.classConstant(cls, text(call)) ?? false),
  hasMethod: of((cls, call) => findMethod(cls, text(call).toLowerCase()) !== null),
  hasProperty: of((cls, call) => findProperty(cls, text(call)) !== null),
  isSubclassOf: of(
    (cls, call) =>
      cls.name.toLowerCase() !== text(call).toLowerCase() && isSubclass(cls, text(call).toLowerCase()),
  ),
  implementsInterface: of((cls, call) => isSubclass(cls, text(call).toLowerCase())),
  isInterface: of((cls) => cls.kind === 'interface'),
  isEnum: of((cls) => cls.kind === 'enum'),
  isAbstract: of((cls) => cls.declaration?.isAbstract ?? false),
  isAnonymous: of((cls) => cls.declaration?.isAnonymous ?? false),
  getParentClass: of((cls, call) =>
    cls.parent ? call.php.instantiate('ReflectionClass', [cls.parent.name], call.range) : false,
  ),
  newInstance: of((cls, call) => call.php.instantiate(cls.name, call.args, call.range)),
  newInstanceArgs: of((cls, call) => {
    const given = call.args[0] ?? listOf([]);
    return call.php.instantiate(cls.name, isArray(given) ? [...given.entries.values()] : [], call.range);
  }),
};

const ENUM_CASE = 'ReflectionEnumBackedCase';

/** A case of an enum as reflection shows it. */
function caseOf(call: NativeCall, value: Value): Value {
  const object = call.php.makeNative(ENUM_CASE, value);
  object.properties.set('name', isObject(value) ? (value.properties.get('name') ?? null) : null);
  return object;
}

const shown = (call: NativeCall): Value => (call.self?.internal ?? null) as Value;

/** What PHP tells of enums. */
const enumMethods: Readonly<Record<string, NativeMethod>> = {
  getCases: of((cls, call) => listOf(enumCases(machineOf(call), cls).map((one) => caseOf(call, one)))),
  getCase: of((cls, call) => caseOf(call, call.php.classConstant(cls, text(call)) ?? null)),
  hasCase: of((cls, call) => cls.constants.has(text(call))),
  isBacked: of((cls) => cls.declaration?.backed ?? false),
};

const enumCase: NativeClass = {
  name: ENUM_CASE,
  methods: {
    getName: (call) => call.self?.properties.get('name') ?? null,
    getValue: shown,
    getBackingValue(call) {
      const value = shown(call);
      return isObject(value) ? (value.properties.get('value') ?? null) : value;
    },
  },
  call: (call, method) => call.php.unknown(`${method}() of a case is not followed`, call.range),
};

const reflection = (name: string, parent?: string): NativeClass => ({
  name,
  ...(parent !== undefined && { parent }),
  construct,
  methods: name === 'ReflectionEnum' ? { ...methods, ...enumMethods } : methods,
  call: (call, method) => call.php.unknown(`${method}() of a class is not followed`, call.range),
});

/** What PHP tells of a class. */
export const REFLECTION_CLASSES: readonly NativeClass[] = [
  reflection('ReflectionClass'),
  reflection('ReflectionObject', 'ReflectionClass'),
  reflection('ReflectionEnum', 'ReflectionClass'),
  enumCase,
];
