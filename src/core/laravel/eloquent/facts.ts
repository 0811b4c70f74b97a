import type { Interpreter, NativeCall, PhpClass } from '../../php/classes';
import type { FunctionCode } from '../../php/functionCode';
import { shortName } from '../../php/names';
import { RuntimeClass } from '../../php/runtimeClass';
import { isArray, isObject, isUnknown, type PhpObject, type Unknown, type Value } from '../../php/values';
import { pluralStudly, snakeCase } from '../support/inflect';

/** What migrations ask of an Eloquent model. */
export interface ModelFacts {
  readonly table: Value;
  readonly keyName: Value;
  readonly keyType: string;
  readonly incrementing: boolean;
  readonly foreignKey: Value;
  readonly ulids: boolean;
  /** Columns that the model itself fills with new keys. */
  readonly uniqueIds: readonly string[];
  readonly connection: string | null;
  /** The column that SoftDeletes keeps; null where the model does not use it. */
  readonly deletedAt: string | null;
}

const CONCERNS = 'Illuminate\\Database\\Eloquent\\Concerns\\';

const SOFT_DELETES = 'Illuminate\\Database\\Eloquent\\SoftDeletes';

export const MODEL = 'Illuminate\\Database\\Eloquent\\Model';

/** The facts of a model given as an object or a class name; Unknown where the class can't be found or read. */
export function modelFacts(call: NativeCall, model: Value): ModelFacts | Unknown {
  if (isUnknown(model)) return model;
  if (isObject(model)) return factsOf(call, model.class, model);
  if (typeof model !== 'string')
    return call.php.unknown('a model that is neither an object nor a class name', call.range);
  const cls = call.php.findClass(model);
  if (!cls) return call.php.unknown(`the class ${model} is not in the application`, call.range);
  if (!isModel(call.php, cls)) {
    return call.php.unknown(`${model} extends something that is not in the application`, call.range);
  }
  return factsOf(call, cls, null);
}

/** The facts of a class; methods of its own that decide (`getTable()`) are called. */
export function factsOf(call: NativeCall, cls: PhpClass, object: PhpObject | null): ModelFacts {
  const { php } = call;
  const read = (name: string): Value =>
    (object && php.readProperty(object, name)) ?? php.propertyDefault(cls, name) ?? null;
  const traits = traitNames(cls);
  const uuids = ['HasUuids', 'HasVersion4Uuids', 'HasVersion7Uuids'].some((name) =>
    traits.has(CONCERNS + name),
  );
  const ulids = traits.has(`${CONCERNS}HasUlids`);
  const asked = (method: string): Value | undefined => ownMethod(call, cls, object, method);
  const keyName = asked('getKeyName') ?? read('primaryKey') ?? 'id';
  const ids = uuids || ulids ? asked('uniqueIds') : undefined;
  const unique = (uuids || ulids) && isUniqueId(ids, keyName);
  const keyType = asked('getKeyType') ?? (unique ? 'string' : read('keyType'));
  const incrementing = asked('getIncrementing') ?? (unique ? false : read('incrementing'));
  const base = shortName(cls.name);
  const table = asked('getTable') ?? read('table') ?? guessedTable(cls.name);
  const connection = read('connection');
  return {
    table,
    keyName,
    keyType: typeof keyType === 'string' ? keyType : 'int',
    incrementing: incrementing !== false,
    foreignKey: asked('getForeignKey') ?? `${snakeCase(base)}_${String(keyName)}`,
    ulids,
    uniqueIds:
      ids !== undefined && isArray(ids)
        ? [...ids.entries.values()].map(String)
        : unique
          ? [String(keyName)]
          : [],
    connection: typeof connection === 'string' ? connection : null,
    deletedAt: traits.has(SOFT_DELETES) ? deletedAt(call, cls) : null,
  };
}

function deletedAt(call: NativeCall, cls: PhpClass): string {
  const named = call.php.classConstant(cls, 'DELETED_AT');
  return typeof named === 'string' ? named : 'deleted_at';
}

/** HasUuids and HasUlids make the key a string where it is among the model's unique ids; it is unless the model says. */
function isUniqueId(ids: Value | undefined, keyName: Value): boolean {
  if (ids === undefined || !isArray(ids)) return true;
  return [...ids.entries.values()].includes(keyName);
}

/** The table that the framework makes of a class's name: `App\\Models\\UserGroup` → `user_groups`. */
export function guessedTable(className: string): string {
  return snakeCase(pluralStudly(shortName(className)));
}

/** What a method written in the application answers; undefined where it is the framework's own. */
function ownMethod(
  call: NativeCall,
  cls: PhpClass,
  object: PhpObject | null,
  method: string,
): Value | undefined {
  if (!declares(cls, method)) return undefined;
  const instance = object ?? call.php.makeNative(cls.name, null);
  const answer = call.php.callMethod(instance, method, [], call.range);
  return answer ?? undefined;
}

/** Names of all traits of a class and its parents. */
export function traitNames(cls: PhpClass): ReadonlySet<string> {
  const names = new Set<string>();
  for (let each: PhpClass | null = cls; each; each = each.parent) {
    if (each instanceof RuntimeClass) for (const trait of each.traits) addTrait(trait, names);
  }
  return names;
}

function addTrait(trait: RuntimeClass, names: Set<string>): void {
  names.add(trait.name);
  for (const inner of trait.traits) addTrait(inner, names);
}

/** Is the method written in the application (the class, its traits, a parent that is not ours)? */
export function declares(cls: PhpClass, method: string): boolean {
  return declaration(cls, method) !== null;
}

/** The method as the application writes it. */
export function declaration(cls: PhpClass, method: string): FunctionCode | null {
  for (let each: PhpClass | null = cls; each && !each.native; each = each.parent) {
    const code = each instanceof RuntimeClass ? each.methods.get(method.toLowerCase())?.code : null;
    if (code) return code;
  }
  return null;
}

/** Does the class lead to Eloquent's Model by parents that are all known? */
export function isModel(php: Interpreter, cls: PhpClass): boolean {
  return php.isA(cls, MODEL);
}
