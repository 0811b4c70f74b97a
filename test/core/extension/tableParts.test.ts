import assert from 'node:assert/strict';
import type { ColumnShape, Difference, TableShape, TableStatus } from '../../../src/core/analysis/results';
import { countStates, familiesOf, partsOf } from '../../../src/extension/tableParts';
import type { TableSummary } from '../../../src/worker/overviewSummary';

const column = (name: string, type = 'int'): ColumnShape => ({
  name,
  type,
  nullable: false,
  default: null,
  autoIncrement: false,
  onUpdate: null,
  generated: null,
  charset: null,
  collation: null,
  comment: '',
  invisible: false,
  definedBy: { migration: 'm', file: 'database/migrations/m.php', line: 7 },
});

const shape = (columns: readonly ColumnShape[]): TableShape => ({
  name: 'services',
  kind: 'table',
  engine: 'InnoDB',
  charset: 'utf8mb4',
  collation: 'utf8mb4_unicode_ci',
  comment: '',
  columns,
  indexes: [],
  foreignKeys: [],
  checks: [],
  definedBy: null,
  tainted: null,
});

const difference = (
  name: string,
  expected: unknown,
  actual: unknown,
  rest: Partial<Difference> = {},
): Difference => ({
  table: 'services',
  kind: 'column',
  name,
  expected,
  actual,
  properties: [],
  createdBy: null,
  why: null,
  certain: true,
  reason: null,
  ...rest,
});

const table = (rest: Partial<TableStatus>): TableStatus => ({
  name: 'services',
  family: null,
  state: 'different',
  critical: false,
  expected: null,
  actual: null,
  differences: [],
  definedBy: null,
  why: null,
  ...rest,
});

describe('the parts of a table', () => {
  it('say of each column how the two sides stand', () => {
    const [id, name, priority, legacy] = [column('id'), column('name'), column('priority'), column('legacy')];
    const sections = partsOf(
      table({
        expected: shape([id, name, priority]),
        actual: shape([id, { ...name, nullable: true }, legacy]),
        differences: [
          difference('name', name, { ...name, nullable: true }, { properties: ['nullable'] }),
          difference('priority', priority, null),
          difference('legacy', null, legacy),
        ],
      }),
    );
    assert.deepEqual(
      sections.flatMap(({ kind, parts }) => parts.map((part) => `${kind} ${part.name}: ${part.state}`)),
      ['column id: same', 'column name: different', 'column priority: missing', 'column legacy: extra'],
    );
  });

  it('keep what is not certain apart, with the reason', () => {
    const [section] = partsOf(
      table({
        expected: shape([column('a')]),
        actual: shape([column('a', 'bigint')]),
        differences: [
          difference('a', column('a'), column('a', 'bigint'), { certain: false, reason: 'a remote call' }),
        ],
      }),
    );
    assert.deepEqual([section?.parts[0]?.state, section?.parts[0]?.reason], ['unknown', 'a remote call']);
  });

  it('lead to the line that makes them', () => {
    const [section] = partsOf(table({ state: 'missing', expected: shape([column('a')]) }));
    assert.equal(section?.parts[0]?.definedBy?.line, 7);
  });

  it('show a different option, though it is no column, index or key', () => {
    const sections = partsOf(
      table({ differences: [difference('engine', 'InnoDB', 'MyISAM', { kind: 'option' })] }),
    );
    assert.deepEqual(
      sections.map(({ kind, parts }) => [kind, parts[0]?.expected, parts[0]?.actual]),
      [['option', 'InnoDB', 'MyISAM']],
    );
  });
});

const summary = (
  name: string,
  family: string | null,
  state: TableSummary['state'],
  critical = false,
): TableSummary => ({
  name,
  family,
  state,
  critical,
  definedBy: null,
  why: null,
  differences: 0,
});

describe('families', () => {
  const tables = [
    summary('a_one', 'a_', 'complete'),
    summary('b_one', 'b_', 'complete'),
    summary('b_two', 'b_', 'missing'),
    summary('c_one', 'c_', 'missing', true),
    summary('lonely', null, 'missing'),
  ];
  it('that lack a critical table come first, complete ones last', () =>
    assert.deepEqual(
      familiesOf(tables).map(({ name }) => name),
      ['c_', 'b_', '', 'a_'],
    ));
  it('show what is missing before what is there', () =>
    assert.deepEqual(
      familiesOf(tables)[1]?.tables.map(({ name }) => name),
      ['b_two', 'b_one'],
    ));
  it('are counted by state', () =>
    assert.deepEqual(countStates(tables), [
      ['missing', 3],
      ['complete', 2],
    ]));
  it('of 5,000 tables are made', () => {
    const many = Array.from({ length: 5_000 }, (_, i) =>
      summary(`t${i}_x`, `t${i % 700}_`, i % 2 ? 'missing' : 'complete'),
    );
    assert.equal(familiesOf(many).length, 700);
  });
});
