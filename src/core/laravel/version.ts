/** A Laravel version; minor and patch are what the lock file names, or the newest known where only the major is. */
export interface LaravelVersion {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

/** The newest releases that the differences in schema/features.ts were read from; what `laravel: "11"` stands for. */
const NEWEST: Readonly<Record<number, string>> = {
  8: '8.83.29',
  9: '9.52.20',
  10: '10.50.4',
  11: '11.57.1',
  12: '12.72.0',
  13: '13.42.0',
};

const DEFAULT_MAJOR = 13;

/**
 * Reads `v11.57.1`, `11.57`, `11`, `^11.0` or `dev-master`. A constraint or a bare major means the newest of that
 * major; text without any number means the newest Laravel. Versions before 8 are read as they are.
 */
export function parseLaravelVersion(text: string): LaravelVersion {
  const exact = /^v?(\d+)\.(\d+)(?:\.(\d+))?/.exec(text.trim());
  if (exact) return { major: Number(exact[1]), minor: Number(exact[2]), patch: Number(exact[3] ?? 0) };
  const majors = [...text.matchAll(/(\d+)(?:\.\d+)*/g)].map((match) => Number(match[1]));
  const major = majors.length > 0 ? Math.max(...majors) : DEFAULT_MAJOR;
  const newest = NEWEST[major];
  return newest === undefined ? { major, minor: 0, patch: 0 } : parseLaravelVersion(newest);
}

/** Whether the version is none later than those that were read: what they lack, it lacks. */
export function wasRead({ major, minor }: LaravelVersion): boolean {
  const newest = NEWEST[major];
  return newest !== undefined && minor <= Number(newest.split('.')[1]);
}

export function printLaravelVersion(version: LaravelVersion): string {
  return `${version.major}.${version.minor}.${version.patch}`;
}

const read = new Map<string, readonly number[]>();

/** The numbers of a version, worked out once: the same few are asked for with every statement. */
function numbersOf(text: string): readonly number[] {
  const known = read.get(text);
  if (known) return known;
  const numbers = text.split('.').map(Number);
  read.set(text, numbers);
  return numbers;
}

/** Is the version the given one (`11.15`, `12.40.1`) or a later one? */
export function atLeast(version: LaravelVersion, since: string): boolean {
  const [major = 0, minor = 0, patch = 0] = numbersOf(since);
  if (version.major !== major) return version.major > major;
  if (version.minor !== minor) return version.minor > minor;
  return version.patch >= patch;
}

/** The first version with something, and the first without. */
export type VersionRange = readonly [since: string, until: string | null];

/** Is the version in the range? Without one, always. */
export function inRange(version: LaravelVersion, range: VersionRange | undefined): boolean {
  if (!range) return true;
  return atLeast(version, range[0]) && (range[1] === null || !atLeast(version, range[1]));
}
