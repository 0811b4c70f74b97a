import type { Snippet } from './snippet';

/** PHP's language: what PHP 8.2 prints; test/laravel proves it. */
export const LANGUAGE: readonly Snippet[] = [
  {
    title: 'integers and floats in arithmetic',
    php: `echo 7 / 2, ' ', 6 / 2, ' ', 7 % 3, ' ', -7 % 3, ' ', 2 ** 10, ' ', 2 ** -1, ' ', 7 <=> 3, ' ', "5" + "5.5", ' ', 0.1 + 0.2, ' ', 1e3, ' ', 1.0, ' ', 10 ** 20, ' ', intdiv(7, 2);`,
    prints: '3.5 3 1 -1 1024 0.5 1 10.5 0.3 1000 1 1.0E+20 3',
  },
  {
    title: 'integer overflow becomes a float',
    php: 'var_export([PHP_INT_MAX + 1.5, PHP_INT_MAX * 2, PHP_INT_MAX, PHP_INT_MIN, 9223372036854775807, 9223372036854775808, 0x7FFFFFFFFFFFFFFF]);',
    prints: `array (
  0 => 9.223372036854776E+18,
  1 => 1.8446744073709552E+19,
  2 => 9223372036854775807,
  3 => -9223372036854775807-1,
  4 => 9223372036854775807,
  5 => 9.223372036854776E+18,
  6 => 9223372036854775807,
)`,
  },
  {
    title: 'floats as text',
    php: `foreach ([1.5, 100000.0, 1e15, 1e14, 123456789012345678.0, 0.00001, 0.0001, 1/3, -0.0, 1e100, 2.50, 1e-10] as $f) echo $f, ' ';
var_export([1.0, 0.1, 1/3, 1e15, 1e17, 1e20, 123456789012345678.0, 0.00001, -1.5e-7]);`,
    prints: `1.5 100000 1.0E+15 1.0E+14 1.2345678901235E+17 1.0E-5 0.0001 0.33333333333333 -0 1.0E+100 2.5 1.0E-10 array (
  0 => 1.0,
  1 => 0.1,
  2 => 0.3333333333333333,
  3 => 1000000000000000.0,
  4 => 1.0E+17,
  5 => 1.0E+20,
  6 => 1.2345678901234568E+17,
  7 => 1.0E-5,
  8 => -1.5E-7,
)`,
  },
  {
    title: 'number literals',
    php: 'var_export([0x1F, 0b101, 017, 0o17, 1_000_000, 1.5e3, .5, 6.]);',
    prints: `array (
  0 => 31,
  1 => 5,
  2 => 15,
  3 => 15,
  4 => 1000000,
  5 => 1500.0,
  6 => 0.5,
  7 => 6.0,
)`,
  },
  {
    title: 'loose comparison',
    php: 'var_export([0 == "a", "1" == "01", "10" == "1e1", 100 == "1e2", null == false, [] == false, "0" == false, "" == null, "a" == 0, 1.0 == 1, "abc" == "ABC", null == 0, "1" == " 1", "1" == "1 ", [1,2] == [2=>1], [1,2] == ["1","2"], true == "a", null <=> false, "abc" < "abd", [1,2,3] > [1,2], INF == INF, NAN == NAN]);',
    prints: `array (
  0 => false,
  1 => true,
  2 => true,
  3 => true,
  4 => true,
  5 => true,
  6 => true,
  7 => true,
  8 => false,
  9 => true,
  10 => false,
  11 => true,
  12 => true,
  13 => true,
  14 => false,
  15 => true,
  16 => true,
  17 => 0,
  18 => true,
  19 => true,
  20 => true,
  21 => false,
)`,
  },
  {
    title: 'strict comparison',
    php: `var_export([1 === 1.0, "1" === 1, [1,2] === [1,2], ['a'=>1,'b'=>2] === ['b'=>2,'a'=>1], null === false, 1.5 === 1.5]);`,
    prints: `array (
  0 => false,
  1 => false,
  2 => true,
  3 => false,
  4 => false,
  5 => true,
)`,
  },
  {
    title: 'spaceship and sorting of mixed values',
    php: 'var_export([1 <=> 2, "a" <=> "b", [1,2] <=> [1,3], 1.5 <=> 1.5, "10" <=> "9", "10" <=> "9a", true <=> false, null <=> "a"]);',
    prints: `array (
  0 => -1,
  1 => -1,
  2 => -1,
  3 => 0,
  4 => 1,
  5 => -1,
  6 => 1,
  7 => -1,
)`,
  },
  {
    title: 'boolean operators and their precedence',
    php: `$a = true and false;
$b = (true xor true);
$c = !empty([0]) && 0 || 'x';
var_export([$a, $b, $c, false ?: 'd', null ?? 'e', 0 ?: 'f', true ? 'g' : 'h']);`,
    prints: `array (
  0 => true,
  1 => false,
  2 => true,
  3 => 'd',
  4 => 'e',
  5 => 'f',
  6 => 'g',
)`,
  },
  {
    title: 'concatenation binds less than plus',
    php: `$n = 2;
echo 'a' . $n + 1 . 'b' . 3 * 2 . "\\n";
echo 'x' . 1 + 2 . 'y', "\\n", -2 . 'z', "\\n", 'total: ' . $n * 3 - 1;`,
    prints: `a3b6
x3y
-2z
total: 5`,
  },
  {
    title: 'increments of strings and null',
    php: `$s = 'Az';
$s++;
$t = 'zz';
$t++;
$u = 'a9';
$u++;
$n = null;
$n++;
$m = null;
$m--;
$f = 1.5;
$f--;
var_export([$s, $t, $u, $n, $m, $f]);
$i = 5;
echo $i++ + ++$i, $i--, --$i;`,
    prints: `array (
  0 => 'Ba',
  1 => 'aaa',
  2 => 'b0',
  3 => 1,
  4 => NULL,
  5 => 0.5,
)1275`,
  },
  {
    title: 'compound assignment',
    php: `$a = 5;
$a += 3;
$a -= 1;
$a *= 2;
$a /= 7;
$a **= 3;
$a %= 5;
$s = 'x';
$s .= 'y';
$n = null;
$n ??= 'set';
$n ??= 'again';
$b = 6;
$b <<= 2;
$b |= 1;
$b &= 0xF;
$b ^= 3;
$b >>= 1;
var_export([$a, $s, $n, $b]);`,
    prints: `array (
  0 => 3,
  1 => 'xy',
  2 => 'set',
  3 => 5,
)`,
  },
  {
    title: 'bit operators',
    php: 'var_export([5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 3, -8 >> 1, 1 << 40, 0xFF & ~0x0F]);',
    prints: `array (
  0 => 1,
  1 => 7,
  2 => 6,
  3 => -6,
  4 => 8,
  5 => -4,
  6 => 1099511627776,
  7 => 240,
)`,
  },
  {
    title: 'casts',
    php: `var_export([(int) '12abc', (int) 12.9, (int) -12.9, (float) '1.5x', (bool) '0', (bool) '0.0', (bool) [], (string) false, (string) 1.0, (array) 'a', (int) null, (int) '  42', (bool) 0.0, (int) '1e3', (array) null]);`,
    prints: `array (
  0 => 12,
  1 => 12,
  2 => -12,
  3 => 1.5,
  4 => false,
  5 => true,
  6 => false,
  7 => '',
  8 => '1',
  9 => 
  array (
    0 => 'a',
  ),
  10 => 0,
  11 => 42,
  12 => false,
  13 => 1000,
  14 => 
  array (
  ),
)`,
  },
  {
    title: 'string interpolation',
    php: `$a = ['k' => 'v', 3 => 'three', 'n' => ['m' => 'deep']];
$o = new stdClass;
$o->p = 'prop';
$o->q = new stdClass;
$o->q->r = 'nested';
$name = 'k';
$fn = fn($x) => "<$x>";
echo "1 $a[k] $a[3] {$a['n']['m']} $o->p {$o->q->r} \${name} {$a[$name]} {$fn('call')} \\$a \\x41 \\u{1F600} \\101 \\t|";`,
    prints: '1 v three deep prop nested k v <call> $a A 😀 A 	|',
  },
  {
    title: 'heredoc and nowdoc',
    php: `$x = 'val'; echo <<<EOT
    one $x
      two {$x}s
    three
    EOT . '|' . <<<'RAW'
  raw $x \\n
  RAW;`,
    prints: `one val
  two vals
three|raw $x \\n`,
  },
  {
    title: 'single quoted escapes',
    php: `echo 'a\\'b\\\\c\\nd', "\\n", "a\\\\b\\"c\\$d\\e[0m" === "a\\\\b\\"c\\$d\\x1b[0m" ? 'same' : 'other';`,
    prints: `a'b\\c\\nd
same`,
  },
  {
    title: 'array keys',
    php: `var_export([1 => 'a', '1' => 'b', 1.7 => 'c', true => 'd', null => 'e', '01' => 'f', '-5' => 'g', '-0' => 'h', 'x']);`,
    prints: `array (
  1 => 'd',
  '' => 'e',
  '01' => 'f',
  -5 => 'g',
  '-0' => 'h',
  2 => 'x',
)`,
  },
  {
    title: 'appending after negative and string keys',
    php: `$a = [];
$a['x'] = 1;
$a[] = 2;
$a[7] = 3;
$a[] = 4;
unset($a[8]);
$a[] = 5;
var_export($a);`,
    prints: `array (
  'x' => 1,
  0 => 2,
  7 => 3,
  9 => 5,
)`,
  },
  {
    title: 'arrays are values',
    php: `$a = [1, [2, 3]];
$b = $a;
$b[1][] = 4;
$b[] = 5;
function change(array $x) { $x[] = 'changed'; return $x; } $c = change($a);
$d = $a;
$d[1] = $c;
$d[1][1][] = 9;
var_export([$a, $b, $c, $d]);`,
    prints: `array (
  0 => 
  array (
    0 => 1,
    1 => 
    array (
      0 => 2,
      1 => 3,
    ),
  ),
  1 => 
  array (
    0 => 1,
    1 => 
    array (
      0 => 2,
      1 => 3,
      2 => 4,
    ),
    2 => 5,
  ),
  2 => 
  array (
    0 => 1,
    1 => 
    array (
      0 => 2,
      1 => 3,
    ),
    2 => 'changed',
  ),
  3 => 
  array (
    0 => 1,
    1 => 
    array (
      0 => 1,
      1 => 
      array (
        0 => 2,
        1 => 3,
        2 => 9,
      ),
      2 => 'changed',
    ),
  ),
)`,
  },
  {
    title: 'autovivification',
    php: `$a['x']['y'][] = 1;
$a['x']['y'][] = 2;
$n = null;
$n['k'] = 'v';
$o = new stdClass;
$o->list[] = 'p';
$o->map['a']['b'] = 'q';
var_export([$a, $n, $o->list, $o->map]);`,
    prints: `array (
  0 => 
  array (
    'x' => 
    array (
      'y' => 
      array (
        0 => 1,
        1 => 2,
      ),
    ),
  ),
  1 => 
  array (
    'k' => 'v',
  ),
  2 => 
  array (
    0 => 'p',
  ),
  3 => 
  array (
    'a' => 
    array (
      'b' => 'q',
    ),
  ),
)`,
  },
  {
    title: 'destructuring',
    php: `[$a, [$b, $c]] = [1, [2, 3]];
['x' => $x, 'y' => [, $y]] = ['x' => 'X', 'y' => [0, 'Y']];
list($p, , $q) = [7, 8, 9];
[$a, $b] = [$b, $a];
foreach ([[1, [2]], [3, [4]]] as [$m, [$n]]) echo $m, $n;
var_export([$a, $b, $c, $x, $y, $p, $q]);
[$u, $v] = null ?? [null, 'v'];
var_export([$u, $v]);`,
    prints: `1234array (
  0 => 2,
  1 => 1,
  2 => 3,
  3 => 'X',
  4 => 'Y',
  5 => 7,
  6 => 9,
)array (
  0 => NULL,
  1 => 'v',
)`,
  },
  {
    title: 'spread in arrays and calls',
    php: `function f(...$args) { return $args; } $a = [1, 2];
$b = ['k' => 'v'];
var_export([[...$a, 3, ...$a], [...$b, 'k' => 'w'], f(...$a, ...['x' => 9]), f(0, ...$a)]);`,
    prints: `array (
  0 => 
  array (
    0 => 1,
    1 => 2,
    2 => 3,
    3 => 1,
    4 => 2,
  ),
  1 => 
  array (
    'k' => 'w',
  ),
  2 => 
  array (
    0 => 1,
    1 => 2,
    'x' => 9,
  ),
  3 => 
  array (
    0 => 0,
    1 => 1,
    2 => 2,
  ),
)`,
  },
  {
    title: 'references to variables',
    php: `$a = 1;
$b = &$a;
$b = 2;
$c = $a;
$c = 3;
function inc(&$n) { $n++; } inc($a);
$arr = ['x' => 1];
inc($arr['x']);
inc($arr['new']);
$o = new stdClass;
$o->n = 5;
inc($o->n);
var_export([$a, $b, $c, $arr, $o->n]);`,
    prints: `array (
  0 => 3,
  1 => 3,
  2 => 3,
  3 => 
  array (
    'x' => 2,
    'new' => 1,
  ),
  4 => 6,
)`,
  },
  {
    title: 'foreach by reference',
    php: `$a = [1, 2, 3];
foreach ($a as $k => &$v) { $v *= 10; if ($k === 0) $a[] = 4; } unset($v);
$m = ['a' => ['n' => 1], 'b' => ['n' => 2]];
foreach ($m as &$row) { $row['n']++; $row['new'] = true; } unset($row);
var_export([$a, $m]);`,
    prints: `array (
  0 => 
  array (
    0 => 10,
    1 => 20,
    2 => 30,
    3 => 40,
  ),
  1 => 
  array (
    'a' => 
    array (
      'n' => 2,
      'new' => true,
    ),
    'b' => 
    array (
      'n' => 3,
      'new' => true,
    ),
  ),
)`,
  },
  {
    title: 'the last reference of foreach lives on',
    php: `$a = [1, 2, 3];
foreach ($a as &$v) {} foreach ($a as $v) {} var_export($a);`,
    prints: `array (
  0 => 1,
  1 => 2,
  2 => 2,
)`,
  },
  {
    title: 'references along a path',
    php: `$tree = [];
foreach (['a.b.c' => 1, 'a.b.d' => 2, 'x' => 3] as $path => $value) { $at = &$tree; foreach (explode('.', $path) as $part) { $at = &$at[$part]; } $at = $value; unset($at); } var_export($tree);`,
    prints: `array (
  'a' => 
  array (
    'b' => 
    array (
      'c' => 1,
      'd' => 2,
    ),
  ),
  'x' => 3,
)`,
  },
  {
    title: 'foreach over a copy',
    php: `$a = [1, 2, 3];
foreach ($a as $i => $v) { if ($i === 0) { $a[] = 4; unset($a[1]); } echo $v; } echo count($a);`,
    prints: '1233',
  },
  {
    title: 'loops with levels',
    php: `for ($i = 0, $out = ''; $i < 5; $i++) { foreach ([1, 2, 3] as $j) { if ($j === 2) continue 2; if ($i === 3) break 2; $out .= "$i$j "; } } echo $out;
$n = 0;
do { $n++; } while ($n < 3);
while (true) { if (++$n > 5) break; } echo $n;`,
    prints: '01 11 21 6',
  },
  {
    title: 'switch falls through',
    php: `foreach ([1, '2', 3, 'x', null] as $v) { switch ($v) { case 1: echo 'one '; case '2': echo 'two '; break; case 3: echo 'three '; break; default: echo 'other '; } }`,
    prints: 'one two two three other other ',
  },
  {
    title: 'match',
    php: `function m($v) { return match(true) { $v < 0 => 'neg', $v === 0, $v === 0.0 => 'zero', $v > 100 => 'big', default => 'pos' }; } echo m(-1), m(0), m(500), m(7);
try { echo match(5) { 1 => 'a' }; } catch (\\UnhandledMatchError $e) { echo $e->getMessage(); } try { echo match('x') { 1 => 'a' }; } catch (\\UnhandledMatchError $e) { echo $e->getMessage(); }`,
    prints: `negzerobigposUnhandled match case 5Unhandled match case 'x'`,
  },
  {
    title: 'alternative syntax',
    php: `$x = 3;
if ($x > 5): echo 'big';
elseif ($x > 2): echo 'mid';
else: echo 'small';
endif;
foreach ([1, 2] as $v): echo $v;
endforeach;
for ($i = 0; $i < 2; $i++): echo $i;
endfor;
while ($x-- > 1): echo 'w';
endwhile;
switch ($x): case 0: echo 'zero';
endswitch;`,
    prints: 'mid1201wwzero',
  },
  {
    title: 'isset, empty and ??',
    php: `$a = ['n' => null, 'z' => 0, 's' => 'str', 'd' => ['x' => 1]];
$o = new stdClass;
$o->p = null;
$o->q = 1;
var_export([isset($a['n']), isset($a['z']), isset($a['d']['x'], $a['s']), isset($a['d']['y']['z']), isset($a['s'][1]), isset($a['s'][9]), isset($o->p), isset($o->q), isset($u), isset($u->v->w), empty($a['z']), empty($a['d']), $a['n'] ?? 'default', $a['no']['no'] ?? 'deep', $o->no->no ?? 'prop', isset($a['s']['x'])]);`,
    prints: `array (
  0 => false,
  1 => true,
  2 => true,
  3 => false,
  4 => true,
  5 => false,
  6 => false,
  7 => true,
  8 => false,
  9 => false,
  10 => true,
  11 => false,
  12 => 'default',
  13 => 'deep',
  14 => 'prop',
  15 => false,
)`,
  },
  {
    title: 'try, catch and finally',
    php: `function t($how) { try { echo 'try '; if ($how === 1) throw new InvalidArgumentException('bad', 42); if ($how === 2) return 'returned '; if ($how === 3) throw new TypeError('type'); } catch (RuntimeException | LogicException $e) { echo get_class($e), $e->getMessage(), $e->getCode(), ' '; return 'caught '; } finally { echo 'finally '; } return 'end '; } echo t(0), t(1), t(2);
try { t(3); } catch (Throwable $e) { echo get_class($e); }`,
    prints:
      'try finally end try InvalidArgumentExceptionbad42 finally caught try finally returned try finally TypeError',
  },
  {
    title: 'finally overrides return',
    php: `function g() { try { return 'try'; } finally { return 'finally'; } } function h() { foreach ([1, 2] as $v) { try { continue; } finally { echo $v; } } return 'done'; } echo g(), h();`,
    prints: 'finally12done',
  },
  {
    title: 'exceptions with previous and own classes',
    php: `class MyException extends DomainException { protected $code = 7; public function __construct(string $m, public readonly string $extra = 'e') { parent::__construct("my $m"); } } try { try { throw new MyException('x', 'more'); } catch (Exception $e) { throw new RuntimeException('outer', 1, $e); } } catch (RuntimeException $e) { $p = $e->getPrevious(); echo $e->getMessage(), $p->getMessage(), $p->getCode(), $p->extra, $e->getLine() === $p->getLine() ? 'same line' : ''; }`,
    prints: 'outermy x7moresame line',
  },
  {
    title: 'static variables',
    php: `function counter() { static $n = 0, $list = []; $list[] = ++$n; return count($list) * 10 + $n; } counter();
counter();
echo counter();
$f = function () { static $c = 0; return ++$c; };
$f();
echo $f();`,
    prints: '332',
  },
  {
    title: 'closures capture by value and by reference',
    php: `$n = 1;
$byValue = function () use ($n) { return $n; };
$byRef = function () use (&$n) { return ++$n; };
$arrow = fn() => $n * 10;
$n = 5;
echo $byValue(), $byRef(), $n, $arrow(), (fn($x) => fn($y) => $x + $y + $n)(1)(2);`,
    prints: '166109',
  },
  {
    title: 'callables of every kind',
    php: `class K { static function s($x) { return "s$x"; } function m($x) { return "m$x"; } function __invoke($x) { return "i$x"; } } $k = new K;
$up = strtoupper(...);
$m = $k->m(...);
$s = K::s(...);
echo $up('a'), $m(1), $s(2), $k(3), call_user_func([$k, 'm'], 4), call_user_func('K::s', 5), call_user_func(['K', 's'], 6), implode(array_map([$k, 'm'], [7])), implode(array_map('K::s', [8])), implode(array_map($k, [9])), ('str' . 'rev')('cba'), (new K)->m(0);
$name = 'm';
echo $k->$name('dyn'), $k->{'m'}('lit'), [$k, 'm']('arr'), K::{'s'}('x');
$cls = 'K';
echo $cls::s('c'), (new $cls)->m('n');`,
    prints: 'Am1s2i3m4s5s6m7s8i9abcm0mdynmlitmarrsxscmn',
  },
  {
    title: 'named and default arguments',
    php: `function opt(int $a, $b = 2, ?string $c = null, ...$rest) { return "$a|$b|" . var_export($c, true) . '|' . json_encode($rest); } echo opt(1), opt(b: 5, a: 3), opt(1, c: 'x'), opt(1, 2, 'c', 'd', 'e'), opt(a: 1, z: 9);
echo str_pad(string: 'x', length: 3, pad_type: STR_PAD_LEFT, pad_string: '-');`,
    prints: `1|2|NULL|[]3|5|NULL|[]1|2|'x'|[]1|2|'c'|["d","e"]1|2|NULL|{"z":9}--x`,
  },
  {
    title: 'type coercion of parameters',
    php: `function ints(int $i, float $f, string $s, bool $b) { return var_export([$i, $f, $s, $b], true); } echo ints('5', 3, 1.5, 'x');
try { ints('abc', 1, 'x', true); } catch (TypeError $e) { echo preg_replace('/, called in.*/', '', $e->getMessage()); } function ret(): int { return '7'; } var_export(ret());
function u(int|string $x, ?array $y = null) { return gettype($x); } echo u(1), u('a'), u(1.0);`,
    prints: `array (
  0 => 5,
  1 => 3.0,
  2 => '1.5',
  3 => true,
)ints(): Argument #1 ($i) must be of type int, string given7integerstringinteger`,
  },
  {
    title: 'too few arguments',
    php: `function two($a, $b) {} try { two(1); } catch (ArgumentCountError $e) { echo preg_replace('/ in .* on line \\d+/', '', $e->getMessage()); } try { strlen(); } catch (ArgumentCountError $e) { echo $e->getMessage(); } try { two(c: 1); } catch (Error $e) { echo $e->getMessage(); }`,
    prints:
      'Too few arguments to function two(), 1 passed and exactly 2 expectedstrlen() expects exactly 1 argument, 0 givenUnknown named parameter $c',
  },
  {
    title: 'undefined things throw',
    php: `foreach ([fn() => $undefined, fn() => [][0], fn() => ['a' => 1]['b'], fn() => (new stdClass)->nope, fn() => null['x'] ?? 'ok', fn() => @[][0] ?? 'silent', fn() => undefined_fn_x ?? 1] as $i => $f) { if ($i === 6) break; try { var_export($f()); } catch (ErrorException $e) { echo $e->getMessage(); } echo "\\n"; }`,
    prints: `Undefined variable $undefined
Undefined array key 0
Undefined array key "b"
Undefined property: stdClass::$nope
'ok'
'silent'
`,
  },
  {
    title: 'errors of the language',
    php: `foreach ([fn() => 1 % 0, fn() => 1 / 0, fn() => [] + 1, fn() => 'a' * 2, fn() => null->x(), fn() => 'str'->m(), fn() => (new stdClass)->m(), fn() => strlen([]), fn() => [1] . 'x', fn() => "5 apples" + 1, fn() => intdiv(1, 0)] as $f) { try { var_export($f()); } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(); } echo "\\n"; }`,
    prints: `DivisionByZeroError: Modulo by zero
DivisionByZeroError: Division by zero
TypeError: Unsupported operand types: array + int
TypeError: Unsupported operand types: string * int
Error: Call to a member function x() on null
Error: Call to a member function m() on string
Error: Call to undefined method stdClass::m()
TypeError: strlen(): Argument #1 ($string) must be of type string, array given
ErrorException: Array to string conversion
ErrorException: A non-numeric value encountered
DivisionByZeroError: Division by zero
`,
  },
  {
    title: 'compact, extract and variable variables',
    php: `function ce() { $a = 1; $b = ['x' => 2]; extract($b); $name = 'dyn'; $$name = 'v'; \${'odd name'} = 'o'; return [compact('a', 'x'), $dyn, \${'odd name'}, get_defined_vars()['a']]; } var_export(ce());`,
    prints: `array (
  0 => 
  array (
    'a' => 1,
    'x' => 2,
  ),
  1 => 'v',
  2 => 'o',
  3 => 1,
)`,
  },
  {
    title: 'func_get_args',
    php: `function fga() { return func_num_args() . implode(',', func_get_args()); } echo fga(1, 2, 3);`,
    prints: '31,2,3',
  },
  {
    title: 'generators',
    php: `function gen() { $x = yield 1; yield 'k' => 2; yield from [10, 20]; yield from inner(); return 'ret'; } function inner() { yield 'i'; } foreach (gen() as $k => $v) echo "$k=>$v ";
$g = gen();
echo $g->current();
$g->next();
echo $g->key();
foreach ((function () { for ($i = 0; ; $i++) yield $i; })() as $n) { if ($n > 3) break; echo $n; } $h = (function () { yield 1; return 9; })();
foreach ($h as $_);
echo $h->getReturn();`,
    prints: '0=>1 k=>2 0=>10 1=>20 0=>i 1k01239',
  },
  {
    title: 'iterators',
    php: `class It implements IteratorAggregate { function getIterator(): Iterator { return new ArrayIterator(['a' => 1, 'b' => 2]); } } class Count3 implements Iterator { private $i = 0; function current(): mixed { return $this->i * 10; } function key(): mixed { return "k$this->i"; } function next(): void { $this->i++; } function rewind(): void { $this->i = 0; } function valid(): bool { return $this->i < 3; } } foreach (new It as $k => $v) echo "$k$v ";
foreach (new Count3 as $k => $v) echo "$k=$v ";
echo implode(',', [...new Count3 instanceof Traversable ? iterator_to_array(new Count3) : []]);
class Pub { public $a = 1; protected $b = 2; public $c = 3; } foreach (new Pub as $k => $v) echo "$k$v";`,
    prints: 'a1 b2 k0=0 k1=10 k2=20 0,10,20a1c3',
  },
  {
    title: 'nullsafe chains',
    php: `class N { public ?N $next = null; public $v = 'v'; function n() { return $this->next; } } $n = new N;
$n->next = new N;
function boom() { throw new Exception('evaluated'); } var_export([$n?->next?->v, $n->next?->next?->v, $n->next->n()?->n(boom())->v, null?->foo(boom()), isset($n?->next?->next->v)]);`,
    prints: `array (
  0 => 'v',
  1 => NULL,
  2 => NULL,
  3 => NULL,
  4 => false,
)`,
  },
  {
    title: 'goto of control in nested functions',
    php: `function outer() { function innerDeclared() { return 'inner'; } return innerDeclared(); } echo outer();
if (true) { function conditional() { return 'cond'; } } echo conditional();`,
    prints: 'innercond',
  },
  {
    title: 'constants and define',
    php: `const A_CONST = 5;
define('B_CONST', A_CONST * 2);
echo A_CONST, B_CONST, defined('B_CONST') ? 'y' : 'n', constant('A_CONST'), PHP_EOL === "\\n" ? 'eol' : '', __LINE__, M_PI > 3 ? 'pi' : '';`,
    prints: '510y5eol4pi',
  },
  {
    title: 'print and echo',
    php: `print 'a';
echo 'b', 'c';
$r = print '';
echo $r;`,
    prints: 'abc1',
  },
  {
    title: 'ternary chains and short ones',
    php: `$v = 0;
echo $v ?: 'empty', ($v === 0 ? 'zero' : ($v > 0 ? 'pos' : 'neg')), isset($q) ? $q : 'unset';`,
    prints: 'emptyzerounset',
  },
  {
    title: 'string offsets',
    php: `$s = 'hello';
echo $s[0], $s[-1];`,
    prints: 'ho',
  },
  {
    title: 'nested ternary with assignment',
    php: `if (($pos = strpos('abc', 'c')) !== false && $pos > 1) echo "at $pos";
echo $x ?? 'null';`,
    prints: 'at 2null',
  },
  {
    title: 'instanceof',
    php: `interface I1 {} abstract class Ab implements I1 {} class Co extends Ab {} $o = new Co;
$name = 'Ab';
var_export([$o instanceof I1, $o instanceof Ab, $o instanceof stdClass, $o instanceof $name, !$o instanceof Co, null instanceof Co, $o::class, (fn() => 1) instanceof Closure]);`,
    prints: `array (
  0 => true,
  1 => true,
  2 => false,
  3 => true,
  4 => false,
  5 => false,
  6 => 'Co',
  7 => true,
)`,
  },
  {
    title: 'clone is shallow',
    php: `class P { public $o; public $a = [1]; function __clone() { $this->a[] = 'cloned'; } } $p = new P;
$p->o = new stdClass;
$p->o->v = 1;
$q = clone $p;
$q->o->v = 2;
$q->a[] = 3;
var_export([$p->o->v, $p->a, $q->a]);`,
    prints: `array (
  0 => 2,
  1 => 
  array (
    0 => 1,
  ),
  2 => 
  array (
    0 => 1,
    1 => 'cloned',
    2 => 3,
  ),
)`,
  },
  {
    title: 'objects are handles',
    php: `function mutate($o) { $o->v = 'changed'; $o = null; } $o = new stdClass;
$o->v = 1;
mutate($o);
$p = $o;
$p->w = 2;
var_export([$o->v, $o->w, $o == $p, $o === clone $o, $o == clone $o]);`,
    prints: `array (
  0 => 'changed',
  1 => 2,
  2 => true,
  3 => false,
  4 => true,
)`,
  },
  {
    title: 'array functions with references keep value semantics',
    php: `$a = [3, 1, 2];
$b = $a;
sort($b);
array_push($b, 9);
array_unshift($a, 0);
$last = array_pop($a);
$first = array_shift($b);
var_export([$a, $b, $last, $first]);`,
    prints: `array (
  0 => 
  array (
    0 => 0,
    1 => 3,
    2 => 1,
  ),
  1 => 
  array (
    0 => 2,
    1 => 3,
    2 => 9,
  ),
  2 => 2,
  3 => 1,
)`,
  },
  {
    title: 'declare and namespaces in one file',
    php: `echo __NAMESPACE__ === '' ? 'global' : 'ns', \\strlen('abc'), namespace\\helper(2);
function helper($x) { return $x * 2; }`,
    prints: 'global34',
  },
];
