import type { NativeCall, NativeClass, NativeMethod } from '../../php/classes';
import {
  endOf,
  formatMoment,
  later,
  Moment,
  momentOf,
  momentText,
  parseMoment,
  startOf,
  type Unit,
} from '../../php/moments';
import { isObject, type PhpObject, surelyThere, type Unknown, type Value } from '../../php/values';

export const TIME = 'the time of a run';

/** The time of the run as a value of a row, or what depends on it. */
export const runTime = (call: NativeCall): Unknown => surelyThere(call.php.unknown(TIME, call.range));

/** The moment that an object stands for; null where nobody knows it, since nobody knows when the migration runs. */
const momentIn = (value: Value): Moment | null =>
  isObject(value) && value.internal instanceof Moment ? value.internal : null;

const isImmutable = (object: PhpObject): boolean => object.class.name.endsWith('Immutable');

/** An object of the class of the call that stands for the moment. */
function made(call: NativeCall, moment: Moment | null): Value {
  const object = call.php.instantiate(
    call.static?.name ?? 'Carbon\\Carbon',
    ['2000-01-01 00:00:00'],
    call.range,
  );
  object.internal = moment;
  return object;
}

/** What the object becomes, or for one that never changes, another object. */
function changed(call: NativeCall, moment: Moment | null): Value {
  const { self } = call;
  if (!self) return null;
  if (isImmutable(self)) return call.php.makeNative(self.class.name, moment);
  self.internal = moment;
  return self;
}

const numbers = (values: readonly Value[]): readonly number[] | null =>
  values.every((value): value is number => typeof value === 'number') ? values : null;

function create(call: NativeCall): Value {
  const [first = null, ...rest] = call.args;
  if (typeof first === 'string') return made(call, parseMoment(first));
  const given = numbers([first, ...rest].slice(0, 6));
  if (!given || given.length === 0) return made(call, null);
  const [year = 0, month = 1, day = 1, ...time] = given;
  return made(call, momentOf(year, month, day, time));
}

const parsed: NativeMethod = (call) => {
  const [given = null] = call.args;
  return made(call, typeof given === 'string' ? parseMoment(given) : momentIn(given));
};

/** A date by a format that has all its numbers in their usual order. */
function createFromFormat(call: NativeCall): Value {
  const [format = null, text = null] = call.args;
  const isDay = format === '!Y-m-d' || format === 'Y-m-d|';
  const isWhole = format === 'Y-m-d H:i:s';
  return made(call, (isDay || isWhole) && typeof text === 'string' ? parseMoment(text) : null);
}

const UNIT = '(second|minute|hour|day|week|month|quarter|year)s?';
const STEP = new RegExp(`^(add|sub)${UNIT}(NoOverflow|WithNoOverflow|WithoutOverflow)?$`, 'i');
const EDGE = new RegExp(`^(startof|endof)${UNIT}$`, 'i');

/** `addDays(3)`, `subMonth()`, `startOfYear()`; undefined for another method. */
function moved(call: NativeCall, method: string, moment: Moment): Value | undefined {
  const [, side, edge] = EDGE.exec(method) ?? [];
  if (edge !== undefined) {
    const unit = edge.toLowerCase() as Unit;
    return changed(call, side?.toLowerCase() === 'startof' ? startOf(moment, unit) : endOf(moment, unit));
  }
  const [, way, unit, stays] = STEP.exec(method) ?? [];
  if (unit === undefined) return undefined;
  const [count = 1] = call.args;
  if (typeof count !== 'number') return changed(call, null);
  const by = way?.toLowerCase() === 'add' ? count : -count;
  return changed(call, later(moment, by, unit.toLowerCase() as Unit, stays !== undefined));
}

const TESTS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  eq: (a, b) => a === b,
  equalto: (a, b) => a === b,
  ne: (a, b) => a !== b,
  notequalto: (a, b) => a !== b,
  gt: (a, b) => a > b,
  greaterthan: (a, b) => a > b,
  isafter: (a, b) => a > b,
  gte: (a, b) => a >= b,
  greaterthanorequalto: (a, b) => a >= b,
  lt: (a, b) => a < b,
  lessthan: (a, b) => a < b,
  isbefore: (a, b) => a < b,
  lte: (a, b) => a <= b,
  lessthanorequalto: (a, b) => a <= b,
};

const FORMATS: Readonly<Record<string, string>> = {
  todatestring: 'Y-m-d',
  totimestring: 'H:i:s',
  todatetimestring: 'Y-m-d H:i:s',
  __tostring: 'Y-m-d H:i:s',
  toformatteddatestring: 'M j, Y',
};

/** What a method tells of a fixed moment; undefined where it is not followed. */
function told(call: NativeCall, method: string, moment: Moment): Value | undefined {
  const lower = method.toLowerCase();
  const [given = null] = call.args;
  const format = lower === 'format' ? given : FORMATS[lower];
  if (typeof format === 'string') return formatMoment(moment, format) ?? undefined;
  const other = typeof given === 'string' ? parseMoment(given) : momentIn(given);
  return other ? TESTS[lower]?.(moment.ms, other.ms) : undefined;
}

/** Methods whose answer is another moment; the others answer something that depends on the time. */
const MOMENTS =
  /^(add|sub|set|start|end|next|previous|copy|clone|now|today|tomorrow|yesterday|parse|create|make|instance|first|last|setTimezone|timezone|tz|utc|local|modify|floor|ceil|round|from|toMutable|toImmutable)/i;

function anyMethod(call: NativeCall, method: string): Value {
  const moment = momentIn(call.self);
  if (/^(?:copy|clone|toMutable|toImmutable)$/i.test(method)) {
    const name = method.toLowerCase() === 'toimmutable' ? 'Carbon\\CarbonImmutable' : call.self?.class.name;
    return call.php.makeNative(name ?? 'Carbon\\Carbon', moment);
  }
  const answer = moment && (moved(call, method, moment) ?? told(call, method, moment));
  if (answer !== null && answer !== undefined) return answer;
  return MOMENTS.test(method) ? changed(call, null) : runTime(call);
}

const PARTS: Readonly<Record<string, string>> = {
  year: 'Y',
  month: 'n',
  day: 'j',
  hour: 'G',
  minute: 'i',
  second: 's',
  dayOfWeek: 'w',
  dayOfWeekIso: 'N',
  daysInMonth: 't',
};

function carbon(name: string, parent?: string): NativeClass {
  return {
    name,
    ...(parent !== undefined && { parent }),
    interfaces: ['JsonSerializable', 'DateTimeInterface'],
    construct(call) {
      const [given = null] = call.args;
      if (call.self) call.self.internal = typeof given === 'string' ? parseMoment(given) : momentIn(given);
    },
    methods: { __toString: (call) => anyMethod(call, '__toString') },
    call: anyMethod,
    callStatic(call, method) {
      if (/^(?:create|createSafe|createStrict)$/i.test(method)) return create(call);
      if (/^(?:parse|make|instance)$/i.test(method)) return parsed(call);
      if (/^(?:createFromFormat|rawCreateFromFormat)$/i.test(method)) return createFromFormat(call);
      return MOMENTS.test(method) ? made(call, null) : runTime(call);
    },
    get(call, property) {
      const moment = momentIn(call.self);
      const format = PARTS[property];
      return moment && format !== undefined ? Number(formatMoment(moment, format)) : runTime(call);
    },
  };
}

/** A fixed moment as the driver is given it; null for another value. */
export function boundMoment(value: Value): string | null {
  const moment = momentIn(value);
  return moment && momentText(moment);
}

export const carbonClasses: readonly NativeClass[] = [
  { name: 'DateTimeInterface', kind: 'interface' },
  carbon('DateTime'),
  carbon('DateTimeImmutable'),
  carbon('Carbon\\Carbon', 'DateTime'),
  carbon('Carbon\\CarbonImmutable', 'DateTimeImmutable'),
  carbon('Illuminate\\Support\\Carbon', 'Carbon\\Carbon'),
];
