import { type Key, makeArray, makeList } from '../arrays';
import { compareValues, lessBytes } from '../compare';
import { isArray, type Value } from '../values';
import { arrayIn } from './arrays';
import type { BuiltinCall, BuiltinTable } from './builtin';
import { asciiLower } from './bytes';
import { naturalOrder } from './strings';

type Entry = readonly [Key, Value];
type Order = (a: Value, b: Value) => number;

const byText = (a: string, b: string): number => (a === b ? 0 : lessBytes(a, b) ? -1 : 1);

/** The order that sort's flags ask for: 0 regular, 1 numeric, 2 text, 6 natural, and 8 for any case. */
function ordering(c: BuiltinCall, flags: number): Order {
  const fold = (flags & 8) !== 0;
  const text = (value: Value): string => (fold ? asciiLower(c.textOf(value)) : c.textOf(value));
  switch (flags & ~8) {
    case 1:
      return (a, b) => Math.sign(c.floatOf(a) - c.floatOf(b));
    case 2:
    case 5:
      return (a, b) => byText(text(a), text(b));
    case 6:
      return (a, b) => naturalOrder(text(a), text(b));
    default:
      return (a, b) => c.known(compareValues(c.m, c.known(a), c.known(b))) as number;
  }
}

function callbackOrder(c: BuiltinCall): Order {
  const callback = c.value(1);
  return (a, b) => {
    c.m.step();
    const answer = c.known(c.call(callback, a, b));
    if (answer === false && c.known(c.call(callback, b, a)) === true) return -1;
    return c.intOf(answer);
  };
}

interface Kind {
  readonly by: 'value' | 'key';
  readonly keys: 'kept' | 'renumbered';
  readonly reverse?: boolean;
  readonly order?: (c: BuiltinCall) => Order;
}

function sorter(kind: Kind): (c: BuiltinCall) => Value {
  return (c) => {
    const entries: Entry[] = [...arrayIn(c, 0).entries];
    c.m.charge(entries.length * 2);
    const order = kind.order ? kind.order(c) : ordering(c, c.int(1, 0));
    const sign = kind.reverse ? -1 : 1;
    const at = kind.by === 'key' ? 0 : 1;
    entries.sort((a, b) => {
      c.m.step();
      return sign * order(a[at], b[at]);
    });
    const sorted = kind.keys === 'kept' ? makeArray(entries) : makeList(entries.map(([, value]) => value));
    c.ref(0).write(c.m, sorted);
    return true;
  };
}

const natural =
  (fold: boolean) =>
  (c: BuiltinCall): Order =>
    ordering(c, fold ? 14 : 6);

/** array_multisort of one or more arrays, with order and flags between them. */
function multisort(c: BuiltinCall): Value {
  const columns: { index: number; list: Value[]; sign: number; flags: number }[] = [];
  for (let i = 0; i < c.count; i++) {
    const value = c.raw(i);
    c.known(value);
    if (isArray(value)) columns.push({ index: i, list: [...value.entries.values()], sign: 1, flags: 0 });
    else if (value === 3) columns.at(-1)!.sign = -1;
    else if (value !== 4) columns.at(-1)!.flags = c.intOf(value);
  }
  const size = columns[0]?.list.length ?? 0;
  if (columns.some((column) => column.list.length !== size))
    return c.m.throwError('ValueError', 'Array sizes are inconsistent');
  const orders = columns.map((column) => ordering(c, column.flags));
  const rows = Array.from({ length: size }, (_, i) => i).sort((a, b) => {
    for (let i = 0; i < columns.length; i++) {
      const { list, sign } = columns[i]!;
      const result = sign * orders[i]!(list[a]!, list[b]!);
      if (result !== 0) return result;
    }
    return 0;
  });
  for (const { index, list } of columns) c.ref(index).write(c.m, makeList(rows.map((row) => list[row]!)));
  return true;
}

export const SORTING_FUNCTIONS: BuiltinTable = {
  sort: ['&array flags?', sorter({ by: 'value', keys: 'renumbered' })],
  rsort: ['&array flags?', sorter({ by: 'value', keys: 'renumbered', reverse: true })],
  usort: ['&array callback', sorter({ by: 'value', keys: 'renumbered', order: callbackOrder })],
  asort: ['&array flags?', sorter({ by: 'value', keys: 'kept' })],
  arsort: ['&array flags?', sorter({ by: 'value', keys: 'kept', reverse: true })],
  uasort: ['&array callback', sorter({ by: 'value', keys: 'kept', order: callbackOrder })],
  ksort: ['&array flags?', sorter({ by: 'key', keys: 'kept' })],
  krsort: ['&array flags?', sorter({ by: 'key', keys: 'kept', reverse: true })],
  uksort: ['&array callback', sorter({ by: 'key', keys: 'kept', order: callbackOrder })],
  natsort: ['&array', sorter({ by: 'value', keys: 'kept', order: natural(false) })],
  natcasesort: ['&array', sorter({ by: 'value', keys: 'kept', order: natural(true) })],
  array_multisort: ['&array &...rest', multisort],
};
