import type { NativeCall } from '../../php/classes';
import { runtimeOf } from '../runtime';

/** What a connection, a schema builder or a query builder keeps of where it leads: the connection's name. */
export class ConnectionState {
  constructor(readonly name: string) {}
}

/** The connection that a method was called on; for facades, the default one. */
export function connectionOf(call: NativeCall): string {
  const state = call.self?.internal;
  return state instanceof ConnectionState ? state.name : runtimeOf(call.php).defaultConnection;
}
