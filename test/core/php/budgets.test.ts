import assert from 'node:assert/strict';
import { evaluate } from './evaluate';

const budget = { steps: 100_000, memory: 5_000_000, depth: 150 };

describe('a run always ends', () => {
  const cases: readonly (readonly [php: string, budget: string, line: number])[] = [
    ['$i = 0;\nwhile (true) { $i++; }', 'steps', 3],
    ['for (;;);', 'steps', 2],
    ['$a = [1];\nforeach ($a as &$v) { $a[] = 1; }', 'memory', 3],
    ['function f($n) { return f($n + 1); }\nf(1);', 'depth', 2],
    ['class A { function __get($n) { return $this->{$n . "x"}; } }\n(new A)->a;', 'depth', 2],
    ['$f = fn ($f) => $f($f);\n$f($f);', 'depth', 2],
    ["return str_repeat('abcdefgh', 1 << 30);", 'memory', 2],
    ["$s = 'x';\nwhile (true) { $s .= $s; }", 'memory', 3],
    ['return range(1, 1000000000);', 'memory', 2],
    ['return array_fill(0, 100000000, 1);', 'memory', 2],
    ["return str_pad('', 2000000000);", 'memory', 2],
    ['$a = [];\nwhile (true) { $a[] = [1, 2, 3]; }', 'steps', 3],
    ["$a = ['x'];\nwhile (true) { $a = [$a, $a]; }", 'steps', 3],
    ['function g() { while (true) yield 1; }\nforeach (g() as $x) {}', 'steps', 3],
    [
      'class I implements IteratorAggregate { function getIterator(): Traversable { return new I; } }\nforeach (new I as $x) {}',
      'depth',
      3,
    ],
    ["return preg_match('/(a+)+$/', str_repeat('a', 5000) . '!');", '', 0],
    ['$o = new stdClass; $o->o = $o;\nreturn json_encode($o);', 'depth', 3],
    ['$o = new stdClass; $o->o = $o;\nreturn var_export($o, true);', 'depth', 3],
    ['$a = [3, 1, 2];\nusort($a, function () { while (true); });', 'steps', 3],
    ["$x = 'a';\nfor ($i = 0; $i < 100; $i++) $x = str_replace('a', 'aaaaaaaaaa', $x);", 'memory', 3],
    ["$x = implode(',', range(1, 100000));\nreturn explode(',', str_repeat($x, 100));", 'memory', 3],
  ];
  for (const [php, which, line] of cases) {
    it(php.replaceAll('\n', ' '), () => {
      const { outcome } = evaluate(php, { budget });
      if (which === '') assert.equal(outcome.kind, 'returned');
      else if (outcome.kind !== 'spent') assert.fail(`${outcome.kind}, not spent`);
      else assert.deepEqual([outcome.budget, outcome.range?.line], [which, line]);
    });
  }

  it('says why and where', () => {
    const { outcome } = evaluate('function wait() {\n  while (true) {\n  }\n}\nwait();', { budget });
    assert.deepEqual(outcome, {
      kind: 'spent',
      budget: 'steps',
      reason: 'does not end: gave up after 100000 steps',
      range: { file: 'file.php', line: 3, column: 10, endLine: 3, endColumn: 14 },
    });
  });
});
