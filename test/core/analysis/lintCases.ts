import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/analysis/edits';
import type { Finding } from '../../../src/core/analysis/results';
import { NO_POLICY, type Policy } from '../../../src/core/policy/policy';
import { DEFAULT_SETTINGS } from '../../../src/project/settings';
import { createAnalysis } from '../../../src/worker/analysis';
import { appWith } from '../../support/tempApp';

/** One migration behind others, and what lint finds in it. */
export interface LintCase {
  readonly title: string;
  /** up() of the migrations before it; a map gives them names. */
  readonly base?: string | Readonly<Record<string, string>>;
  /** Its up(). */
  readonly code: string;
  readonly server?: string;
  /** With doctrine/dbal; Laravel 11 without it unless said. */
  readonly laravel?: string;
  readonly policy?: Partial<Policy>;
  /** Rule, line in up() (1 is its first), and what the message has to hold. */
  readonly found: readonly (readonly [rule: string, line: number, message: string | RegExp])[];
  /** The title of the first finding's first fix, and up() after it. null: there is none. */
  readonly fix?: readonly [title: string, code: string] | null;
}

export const OWN = '2026_02_01_000000_own';
export const FILE = `database/migrations/${OWN}.php`;

/** Findings of some rules for a case. Asserts that they are what it says, and that its fix takes its finding away for good. */
export async function checkCase(testCase: LintCase, rules: ReadonlySet<string>): Promise<void> {
  const { base = {}, code, server = null, laravel, policy } = testCase;
  const before = typeof base === 'string' ? { '2026_01_01_000000_base': base } : base;
  const packages = [
    { name: 'laravel/framework', version: `v${laravel}` },
    { name: 'doctrine/dbal', version: '3.9.0' },
  ];
  const lock: Readonly<Record<string, string>> = laravel
    ? { 'composer.lock': JSON.stringify({ packages }) }
    : {};
  const app = appWith({ ...before, [OWN]: code }, lock);
  const lint = async () => {
    const analysis = createAnalysis(app.root, {
      ...DEFAULT_SETTINGS,
      policy: { ...NO_POLICY, ...policy },
      server,
    });
    const found = await analysis.lint(FILE);
    assert.equal(found?.problem, null);
    return (found?.findings ?? []).filter(({ rule }) => rules.has(rule));
  };
  const found = await lint();
  const first =
    app
      .read(FILE)
      .split('\n')
      .findIndex((line) => line.includes('function up()')) + 2;
  assert.deepEqual(
    found.map(({ rule, line }) => [rule, line - first]),
    testCase.found.map(([rule, line]) => [rule, line]),
    found.map(({ message }) => message).join('\n'),
  );
  found.forEach(({ message }, i) => {
    const wanted = testCase.found[i]![2];
    assert.ok(typeof wanted === 'string' ? message.includes(wanted) : wanted.test(message), message);
  });
  if (testCase.fix === undefined) return;
  const fix = found[0]?.fixes.find(({ proven }) => proven);
  if (testCase.fix === null) {
    assert.equal(fix?.title, undefined);
    return;
  }
  assert.ok(fix, 'there is a proven fix');
  const fixed = applyEdits(app.read(FILE), fix.edits);
  assert.deepEqual([fix.title, upOf(fixed)], testCase.fix);
  app.write(FILE, fixed);
  const left = await lint();
  assert.ok(!left.some((finding) => isSame(finding, found[0]!)), 'the finding is gone');
}

const isSame = (a: Finding, b: Finding) => a.rule === b.rule && a.message === b.message;

/** The body of up(), outdented. */
function upOf(text: string): string {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.includes('function up()')) + 2;
  const to = lines.findIndex((line, i) => i >= from && line === '    }');
  return lines
    .slice(from, to)
    .map((line) => line.replace(/^ {8}/, ''))
    .join('\n');
}
