import assert from 'node:assert/strict';
import { mergeTraces } from '../../../src/core/session/mergeTraces';

/** A run that sent these statements. */
const runOf = (statements: readonly string[]) => ({
  forks: [],
  trace: {
    migration: 'one',
    entries: statements.map((sql) => ({
      connection: 'mysql',
      statement: { sql, origin: null },
      error: null,
    })),
    outcome: { kind: 'done' },
    unknowns: [],
    reads: { world: new Set(), code: new Set(), files: new Set() },
    world: { defaultConnection: 'mysql', connections: new Map() },
  },
});

const merged = (...runs: readonly (readonly string[])[]) =>
  mergeTraces(runs.map(runOf) as never, null).entries.map(
    (entry) => `${entry.statement.sql}${entry.uncertain ? '?' : ''}`,
  );

describe('the statements of several possible runs', () => {
  it('stand in one order, what not all have where it would be', () => {
    assert.deepEqual(merged(['a', 'b', 'd'], ['a', 'c', 'd'], ['x', 'a', 'd', 'e']), [
      'x?',
      'a',
      'c?',
      'b?',
      'd',
      'e?',
    ]);
  });

  it('are put together in good time, however many there are', () => {
    const many = (from: number) => Array.from({ length: 30_000 }, (_, i) => `insert ${from + i}`);
    const begun = Date.now();
    assert.equal(merged(many(0), many(15_000)).length, 45_000);
    assert.ok(Date.now() - begun < 5000);
  });
});
