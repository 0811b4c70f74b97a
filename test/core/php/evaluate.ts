import type { NativeClass, NativeFunction } from '../../../src/core/php/classes';
import type { Outcome } from '../../../src/core/php/outcome';
import { parseCache } from '../../../src/core/php/parse';
import {
  createProgram,
  type FileResult,
  nativeLibrary,
  type Program,
  type ProgramOptions,
} from '../../../src/core/php/run';
import { isArray, isFloat, isObject, isUnknown, type Value } from '../../../src/core/php/values';

export interface Ran {
  readonly program: Program;
  readonly outcome: Outcome<FileResult>;
  /** What the file returned, as plain data. */
  readonly value: unknown;
}

export interface Given extends Partial<Omit<ProgramOptions, 'library' | 'parsed'>> {
  readonly classes?: readonly NativeClass[];
  readonly functions?: Readonly<Record<string, NativeFunction>>;
}

/** Runs the text of a file (without its opening tag). */
export function evaluate(php: string, given: Given = {}): Ran {
  const { classes = [], functions = {}, ...options } = given;
  const program = createProgram({
    library: nativeLibrary({ classes, functions }),
    parsed: parseCache(),
    ...options,
  });
  const outcome = program.runFile('file.php', `<?php\n${php}`);
  return { program, outcome, value: outcome.kind === 'returned' ? plain(outcome.value.returned) : undefined };
}

/** A PHP value as plain JavaScript data; an Unknown as `'?'` and its reason. */
export function plain(value: Value): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (isUnknown(value)) return `?${value.reason}`;
  if (isFloat(value)) return value.value;
  if (isArray(value)) {
    const entries = [...value.entries].map(([key, one]) => [key, plain(one)] as const);
    return entries.every(([key], i) => key === i)
      ? entries.map(([, one]) => one)
      : Object.fromEntries(entries);
  }
  return isObject(value) ? `object ${value.class.name}` : value;
}
