import type { Finding } from './results';

/** Findings that a team has seen and left: those are not told again. Lines may move, so no line is kept. */
export type Baseline = ReadonlyMap<string, number>;

const FORMAT = 1;

interface Entry {
  readonly rule: string;
  readonly migration: string;
  readonly method: string;
  /** The statement that it is about, else its message. */
  readonly about: string;
}

const entryOf = ({ rule, migration, method, statement, message }: Finding): Entry => ({
  rule,
  migration,
  method,
  about: statement === '' ? message : statement,
});

const keyOf = ({ rule, migration, method, about }: Entry): string =>
  [rule, migration, method, about].join('\n');

/** The text of a baseline file with these findings added to what it held, in an order that merges well. */
export function baselineText(before: string | null, findings: readonly Finding[]): string {
  const known = before === null ? [] : (entriesIn(before) ?? []);
  const entries = [...known, ...findings.map(entryOf)].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return `${JSON.stringify({ format: FORMAT, findings: entries }, null, 2)}\n`;
}

/** Reads a baseline file; null where it is none. */
export function readBaseline(text: string): Baseline | null {
  const entries = entriesIn(text);
  if (!entries) return null;
  const known = new Map<string, number>();
  for (const entry of entries) known.set(keyOf(entry), (known.get(keyOf(entry)) ?? 0) + 1);
  return known;
}

function entriesIn(text: string): readonly Entry[] | null {
  try {
    const parsed: unknown = JSON.parse(text);
    if (!isRecord(parsed) || parsed.format !== FORMAT || !Array.isArray(parsed.findings)) return null;
    return parsed.findings.every(isEntry) ? parsed.findings : null;
  } catch {
    return null;
  }
}

/** The findings that the baseline does not have; of several alike only as many as are more. */
export function notInBaseline(baseline: Baseline, findings: readonly Finding[]): readonly Finding[] {
  const left = new Map(baseline);
  return findings.filter((finding) => {
    const key = keyOf(entryOf(finding));
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isEntry = (value: unknown): value is Entry =>
  isRecord(value) && ['rule', 'migration', 'method', 'about'].every((key) => typeof value[key] === 'string');
