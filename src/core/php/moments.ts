/**
 * A moment that code has fixed, as a clock on the wall shows it: no zone takes part in it, so that what is reckoned with
 * it is right in every zone that has no summer time in between. Milliseconds, as if it were UTC.
 */
export class Moment {
  constructor(readonly ms: number) {}
}

const SECOND = 1000;
const DAY = 86_400 * SECOND;

/** The moment of a date and a time; months and days beyond their ends go on in the next ones. */
export function momentOf(
  year: number,
  month: number,
  day: number,
  [hour = 0, minute = 0, second = 0]: readonly number[] = [],
): Moment {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return new Moment(date.getTime() + ((hour * 60 + minute) * 60 + second) * SECOND);
}

const WRITTEN =
  /^\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*$/;

/** A moment written with all its numbers; null for any other text, such as one that tells it by the time of the run. */
export function parseMoment(text: string): Moment | null {
  const [, year, month, day, ...time] = WRITTEN.exec(text) ?? [];
  if (year === undefined || Number(month) > 12 || Number(day) > 31 || Number(time[0] ?? 0) > 24) return null;
  return momentOf(
    Number(year),
    Number(month),
    Number(day),
    time.map((part) => Number(part ?? 0)),
  );
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const two = (number: number): string => String(number).padStart(2, '0');

/** What each letter of PHP's date() stands for; letters that ask for a zone are not here. */
const LETTERS: Readonly<Record<string, (date: Date) => string>> = {
  d: (date) => two(date.getUTCDate()),
  j: (date) => String(date.getUTCDate()),
  D: (date) => DAYS[date.getUTCDay()]!.slice(0, 3),
  l: (date) => DAYS[date.getUTCDay()]!,
  N: (date) => String(date.getUTCDay() || 7),
  w: (date) => String(date.getUTCDay()),
  z: (date) => String(Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0)) / DAY)),
  m: (date) => two(date.getUTCMonth() + 1),
  n: (date) => String(date.getUTCMonth() + 1),
  M: (date) => MONTHS[date.getUTCMonth()]!.slice(0, 3),
  F: (date) => MONTHS[date.getUTCMonth()]!,
  t: (date) => String(daysIn(date.getUTCFullYear(), date.getUTCMonth())),
  L: (date) => (daysIn(date.getUTCFullYear(), 1) === 29 ? '1' : '0'),
  Y: (date) => String(date.getUTCFullYear()).padStart(4, '0'),
  y: (date) => two(date.getUTCFullYear() % 100),
  A: (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  a: (date) => (date.getUTCHours() < 12 ? 'am' : 'pm'),
  G: (date) => String(date.getUTCHours()),
  H: (date) => two(date.getUTCHours()),
  g: (date) => String(date.getUTCHours() % 12 || 12),
  h: (date) => two(date.getUTCHours() % 12 || 12),
  i: (date) => two(date.getUTCMinutes()),
  s: (date) => two(date.getUTCSeconds()),
  u: () => '000000',
  v: () => '000',
};

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

/** The moment as PHP's date() writes it; null where the format asks for a zone. */
export function formatMoment({ ms }: Moment, format: string): string | null {
  const date = new Date(ms);
  let text = '';
  for (let i = 0; i < format.length; i++) {
    const letter = format[i] ?? '';
    if (letter === '\\') text += format[++i] ?? '';
    else if (!/[a-zA-Z]/.test(letter)) text += letter;
    else if (Object.hasOwn(LETTERS, letter)) text += LETTERS[letter]!(date);
    else return null;
  }
  return text;
}

/** As the drivers of databases are given it. */
export const momentText = (moment: Moment): string => formatMoment(moment, 'Y-m-d H:i:s') ?? '';

export type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

const LENGTHS: Readonly<Partial<Record<Unit, number>>> = {
  second: SECOND,
  minute: 60 * SECOND,
  hour: 3600 * SECOND,
  day: DAY,
  week: 7 * DAY,
};

const MONTHS_IN: Readonly<Partial<Record<Unit, number>>> = { month: 1, quarter: 3, year: 12 };

/** So many units later; a day that its month does not have is one of the next month, or (`stays`) the last of its own. */
export function later({ ms }: Moment, count: number, unit: Unit, stays = false): Moment {
  const length = LENGTHS[unit];
  if (length !== undefined) return new Moment(ms + count * length);
  const date = new Date(ms);
  const month = date.getUTCMonth() + count * (MONTHS_IN[unit] ?? 0);
  const day = date.getUTCDate();
  const first = new Date(ms);
  first.setUTCDate(1);
  first.setUTCMonth(month);
  const last = daysIn(first.getUTCFullYear(), first.getUTCMonth());
  first.setUTCDate(stays ? Math.min(day, last) : day);
  return new Moment(first.getTime());
}

/** The first second of the day, month … that the moment is in. */
export function startOf({ ms }: Moment, unit: Unit): Moment {
  const length = LENGTHS[unit];
  if (unit === 'week') {
    const day = new Date(ms).getUTCDay();
    return startOf(new Moment(ms - ((day + 6) % 7) * DAY), 'day');
  }
  if (length !== undefined) return new Moment(Math.floor(ms / length) * length);
  const date = new Date(ms);
  const month = date.getUTCMonth();
  const first = unit === 'year' ? 0 : unit === 'quarter' ? month - (month % 3) : month;
  return momentOf(date.getUTCFullYear(), first + 1, 1);
}

/** The last second of it. */
export const endOf = (moment: Moment, unit: Unit): Moment =>
  new Moment(later(startOf(moment, unit), 1, unit).ms - SECOND);
