import type {
  DefinedBy,
  Difference,
  DifferenceKind,
  TableShape,
  TableState,
  TableStatus,
} from '../core/analysis/results';
import { columnText, foreignKeyText, indexText, sideText } from '../core/report/describe';
import type { TableSummary } from '../worker/overviewSummary';

/** One column, index, key, check or option of a table, and how the two sides stand to each other in it. */
export interface Part {
  readonly kind: DifferenceKind;
  readonly name: string;
  readonly state: PartState;
  /** As one line of DDL; null where it is not there. */
  readonly expected: string | null;
  readonly actual: string | null;
  readonly properties: readonly string[];
  /** Why it is not certain; null where it is. */
  readonly reason: string | null;
  readonly definedBy: DefinedBy | null;
}

export type PartState = 'same' | 'missing' | 'extra' | 'different' | 'unknown';

interface Section {
  readonly kind: DifferenceKind;
  readonly parts: readonly Part[];
}

/** The parts of a table by kind, in table order, what is only actual behind; kinds without parts are left out. */
export function partsOf(table: TableStatus): readonly Section[] {
  const sides = { expected: table.expected, actual: table.actual };
  const sections: readonly Section[] = [
    {
      kind: 'column',
      parts: merge(
        table,
        'column',
        named(sides, (shape) => shape.columns, columnText),
      ),
    },
    {
      kind: 'index',
      parts: merge(
        table,
        'index',
        named(sides, (shape) => shape.indexes, indexText),
      ),
    },
    {
      kind: 'foreign-key',
      parts: merge(
        table,
        'foreign-key',
        named(sides, (shape) => shape.foreignKeys, foreignKeyText),
      ),
    },
    {
      kind: 'check',
      parts: merge(
        table,
        'check',
        named(
          sides,
          (shape) => shape.checks,
          ({ sql }) => sql,
        ),
      ),
    },
    { kind: 'option', parts: table.differences.filter(({ kind }) => kind === 'option').map(onlyDifference) },
  ];
  return sections.filter(({ parts }) => parts.length > 0);
}

interface Sides {
  readonly expected: TableShape | null;
  readonly actual: TableShape | null;
}

interface Named {
  readonly name: string;
  expected: string | null;
  actual: string | null;
  definedBy: DefinedBy | null;
}

function named<T extends { readonly name: string; readonly definedBy?: DefinedBy | null }>(
  sides: Sides,
  pick: (shape: TableShape) => readonly T[],
  describe: (part: T) => string,
): readonly Named[] {
  const parts = new Map<string, Named>();
  for (const side of ['expected', 'actual'] as const) {
    const shape = sides[side];
    if (!shape) continue;
    for (const part of pick(shape)) {
      const known = parts.get(part.name) ?? {
        name: part.name,
        expected: null,
        actual: null,
        definedBy: null,
      };
      known[side] = describe(part);
      known.definedBy ??= part.definedBy ?? null;
      parts.set(part.name, known);
    }
  }
  return [...parts.values()];
}

function merge(table: TableStatus, kind: DifferenceKind, parts: readonly Named[]): readonly Part[] {
  const differences = new Map(
    table.differences.filter((difference) => difference.kind === kind).map((found) => [found.name, found]),
  );
  const known = new Set(parts.map(({ name }) => name));
  const merged = parts.map((part): Part => {
    const difference = differences.get(part.name);
    return {
      ...part,
      kind,
      state: difference ? differenceState(difference) : 'same',
      properties: difference?.properties ?? [],
      reason: difference?.reason ?? null,
      definedBy: difference?.createdBy ?? part.definedBy,
    };
  });
  return [...merged, ...[...differences.values()].filter(({ name }) => !known.has(name)).map(onlyDifference)];
}

function onlyDifference(difference: Difference): Part {
  const text = (side: unknown) => (side === null || side === undefined ? null : sideText(difference, side));
  return {
    kind: difference.kind,
    name: difference.name,
    state: differenceState(difference),
    expected: text(difference.expected),
    actual: text(difference.actual),
    properties: difference.properties,
    reason: difference.reason,
    definedBy: difference.createdBy,
  };
}

function differenceState({ certain, expected, actual }: Difference): PartState {
  if (!certain) return 'unknown';
  if (actual === null) return 'missing';
  return expected === null ? 'extra' : 'different';
}

export interface Family {
  /** Empty for the tables of no family. */
  readonly name: string;
  readonly tables: readonly TableSummary[];
}

/** Tables by family: first those that lack a critical table, then those with any gap, then the complete ones. */
export function familiesOf(tables: readonly TableSummary[]): readonly Family[] {
  const families = new Map<string, TableSummary[]>();
  for (const table of tables) {
    const name = table.family ?? '';
    const own = families.get(name);
    if (own) own.push(table);
    else families.set(name, [table]);
  }
  return [...families]
    .map(([name, own]) => ({ name, tables: own.sort(byUrgency) }))
    .sort((a, b) => urgency(a.tables) - urgency(b.tables) || byLastEmpty(a.name, b.name));
}

const STATE_ORDER: Readonly<Record<TableState, number>> = {
  missing: 0,
  different: 1,
  unknown: 2,
  extra: 3,
  complete: 4,
};

const byUrgency = (a: TableSummary, b: TableSummary): number =>
  STATE_ORDER[a.state] - STATE_ORDER[b.state] ||
  Number(b.critical) - Number(a.critical) ||
  (a.name < b.name ? -1 : 1);

function urgency(tables: readonly TableSummary[]): number {
  if (tables.some(({ critical, state }) => critical && state !== 'complete')) return 0;
  return tables.some(({ state }) => state !== 'complete') ? 1 : 2;
}

const byLastEmpty = (a: string, b: string): number =>
  a === '' || b === '' ? (a === '' ? 1 : -1) : a < b ? -1 : 1;

/** How many tables there are of each state, in the order of urgency; states without tables are left out. */
export function countStates(tables: readonly TableSummary[]): readonly (readonly [TableState, number])[] {
  const counts = new Map<TableState, number>();
  for (const { state } of tables) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => STATE_ORDER[a] - STATE_ORDER[b]);
}
