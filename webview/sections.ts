import { featureText, presenceText, whyText } from '../src/core/report/describe';
import type { FailureRow, Place, ReportView } from '../src/core/report/reportView';
import { type Column, dataTable, type TableMemory } from './dataTable';
import { type Content, element, section } from './dom';

/** What the sections need from the page around them. */
export interface Surroundings {
  open(place: Place): void;
  memory(id: string): TableMemory;
  remember(): void;
}

interface Part {
  readonly id: string;
  readonly title: string;
  readonly content: Content;
}

/** The sections of a report that have something to say, in the order in which one wants to know it. */
export function sections(
  view: ReportView,
  around: Surroundings,
): readonly { id: string; title: string; made: HTMLElement }[] {
  const parts: readonly (Part | null)[] = [
    problems(view, around),
    rootCause(view, around),
    collisions(view, around),
    maskedDrift(view, around),
    criticalTables(view, around),
    features(view, around),
    families(view, around),
    missing(view, around),
    differences(view, around),
    extra(view),
    unknown(view, around),
  ];
  return parts
    .filter((part) => part !== null)
    .map(({ id, title, content }) => ({ id, title, made: section(id, title, content) }));
}

function problems(view: ReportView, around: Surroundings): Part | null {
  if (view.problems.length === 0) return null;
  return {
    id: 'problems',
    title: 'What stood in the way',
    content: element(
      'ul',
      {},
      view.problems.map(({ message, hint, file, line }) =>
        element('li', {}, `${message} ${hint} `, file && link(around, { file, line: line ?? 1 })),
      ),
    ),
  };
}

function rootCause(view: ReportView, around: Surroundings): Part | null {
  const cause = view.rootCause;
  if (!cause) return null;
  const behind =
    cause.blocks === 0
      ? 'No migration comes after it.'
      : `${count(cause.blocks, 'migration')} behind it never get${cause.blocks === 1 ? 's' : ''} a turn.`;
  return {
    id: 'root-cause',
    title: 'Root cause',
    content: element(
      'div',
      { class: 'card error' },
      element('p', {}, element('strong', {}, cause.migration), ' stops with'),
      element('p', { class: 'server' }, cause.error),
      element('pre', {}, element('code', {}, cause.statement)),
      element('p', {}, link(around, cause.place), ' · ', behind),
      leftBehind(cause),
    ),
  };
}

const leftBehind = (failure: FailureRow): Content =>
  failure.leftBehind.length > 0 && element('p', {}, `Left behind: ${failure.leftBehind.join(', ')}`);

function collisions(view: ReportView, around: Surroundings): Part | null {
  if (view.collisions.length === 0) return null;
  return {
    id: 'collisions',
    title: `Collisions (${view.collisions.length})`,
    content: [
      element('p', {}, 'Every pending statement that would fail, supposing each earlier one repaired.'),
      table<FailureRow>(around, 'collisions', 'Collisions', view.collisions, [
        { title: 'Migration', text: (row) => row.migration, isHeader: true },
        { title: 'Error', text: (row) => row.error },
        {
          title: 'Statement',
          text: (row) => row.statement,
          cell: (row) => element('code', {}, row.statement),
        },
        { title: 'Where', text: (row) => where(row.place), cell: (row) => link(around, row.place) },
      ]),
    ],
  };
}

function maskedDrift(view: ReportView, around: Surroundings): Part | null {
  if (view.maskedDrift.length === 0) return null;
  return {
    id: 'hidden-by-guards',
    title: `Hidden by guards (${view.maskedDrift.length})`,
    content: [
      element(
        'p',
        {},
        'These are there already, but not as the migration would make them. A guard lets the migration pass and leaves them wrong.',
      ),
      table(around, 'hidden-by-guards', 'Hidden by guards', view.maskedDrift, [
        { title: 'Table', text: (row) => row.table, isHeader: true },
        { title: 'Kind', text: (row) => row.kind, isChoice: true },
        { title: 'Name', text: (row) => row.name },
        { title: 'Expected', text: (row) => row.expected, cell: (row) => code(row.expected) },
        { title: 'Actual', text: (row) => row.actual, cell: (row) => code(row.actual) },
        {
          title: 'Migration',
          text: (row) => row.migration,
          cell: (row) => link(around, row.place, row.migration),
        },
      ]),
    ],
  };
}

function criticalTables(view: ReportView, around: Surroundings): Part | null {
  if (view.critical.length === 0) return null;
  const rows = [...view.critical].sort((a, b) => Number(a.present) - Number(b.present));
  const absent = rows.filter(({ present, certain }) => !present && certain !== false).length;
  return {
    id: 'critical',
    title: `Critical tables (${absent} of ${rows.length} missing)`,
    content: table(around, 'critical', 'Critical tables', rows, [
      { title: 'Table', text: (row) => row.name, isHeader: true },
      {
        title: 'State',
        text: (row) => presenceText(row),
        cell: (row) => state(PRESENCE_LOOK[presenceText(row)] ?? 'fair', presenceText(row)),
        isChoice: true,
      },
      { title: 'Without it', text: (row) => row.impact },
      {
        title: 'Made by',
        text: (row) => (row.place ? where(row.place) : ''),
        cell: (row) => row.place && link(around, row.place),
      },
    ]),
  };
}

const PRESENCE_LOOK: Readonly<Record<string, Look>> = { there: 'good', missing: 'bad', 'not known': 'fair' };

const FEATURE_LOOK: Readonly<Record<ReturnType<typeof featureText>, readonly [Look, number]>> = {
  no: ['bad', 0],
  partly: ['fair', 1],
  'not known': ['fair', 1.5],
  yes: ['good', 2],
};

type Feature = ReportView['features'][number];
const now = (row: Feature) => featureText(row.now, row.certain);
const after = (row: Feature) => featureText(row.after, row.certain);

function features(view: ReportView, around: Surroundings): Part | null {
  if (view.features.length === 0) return null;
  return {
    id: 'features',
    title: 'What works',
    content: table(around, 'features', 'What works now, and after the migrations', view.features, [
      { title: 'Feature', text: (row) => row.name, isHeader: true },
      {
        title: 'Now',
        text: now,
        cell: (row) => state(FEATURE_LOOK[now(row)][0], now(row)),
        order: (row) => FEATURE_LOOK[now(row)][1],
        isChoice: true,
      },
      {
        title: 'After the migrations',
        text: after,
        cell: (row) => state(FEATURE_LOOK[after(row)][0], after(row)),
        order: (row) => FEATURE_LOOK[after(row)][1],
      },
      { title: 'Needs', text: (row) => row.needs.join(', ') },
    ]),
  };
}

function families(view: ReportView, around: Surroundings): Part | null {
  const rows = view.families.filter(({ missing }) => missing > 0);
  if (rows.length === 0) return null;
  return {
    id: 'families',
    title: `Families with missing tables (${rows.length})`,
    content: table(around, 'families', 'Families', rows, [
      { title: 'Family', text: (row) => row.name, isHeader: true },
      { title: 'Missing', text: (row) => String(row.missing), order: (row) => row.missing },
      { title: 'There', text: (row) => String(row.present), order: (row) => row.present },
      { title: 'Without it', text: (row) => row.impact ?? '' },
    ]),
  };
}

function missing(view: ReportView, around: Surroundings): Part | null {
  if (view.missing.length === 0) return null;
  return {
    id: 'missing',
    title: `Missing tables (${view.missing.length.toLocaleString('en')})`,
    content: table(around, 'missing', 'Missing tables', view.missing, [
      {
        title: 'Table',
        text: (row) => row.name,
        cell: (row) => [row.name, row.critical && element('span', { class: 'tag' }, 'critical')],
        isHeader: true,
      },
      { title: 'Family', text: (row) => row.family ?? '', isChoice: true },
      { title: 'Why', text: (row) => whyText(row), isChoice: true },
      { title: 'Without it', text: (row) => row.impact ?? '' },
      {
        title: 'Made by',
        text: (row) => row.migration ?? '',
        cell: (row) => row.place && link(around, row.place, row.migration ?? undefined),
      },
    ]),
  };
}

function differences(view: ReportView, around: Surroundings): Part | null {
  if (view.differences.length === 0) return null;
  return {
    id: 'differences',
    title: `Differences (${view.differences.length.toLocaleString('en')})`,
    content: table(around, 'differences', 'Differences', view.differences, [
      { title: 'Table', text: (row) => row.table, isHeader: true },
      { title: 'Kind', text: (row) => row.kind.replace('-', ' '), isChoice: true },
      { title: 'Name', text: (row) => row.name },
      { title: 'Expected', text: (row) => row.expected, cell: (row) => code(row.expected) },
      { title: 'Actual', text: (row) => row.actual, cell: (row) => code(row.actual) },
      {
        title: 'Differs in',
        text: (row) => (row.certain ? row.properties.join(', ') : `not known: ${row.reason ?? ''}`),
      },
      {
        title: 'Made by',
        text: (row) => row.migration ?? (row.place ? where(row.place) : ''),
        cell: (row) => row.place && link(around, row.place, row.migration ?? undefined),
      },
    ]),
  };
}

function extra(view: ReportView): Part | null {
  if (view.extra.length === 0) return null;
  return {
    id: 'extra',
    title: `Extra tables (${view.extra.length.toLocaleString('en')})`,
    content: [
      element('p', {}, 'They are there, but no migration makes them.'),
      element(
        'ul',
        { class: 'names' },
        view.extra.map((name) =>
          element('li', {}, code(name), view.uncertainExtras.includes(name) && ' (not known)'),
        ),
      ),
    ],
  };
}

function unknown(view: ReportView, around: Surroundings): Part | null {
  if (view.unknown.length === 0) return null;
  return {
    id: 'unknown',
    title: `What could not be known (${view.unknown.length.toLocaleString('en')})`,
    content: table(around, 'unknown', 'What could not be known', view.unknown, [
      { title: 'Migration', text: (row) => row.migration, isHeader: true },
      { title: 'Reason', text: (row) => row.reason },
      { title: 'Touches', text: (row) => row.touches.join(', ') },
      { title: 'Where', text: (row) => where(row.place), cell: (row) => link(around, row.place) },
    ]),
  };
}

function table<R>(
  around: Surroundings,
  id: string,
  caption: string,
  rows: readonly R[],
  columns: readonly Column<R>[],
): HTMLElement {
  return dataTable({ id, caption, rows, columns, memory: around.memory(id), remember: around.remember });
}

type Look = 'good' | 'fair' | 'bad';
const MARKS: Readonly<Record<Look, string>> = { good: '✓', fair: '◐', bad: '✗' };

/** A state in words, with a mark: never by colour alone. */
const state = (look: Look, words: string): HTMLElement =>
  element(
    'span',
    { class: `state ${look}` },
    element('span', { class: 'mark', 'aria-hidden': 'true' }, `${MARKS[look]} `),
    words,
  );

const code = (text: string): Content => text !== '' && element('code', {}, text);

function link(around: Surroundings, place: Place, text = where(place)): HTMLElement {
  const made = element('button', { type: 'button', class: 'link', title: `Open ${where(place)}` }, text);
  made.addEventListener('click', () => around.open(place));
  return made;
}

const where = ({ file, line }: Place): string => `${file}:${line}`;

const count = (amount: number, one: string): string =>
  `${amount.toLocaleString('en')} ${amount === 1 ? one : `${one}s`}`;
