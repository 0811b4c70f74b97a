import type { NativeCall, NativeClass } from '../../php/classes';
import { peekElement } from '../../php/elements';
import { machineOf } from '../../php/machineOf';
import { peekProperty } from '../../php/properties';
import { isObject, isUnknown, type Value } from '../../php/values';

export const OPTIONAL = 'Illuminate\\Support\\Optional';
export const TAP_PROXY = 'Illuminate\\Support\\HigherOrderTapProxy';

class Inner {
  constructor(readonly value: Value) {}
}

/** A proxy's object around a value; nobody knows what one around an unknown value does. */
export function around(call: NativeCall, className: string, value: Value): Value {
  if (isUnknown(value)) return value;
  return call.php.makeNative(className, new Inner(value));
}

const inner = (call: NativeCall): Value =>
  call.self?.internal instanceof Inner ? call.self.internal.value : null;

const property = (call: NativeCall, name: string): Value =>
  peekProperty(machineOf(call), inner(call), name) ?? null;

const element = (call: NativeCall): Value =>
  peekElement(machineOf(call), inner(call), call.args[0] ?? null) ?? null;

/** `optional($value)->…` and `tap($object)->…`. */
export const proxyClasses: readonly NativeClass[] = [
  {
    name: OPTIONAL,
    interfaces: ['ArrayAccess'],
    get: (call, name) => (isObject(inner(call)) ? property(call, name) : null),
    methods: {
      __isset: (call) => property(call, String(call.args[0] ?? '')) !== null,
      offsetExists: (call) => element(call) !== null,
      offsetGet: element,
    },
    call(call, method) {
      const value = inner(call);
      return isObject(value) ? call.php.callMethod(value, method, call.args, call.range) : null;
    },
  },
  {
    name: TAP_PROXY,
    call(call, method) {
      const value = inner(call);
      if (isObject(value)) call.php.callMethod(value, method, call.args, call.range);
      return value;
    },
  },
];
