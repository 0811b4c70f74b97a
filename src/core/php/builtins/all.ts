import { type Builtin, builtinsOf } from './builtin';
import { STRING_FUNCTIONS } from './strings';

const BUILTINS: ReadonlyMap<string, Builtin> = new Map(
  [STRING_FUNCTIONS].flatMap(builtinsOf).map((one) => [one.name.toLowerCase(), one]),
);

/** One of PHP's own functions, by its name in lower case. */
export function findBuiltin(lower: string): Builtin | undefined {
  return BUILTINS.get(lower);
}
