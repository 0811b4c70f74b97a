import type { Paint } from '../core/report/text';
import type { Io } from './io';
import type { Options } from './options';

const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
} as const;

const PLAIN: Paint = (_style, text) => text;
const ANSI: Paint = (style, text) => `\u001b[${CODES[style][0]}m${text}\u001b[${CODES[style][1]}m`;

/** Colours where a person looks at a terminal and has not turned them off. */
export function paintFor(io: Io, options: Options): Paint {
  return io.isTerminal && options.color ? ANSI : PLAIN;
}
