import type { NativeClass, NativeFunction } from './classes';
import type { NativeLibrary, NativeParts } from './run';
import type { RuntimeClass } from './runtimeClass';
import type { Value } from './values';

/** What a NativeLibrary really is. Class and function names in lower case. */
export interface Library extends NativeLibrary {
  readonly classes: ReadonlyMap<string, NativeClass>;
  readonly functions: ReadonlyMap<string, NativeFunction>;
  readonly aliases: ReadonlyMap<string, string>;
  /** Native classes ready for use: no run changes them, so that all runs share them. */
  readonly linked: Map<string, RuntimeClass>;
}

export function makeLibrary(parts: readonly NativeParts[]): Library {
  const classes = new Map<string, NativeClass>();
  const functions = new Map<string, NativeFunction>();
  const constants = new Map<string, Value>();
  const aliases = new Map<string, string>();
  for (const part of parts) {
    for (const one of part.classes ?? []) classes.set(one.name.toLowerCase(), one);
    for (const [name, one] of Object.entries(part.functions ?? {})) functions.set(name.toLowerCase(), one);
    for (const [name, value] of Object.entries(part.constants ?? {})) constants.set(name, value);
    for (const [name, target] of Object.entries(part.aliases ?? {}))
      aliases.set(name.toLowerCase(), target.replace(/^\\/, ''));
  }
  return { classes, functions, constants, aliases, linked: new Map() };
}
