import assert from 'node:assert/strict';
import { unknown } from '../../../src/core/php/values';
import { evaluate } from './evaluate';

/** `u()` is the same Unknown at every call, `other()` another one. */
const same = unknown('a remote call', null);
const functions = { u: () => same, other: () => unknown('another', null) };

const run = (php: string, decisions: readonly boolean[] = []) => evaluate(php, { functions, decisions });

describe('what can not be known', () => {
  const cases: readonly (readonly [php: string, value: unknown])[] = [
    ["return 'a' . u();", '?a remote call'],
    ["return u() . 'a';", '?a remote call'],
    ['return u() + 1;', '?a remote call'],
    ['return -u();', '?a remote call'],
    ['return "x {$_} ";', undefined],
    ['$x = u(); return "name_{$x}_id";', '?a remote call'],
    ['return [1, u(), 3];', [1, '?a remote call', 3]],
    ['return count([u(), u()]);', 2],
    ['return array_merge([1], [u()]);', [1, '?a remote call']],
    ["return implode(',', ['a', u()]);", '?a remote call'],
    ['return strlen(u());', '?a remote call'],
    ["return u()->a->b()['c'];", '?a remote call'],
    ["return u()['x'];", '?a remote call'],
    ['return u() === 1;', '?a remote call'],
    ['return (int) u();', '?a remote call'],
    ['return u() instanceof Countable;', '?a remote call'],
    ['return in_array(1, [u(), 1], true);', true],
    ['return in_array(2, [u(), 1], true);', '?a remote call'],
    ['return array_map(fn ($x) => [$x], [u(), 2]);', [['?a remote call'], [2]]],
    ['return array_filter([1, u()]);', '?a remote call'],
    ['return u() && false;', false],
    ['return u() || true;', true],
    ['$a = [u() => 1]; return $a;', '?a remote call'],
    ['$a = ["k" => 1]; $a["x"] = u(); return $a;', { k: 1, x: '?a remote call' }],
    ['$a = [2, 1, u()]; sort($a); return $a;', '?a remote call'],
    ['preg_match("/a/", u(), $m); return $m;', '?a remote call'],
    ['return nowhere_defined(1);', '?function nowhere_defined is not known'],
    ['return Nowhere::make();', '?class Nowhere is not known: what it has'],
    ['return new Nowhere(1);', '?class Nowhere is not known: what it has'],
    ['return NOWHERE;', '?constant NOWHERE is not known'],
    [
      'class A extends Nowhere { function m() { return 1; } } $a = new A; return [$a->m(), $a->n()];',
      [1, '?class Nowhere is not known: what n() of it does'],
    ],
    ['return [time(), 1];', ['?time(): the time of the run', 1]],
    ['return rand(1, 6);', '?rand() gives random values'],
    [
      "return file_get_contents('https://example.org');",
      '?file_get_contents(): a file outside the application',
    ],
    ["return exec('ls');", '?exec(): runs a program'],
    ['return `ls`;', '?runs a program'],
    ['$a = [1]; $b = [&$a]; return $b;', ['?a reference kept in an array is not followed']],
    ['return PHP_INT_MAX - 1;', '?an integer too large to be followed exactly'],
  ];
  for (const [php, value] of cases) {
    it(php, () => {
      const ran = run(php);
      if (value === undefined) assert.equal(ran.outcome.kind, 'threw');
      else assert.deepEqual(ran.value, value);
    });
  }
});

describe('an unknown condition', () => {
  const taken = (php: string, decisions: readonly boolean[] = []) => {
    const { program, value } = run(php, decisions);
    return { value, forks: program.forks.map((fork) => fork.taken) };
  };

  it('is true first, and recorded with its place and reason', () => {
    const { program, value } = run("$x = u();\nif ($x > 3) return 'yes'; else return 'no';");
    assert.equal(value, 'yes');
    assert.deepEqual(program.forks, [
      {
        reason: 'a remote call',
        taken: true,
        range: { file: 'file.php', line: 3, column: 5, endLine: 3, endColumn: 11 },
      },
    ]);
  });

  const table: readonly (readonly [
    what: string,
    php: string,
    decisions: readonly boolean[],
    value: unknown,
    forks: readonly boolean[],
  ])[] = [
    ['goes as decided', 'return u() ? 1 : 2;', [false], 2, [false]],
    [
      'goes true after the decisions end',
      'return [u() ? 1 : 2, other() ? 1 : 2];',
      [false],
      [2, 1],
      [false, true],
    ],
    [
      'goes the same way for the same Unknown',
      'return [u() ? 1 : 2, u() ? 1 : 2];',
      [false],
      [2, 2],
      [false],
    ],
    ['goes the other way for its negation', 'return [u() ? 1 : 2, ! u() ? 1 : 2];', [false], [2, 1], [false]],
    [
      'goes the same way for the same comparison',
      "$x = u(); return [$x === 'a' ? 1 : 2, $x === 'a' ? 1 : 2, $x !== 'a' ? 1 : 2];",
      [false],
      [2, 2, 1],
      [false],
    ],
    [
      'decides a match',
      "return match (u()) { 'a' => 1, 'b' => 2, default => 3 };",
      [false, true],
      2,
      [false, true],
    ],
    ['decides a switch', "switch (u()) { case 'a': return 1; default: return 2; }", [false], 2, [false]],
    [
      'decides ?? and isset',
      'return [u() ?? 1, isset(u()->a) ? 2 : 3];',
      [false, false],
      [1, 3],
      [false, false],
    ],
    ['decides foreach: one row', '$n = 0; foreach (u() as $row) { $n++; } return $n;', [true], 1, [true]],
    ['decides foreach: no rows', '$n = 0; foreach (u() as $row) { $n++; } return $n;', [false], 0, [false]],
    ['lets a loop run at most once more', '$n = 0; while (other()) { $n++; } return $n;', [], 1, [true]],
    [
      'decides whether an unknown call runs a closure that reaches out',
      '$n = 0; u()->each(function () use (&$n) { $n++; }); return $n;',
      [false],
      0,
      [false],
    ],
    [
      'does not ask about a closure that stays within itself',
      'u()->map(fn ($x) => $x->id * 2); return 1;',
      [],
      1,
      [],
    ],
    ['does not ask where the other side decides', 'return (u() && false) ? 1 : 2;', [], 2, []],
  ];
  for (const [what, php, decisions, value, forks] of table) {
    it(what, () => assert.deepEqual(taken(php, decisions), { value, forks }));
  }

  it('is asked about only so often', () => {
    const { outcome } = evaluate('for ($i = 0; $i < 1000; $i++) { if (other()) { $x = 1; } }', {
      functions,
      budget: { forks: 20 },
    });
    assert.equal(outcome.kind === 'spent' && outcome.budget, 'forks');
  });
});
