import type { NativeCall } from './classes';
import type { Machine } from './machine';

const machines = new WeakMap<object, Machine>();

export function registerMachine(php: object, machine: Machine): void {
  machines.set(php, machine);
}

/** The machine behind a native call; for the natives of core/php, which need more than the Interpreter offers. */
export function machineOf(call: NativeCall): Machine {
  return machines.get(call.php)!;
}
