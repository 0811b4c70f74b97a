import type { Interpreter, NativeCall } from './classes';
import type { Machine } from './machine';

const MACHINE: unique symbol = Symbol('machine');

interface WithMachine {
  [MACHINE]?: Machine;
}

export function registerMachine(php: Interpreter, machine: Machine): void {
  (php as WithMachine)[MACHINE] = machine;
}

/** The machine behind a native call; for the natives of core/php, which need more than the Interpreter offers. */
export function machineOf(call: NativeCall): Machine {
  return (call.php as WithMachine)[MACHINE]!;
}
