import type { Machine } from '../machine';
import { ADDRESS_FUNCTIONS } from './addresses';
import { ARRAY_CALLBACK_FUNCTIONS } from './arrayCallbacks';
import { ARRAY_END_FUNCTIONS } from './arrayEnds';
import { ARRAY_FUNCTIONS } from './arrays';
import { type Builtin, builtinsOf } from './builtin';
import { CLASS_FUNCTIONS } from './classFunctions';
import { EXPORTING_FUNCTIONS } from './exporting';
import { FILE_FUNCTIONS } from './files';
import { FORMATTING_FUNCTIONS } from './formatting';
import { HASH_FUNCTIONS } from './hash';
import { JSON_FUNCTIONS } from './json';
import { MATH_FUNCTIONS } from './math';
import { MULTIBYTE_FUNCTIONS } from './multibyte';
import { OUTSIDE_FUNCTIONS } from './outside';
import { REGEX_FUNCTIONS } from './regex';
import { SORTING_FUNCTIONS } from './sorting';
import { STREAM_FUNCTIONS } from './streams';
import { STRING_FUNCTIONS } from './strings';
import { TYPE_FUNCTIONS } from './types';
import { WRITING_FUNCTIONS } from './writing';

let builtins: ReadonlyMap<string, Builtin> | null = null;

/** Made at the first use: the tables import modules that import this one. */
function all(): ReadonlyMap<string, Builtin> {
  builtins ??= new Map(
    [
      OUTSIDE_FUNCTIONS,
      STRING_FUNCTIONS,
      FORMATTING_FUNCTIONS,
      MULTIBYTE_FUNCTIONS,
      MATH_FUNCTIONS,
      ARRAY_FUNCTIONS,
      ARRAY_END_FUNCTIONS,
      ARRAY_CALLBACK_FUNCTIONS,
      SORTING_FUNCTIONS,
      JSON_FUNCTIONS,
      TYPE_FUNCTIONS,
      EXPORTING_FUNCTIONS,
      HASH_FUNCTIONS,
      REGEX_FUNCTIONS,
      CLASS_FUNCTIONS,
      FILE_FUNCTIONS,
      WRITING_FUNCTIONS,
      STREAM_FUNCTIONS,
      ADDRESS_FUNCTIONS,
    ]
      .flatMap(builtinsOf)
      .map((one) => [one.name.toLowerCase(), one]),
  );
  return builtins;
}

/** One of PHP's own functions, by its name in lower case. */
export function findBuiltin(lower: string): Builtin | undefined {
  return all().get(lower);
}

/** Functions that look into the calling frame; they are part of the language here. */
const FRAME_FUNCTIONS: ReadonlySet<string> = new Set(
  'compact extract get_defined_vars func_get_args func_get_arg func_num_args get_called_class'.split(' '),
);

/** Is there a function of that name? Undefined where nobody knows. */
export function isKnownFunction(m: Machine, name: string): boolean | undefined {
  const lower = name.replace(/^\\/, '').toLowerCase();
  const known =
    m.functions.has(lower) ||
    (m.library.functions.has(lower) && !m.options.lacksFunction?.(lower)) ||
    all().has(lower) ||
    FRAME_FUNCTIONS.has(lower);
  if (known) return true;
  const loaded = m.autoloadedFunction(lower);
  return loaded === 'absent' ? false : loaded ? true : undefined;
}
