import type { NativeCall, NativeClass, NativeMethod } from '../../php/classes';
import { surelyThere, type Unknown } from '../../php/values';

/** A moment: which one is not known, since nobody knows when the migration runs. */
const moment: NativeMethod = (call) =>
  call.php.instantiate(call.static?.name ?? 'Carbon\\Carbon', [], call.range);

/** The time of the run as a value of a row, or what depends on it. */
export const runTime = (call: NativeCall): Unknown => surelyThere(call.php.unknown(TIME, call.range));

export const TIME = 'the time of a run';

const text: NativeMethod = runTime;

/** Methods whose answer is another moment; the others answer something that depends on the time. */
const MOMENTS =
  /^(add|sub|set|start|end|next|previous|copy|clone|now|today|tomorrow|yesterday|parse|create|make|instance|first|last|setTimezone|timezone|tz|utc|local|modify|floor|ceil|round|from|toMutable|toImmutable)/i;

function carbon(name: string, parent?: string): NativeClass {
  return {
    name,
    ...(parent !== undefined && { parent }),
    interfaces: ['JsonSerializable', 'DateTimeInterface'],
    construct: () => {},
    methods: { __toString: text },
    call: (call, method) => (MOMENTS.test(method) ? call.self : text(call)),
    callStatic: (call, method) => (MOMENTS.test(method) ? moment(call) : text(call)),
    get: (call) => text(call),
  };
}

export const carbonClasses: readonly NativeClass[] = [
  { name: 'DateTimeInterface', kind: 'interface' },
  carbon('DateTime'),
  carbon('DateTimeImmutable'),
  carbon('Carbon\\Carbon', 'DateTime'),
  carbon('Carbon\\CarbonImmutable', 'DateTimeImmutable'),
  carbon('Illuminate\\Support\\Carbon', 'Carbon\\Carbon'),
];
