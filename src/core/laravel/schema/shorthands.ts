import { argument, type NativeCall, type NativeMethod } from '../../php/classes';
import { isUnknown, listOf, type PhpObject, type Value } from '../../php/values';
import { runtimeOf } from '../runtime';
import { compilerOf, laravelOf, stateOf } from './blueprintCall';
import { named } from './columns';
import { has } from './features';
import { fluentOf } from './fluent';
import { addIndexCommand } from './indexCommands';
import { text } from './wrap';

/** Methods of Blueprint that stand for several columns, or for a column with an index. */
export const shorthandMethods: Readonly<Record<string, NativeMethod>> = {
  timestamps: (call) => pair(call, 'timestamp'),
  nullableTimestamps: (call) => pair(call, 'timestamp'),
  timestampsTz: (call) => pair(call, 'timestampTz'),
  nullableTimestampsTz: (call) => pair(call, 'timestampTz'),
  datetimes: (call) => pair(call, 'dateTime'),
  softDeletes: (call) => softDeletes(call, 'timestamp'),
  softDeletesTz: (call) => softDeletes(call, 'timestampTz'),
  softDeletesDatetime: (call) => softDeletes(call, 'dateTime'),
  rememberToken: (call) => nullable(named(call, 'string', 'remember_token', { length: 100 })),
  morphs: (call) => morphs(call, defaultKind(call), false),
  nullableMorphs: (call) => morphs(call, defaultKind(call), true),
  numericMorphs: (call) => morphs(call, 'int', false),
  nullableNumericMorphs: (call) => morphs(call, 'int', true),
  uuidMorphs: (call) => morphs(call, 'uuid', false),
  nullableUuidMorphs: (call) => morphs(call, 'uuid', true),
  ulidMorphs: (call) => morphs(call, 'ulid', false),
  nullableUlidMorphs: (call) => morphs(call, 'ulid', true),
};

function nullable(column: PhpObject): PhpObject {
  fluentOf(column)?.set('nullable', true);
  return column;
}

function precisionOf(call: NativeCall, index: number): Value {
  return argument(call, index, 'precision') ?? runtimeOf(call.php).switches.defaultTimePrecision;
}

function pair(call: NativeCall, type: string): Value {
  const precision = precisionOf(call, 0);
  const columns = ['created_at', 'updated_at'].map((name) =>
    nullable(named(call, type, name, { precision })),
  );
  if (!has(laravelOf(call), 'timestampsCollection')) return null;
  return call.php.instantiate('Illuminate\\Support\\Collection', [listOf(columns)], call.range);
}

function softDeletes(call: NativeCall, type: string): Value {
  const given = argument(call, 0, 'column');
  return nullable(
    named(call, type, given === undefined ? 'deleted_at' : given, { precision: precisionOf(call, 1) }),
  );
}

type MorphKind = 'int' | 'uuid' | 'ulid';

function defaultKind(call: NativeCall): MorphKind {
  const kind = runtimeOf(call.php).switches.defaultMorphKeyType;
  return kind === 'ulid' && !has(laravelOf(call), 'morphUlids') ? 'int' : kind;
}

const MORPH_KEYS: Readonly<
  Record<MorphKind, readonly [type: string, attributes: Readonly<Record<string, Value>>]>
> = {
  int: ['bigInteger', { autoIncrement: false, unsigned: true }],
  uuid: ['uuid', {}],
  ulid: ['char', { length: 26 }],
};

function morphs(call: NativeCall, kind: MorphKind, isNullable: boolean): Value {
  const c = compilerOf(call);
  const given = argument(call, 0, 'name') ?? null;
  if (isUnknown(given)) {
    stateOf(call).taints.push(given);
    return given;
  }
  const name = text(c, given);
  const after = has(laravelOf(call), 'morphsAfter') ? (argument(call, 2, 'after') ?? null) : null;
  const [type, attributes] = MORPH_KEYS[kind];
  const length = runtimeOf(call.php).switches.defaultStringLength;
  const columns = [
    named(call, 'string', `${name}_type`, { length }),
    named(call, type, `${name}_id`, attributes),
  ];
  if (isNullable) columns.forEach(nullable);
  if (after !== null) {
    fluentOf(columns[0] ?? null)?.set('after', after);
    fluentOf(columns[1] ?? null)?.set('after', `${name}_type`);
  }
  const indexed = listOf([`${name}_type`, `${name}_id`]);
  addIndexCommand(
    c,
    stateOf(call),
    'index',
    indexed,
    argument(call, 1, 'indexName') ?? null,
    call.statementRange,
  );
  return null;
}
