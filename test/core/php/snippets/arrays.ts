import type { Snippet } from './snippet';

/** Arrays: what PHP 8.2 prints; test/laravel proves it. */
export const ARRAYS: readonly Snippet[] = [
  {
    title: 'mapping, filtering, reducing',
    php: `var_export([array_map(fn($x) => $x * 2, [1, 'k' => 2]), array_map(null, [1, 2], ['a', 'b']), array_map(fn($a, $b) => $a . $b, ['x' => 1, 'y' => 2], [3]), array_filter([1, 0, null, 'a', '', [], false, '0']), array_filter(['a' => 1, 'b' => 2], fn($k) => $k === 'b', ARRAY_FILTER_USE_KEY), array_filter([1, 2, 3, 4], fn($v, $k) => $v % 2 && $k, ARRAY_FILTER_USE_BOTH), array_reduce([1, 2, 3], fn($c, $i) => $c + $i, 10), array_reduce([], fn() => 1), array_values(array_filter([3, null, 5]))]);`,
    prints: `array (
  0 => 
  array (
    0 => 2,
    'k' => 4,
  ),
  1 => 
  array (
    0 => 
    array (
      0 => 1,
      1 => 'a',
    ),
    1 => 
    array (
      0 => 2,
      1 => 'b',
    ),
  ),
  2 => 
  array (
    0 => '13',
    1 => '2',
  ),
  3 => 
  array (
    0 => 1,
    3 => 'a',
  ),
  4 => 
  array (
    'b' => 2,
  ),
  5 => 
  array (
    2 => 3,
  ),
  6 => 16,
  7 => NULL,
  8 => 
  array (
    0 => 3,
    1 => 5,
  ),
)`,
  },
  {
    title: 'merging and combining',
    php: `var_export([array_merge([1, 2], ['a' => 1], [3, 'a' => 2]), array_merge([5 => 'x'], [5 => 'y']), [5 => 'x'] + [5 => 'y', 6 => 'z'], array_merge(), array_merge_recursive(['a' => [1], 'b' => 2], ['a' => [3], 'b' => 4]), array_replace([1, 2, 3], [1 => 'b'], [3 => 'd']), array_replace_recursive(['a' => ['x' => 1, 'y' => 2]], ['a' => ['y' => 3]]), array_combine(['a', 'b'], [1, 2]), array_fill(5, 3, 'x'), array_fill_keys(['a', 5], 0), array_pad([1], 3, 0), array_pad([1], -3, 0), range(1, 5), range(0, 10, 5), range('a', 'e'), range(5, 1, 2), range(0, 1, 0.5), array_flip(['a', 'b']), compact_test()]);
function compact_test() { $a = 1; $b = 2; return compact('a', ['b']); }`,
    prints: `array (
  0 => 
  array (
    0 => 1,
    1 => 2,
    'a' => 2,
    2 => 3,
  ),
  1 => 
  array (
    0 => 'x',
    1 => 'y',
  ),
  2 => 
  array (
    5 => 'x',
    6 => 'z',
  ),
  3 => 
  array (
  ),
  4 => 
  array (
    'a' => 
    array (
      0 => 1,
      1 => 3,
    ),
    'b' => 
    array (
      0 => 2,
      1 => 4,
    ),
  ),
  5 => 
  array (
    0 => 1,
    1 => 'b',
    2 => 3,
    3 => 'd',
  ),
  6 => 
  array (
    'a' => 
    array (
      'x' => 1,
      'y' => 3,
    ),
  ),
  7 => 
  array (
    'a' => 1,
    'b' => 2,
  ),
  8 => 
  array (
    5 => 'x',
    6 => 'x',
    7 => 'x',
  ),
  9 => 
  array (
    'a' => 0,
    5 => 0,
  ),
  10 => 
  array (
    0 => 1,
    1 => 0,
    2 => 0,
  ),
  11 => 
  array (
    0 => 0,
    1 => 0,
    2 => 1,
  ),
  12 => 
  array (
    0 => 1,
    1 => 2,
    2 => 3,
    3 => 4,
    4 => 5,
  ),
  13 => 
  array (
    0 => 0,
    1 => 5,
    2 => 10,
  ),
  14 => 
  array (
    0 => 'a',
    1 => 'b',
    2 => 'c',
    3 => 'd',
    4 => 'e',
  ),
  15 => 
  array (
    0 => 5,
    1 => 3,
    2 => 1,
  ),
  16 => 
  array (
    0 => 0.0,
    1 => 0.5,
    2 => 1.0,
  ),
  17 => 
  array (
    'a' => 0,
    'b' => 1,
  ),
  18 => 
  array (
    'a' => 1,
    'b' => 2,
  ),
)`,
  },
  {
    title: 'slicing',
    php: `var_export([array_slice([1, 2, 3, 4], 1, 2), array_slice([1, 2, 3], -2), array_slice(['a' => 1, 5 => 2, 6 => 3], 1), array_slice(['a' => 1, 5 => 2], 1, null, true), array_chunk([1, 2, 3], 2), array_chunk(['a' => 1, 'b' => 2, 'c' => 3], 2, true)]);
$a = [1, 2, 3, 4, 5];
$r = array_splice($a, 1, 2, ['x', 'y', 'z']);
$b = ['k' => 1, 2, 3];
array_splice($b, -1);
$c = [1, 2, 3];
array_splice($c, 1, 0, 'in');
var_export([$a, $r, $b, $c]);`,
    prints: `array (
  0 => 
  array (
    0 => 2,
    1 => 3,
  ),
  1 => 
  array (
    0 => 2,
    1 => 3,
  ),
  2 => 
  array (
    0 => 2,
    1 => 3,
  ),
  3 => 
  array (
    5 => 2,
  ),
  4 => 
  array (
    0 => 
    array (
      0 => 1,
      1 => 2,
    ),
    1 => 
    array (
      0 => 3,
    ),
  ),
  5 => 
  array (
    0 => 
    array (
      'a' => 1,
      'b' => 2,
    ),
    1 => 
    array (
      'c' => 3,
    ),
  ),
)array (
  0 => 
  array (
    0 => 1,
    1 => 'x',
    2 => 'y',
    3 => 'z',
    4 => 4,
    5 => 5,
  ),
  1 => 
  array (
    0 => 2,
    1 => 3,
  ),
  2 => 
  array (
    'k' => 1,
    0 => 2,
  ),
  3 => 
  array (
    0 => 1,
    1 => 'in',
    2 => 2,
    3 => 3,
  ),
)`,
  },
  {
    title: 'keys and searching',
    php: `var_export([array_keys(['a' => 1, 'b' => 2, 'c' => 1]), array_keys(['a' => 1, 'b' => 2, 'c' => '1'], 1), array_key_exists('a', ['a' => null]), array_key_first(['x' => 1, 'y' => 2]), array_key_last([1, 2, 3]), array_key_first([]), in_array('1', [1, 2]), in_array('1', [1, 2], true), in_array('abc', [0]), array_search('b', ['x' => 'a', 'y' => 'b']), array_search('zz', ['a']), array_is_list([1, 2]), array_is_list([1 => 1]), count([1, [2, 3]], COUNT_RECURSIVE), array_count_values(['a', 'b', 'a', 1])]);`,
    prints: `array (
  0 => 
  array (
    0 => 'a',
    1 => 'b',
    2 => 'c',
  ),
  1 => 
  array (
    0 => 'a',
    1 => 'c',
  ),
  2 => true,
  3 => 'x',
  4 => 2,
  5 => NULL,
  6 => true,
  7 => false,
  8 => false,
  9 => 'y',
  10 => false,
  11 => true,
  12 => false,
  13 => 4,
  14 => 
  array (
    'a' => 2,
    'b' => 1,
    1 => 1,
  ),
)`,
  },
  {
    title: 'difference and intersection',
    php: `var_export([array_diff([1, 2, 3, '4'], ['2', 4]), array_diff_key(['a' => 1, 'b' => 2], ['a' => 9]), array_diff_assoc(['a' => 1, 'b' => 2], ['a' => 1, 'b' => 3]), array_intersect(['a' => 'x', 'b' => 'y'], ['y', 'z']), array_intersect_key(['a' => 1, 'b' => 2, 'c' => 3], array_flip(['a', 'c'])), array_udiff([1, 5, 3], [3], fn($a, $b) => $a <=> $b), array_unique([1, '1', 2, 2.0, 'a', 'A']), array_unique(['x' => 'a', 'y' => 'b', 'z' => 'a'])]);`,
    prints: `array (
  0 => 
  array (
    0 => 1,
    2 => 3,
  ),
  1 => 
  array (
    'b' => 2,
  ),
  2 => 
  array (
    'b' => 2,
  ),
  3 => 
  array (
    'b' => 'y',
  ),
  4 => 
  array (
    'a' => 1,
    'c' => 3,
  ),
  5 => 
  array (
    0 => 1,
    1 => 5,
  ),
  6 => 
  array (
    0 => 1,
    2 => 2,
    4 => 'a',
    5 => 'A',
  ),
  7 => 
  array (
    'x' => 'a',
    'y' => 'b',
  ),
)`,
  },
  {
    title: 'columns and grouping',
    php: `$rows = [['id' => 3, 'n' => 'c'], ['id' => 1, 'n' => 'a'], ['id' => 2]];
var_export([array_column($rows, 'n'), array_column($rows, 'n', 'id'), array_column($rows, null, 'id'), array_sum(array_column($rows, 'id')), array_reverse(['a' => 1, 2, 3]), array_reverse([1, 2, 3], true)]);
$g = [];
foreach ($rows as $r) { $g[$r['n'] ?? 'none'][] = $r['id']; } var_export($g);`,
    prints: `array (
  0 => 
  array (
    0 => 'c',
    1 => 'a',
  ),
  1 => 
  array (
    3 => 'c',
    1 => 'a',
  ),
  2 => 
  array (
    3 => 
    array (
      'id' => 3,
      'n' => 'c',
    ),
    1 => 
    array (
      'id' => 1,
      'n' => 'a',
    ),
    2 => 
    array (
      'id' => 2,
    ),
  ),
  3 => 6,
  4 => 
  array (
    0 => 3,
    1 => 2,
    'a' => 1,
  ),
  5 => 
  array (
    2 => 3,
    1 => 2,
    0 => 1,
  ),
)array (
  'c' => 
  array (
    0 => 3,
  ),
  'a' => 
  array (
    0 => 1,
  ),
  'none' => 
  array (
    0 => 2,
  ),
)`,
  },
  {
    title: 'sorting',
    php: `$a = [3, '10', 1, 'b', 'a'];
$b = [5, 3, 10];
sort($b);
$c = ['x' => 3, 'y' => 1, 'z' => 2];
asort($c);
$d = $c;
arsort($d);
$e = ['b' => 1, 'a' => 2, 10 => 3, 9 => 4];
ksort($e);
$f = ['10', '9', '1'];
rsort($f);
$g = ['img12', 'img10', 'IMG2'];
natcasesort($g);
$h = ['b', 'a', 'C'];
sort($h, SORT_FLAG_CASE | SORT_STRING);
$i = ['10', '9', 'x'];
sort($i, SORT_STRING);
usort($a, fn($p, $q) => strcmp($p, $q));
$j = [['n' => 'b', 'v' => 1], ['n' => 'a', 'v' => 1]];
usort($j, fn($x, $y) => [$x['v'], $x['n']] <=> [$y['v'], $y['n']]);
$k = ['b' => 1, 'a' => 1];
uasort($k, fn($x, $y) => $x - $y);
$l = ['b' => 1, 'a' => 2];
uksort($l, 'strcmp');
$m = ['b' => 1, 'a' => 2, 'c' => 0];
krsort($m);
var_export([$a, $b, $c, $d, $e, $f, $g, $h, $i, $j, $k, $l, $m]);`,
    prints: `array (
  0 => 
  array (
    0 => 1,
    1 => '10',
    2 => 3,
    3 => 'a',
    4 => 'b',
  ),
  1 => 
  array (
    0 => 3,
    1 => 5,
    2 => 10,
  ),
  2 => 
  array (
    'y' => 1,
    'z' => 2,
    'x' => 3,
  ),
  3 => 
  array (
    'x' => 3,
    'z' => 2,
    'y' => 1,
  ),
  4 => 
  array (
    9 => 4,
    10 => 3,
    'a' => 2,
    'b' => 1,
  ),
  5 => 
  array (
    0 => '10',
    1 => '9',
    2 => '1',
  ),
  6 => 
  array (
    2 => 'IMG2',
    1 => 'img10',
    0 => 'img12',
  ),
  7 => 
  array (
    0 => 'a',
    1 => 'b',
    2 => 'C',
  ),
  8 => 
  array (
    0 => '10',
    1 => '9',
    2 => 'x',
  ),
  9 => 
  array (
    0 => 
    array (
      'n' => 'a',
      'v' => 1,
    ),
    1 => 
    array (
      'n' => 'b',
      'v' => 1,
    ),
  ),
  10 => 
  array (
    'b' => 1,
    'a' => 1,
  ),
  11 => 
  array (
    'a' => 2,
    'b' => 1,
  ),
  12 => 
  array (
    'c' => 0,
    'b' => 1,
    'a' => 2,
  ),
)`,
  },
  {
    title: 'sorting several arrays',
    php: `$d1 = [3, 1, 2];
$d2 = ['c', 'a', 'b'];
array_multisort($d1, $d2);
$x = [1, 1, 2];
$y = [5, 3, 4];
array_multisort($x, SORT_DESC, $y, SORT_ASC);
var_export([$d1, $d2, $x, $y]);`,
    prints: `array (
  0 => 
  array (
    0 => 1,
    1 => 2,
    2 => 3,
  ),
  1 => 
  array (
    0 => 'a',
    1 => 'b',
    2 => 'c',
  ),
  2 => 
  array (
    0 => 2,
    1 => 1,
    2 => 1,
  ),
  3 => 
  array (
    0 => 4,
    1 => 3,
    2 => 5,
  ),
)`,
  },
  {
    title: 'stack and queue functions',
    php: `$a = [1, 2, 3];
array_push($a, 4, 5);
array_unshift($a, 'first');
$s = ['k' => 'v', 5 => 'five', 6 => 'six'];
$x = array_shift($s);
$p = array_pop($s);
$s[] = 'after';
$e = [];
var_export([$a, $s, $x, $p, array_pop($e), array_shift($e)]);`,
    prints: `array (
  0 => 
  array (
    0 => 'first',
    1 => 1,
    2 => 2,
    3 => 3,
    4 => 4,
    5 => 5,
  ),
  1 => 
  array (
    0 => 'five',
    1 => 'after',
  ),
  2 => 'v',
  3 => 'six',
  4 => NULL,
  5 => NULL,
)`,
  },
  {
    title: 'the internal pointer',
    php: `$a = ['x' => 1, 'y' => 2, 'z' => 3];
echo current($a), next($a), key($a), next($a), next($a) === false ? 'end' : '', key($a) ?? 'null', reset($a), end($a), prev($a), key($a), current([]) === false ? 'empty' : '';`,
    prints: '12y3endnull132yempty',
  },
  {
    title: 'walking',
    php: `$a = ['a' => 1, 'b' => 2];
array_walk($a, function (&$v, $k, $p) { $v = "$p$k$v"; }, 'pre');
$n = ['x' => [1, 2], 'y' => 3];
array_walk_recursive($n, function (&$v) { $v *= 10; });
$sum = 0;
array_walk($n['x'], function ($v) use (&$sum) { $sum += $v; });
var_export([$a, $n, $sum]);`,
    prints: `array (
  0 => 
  array (
    'a' => 'prea1',
    'b' => 'preb2',
  ),
  1 => 
  array (
    'x' => 
    array (
      0 => 10,
      1 => 20,
    ),
    'y' => 30,
  ),
  2 => 30,
)`,
  },
  {
    title: 'iterables',
    php: `function g() { yield 'a' => 1; yield 'b' => 2; } var_export([iterator_to_array(g()), iterator_to_array(g(), false), iterator_count(g()), [...g()], array_map(fn($x) => $x, iterator_to_array(new ArrayIterator([1, 2])))]);`,
    prints: `array (
  0 => 
  array (
    'a' => 1,
    'b' => 2,
  ),
  1 => 
  array (
    0 => 1,
    1 => 2,
  ),
  2 => 2,
  3 => 
  array (
    'a' => 1,
    'b' => 2,
  ),
  4 => 
  array (
    0 => 1,
    1 => 2,
  ),
)`,
  },
  {
    title: 'nested arrays changed in place',
    php: `$config = ['db' => ['hosts' => ['a', 'b'], 'port' => 3306]];
$copy = $config;
$config['db']['hosts'][] = 'c';
$config['db']['port']++;
$config['db']['opts']['x'] ??= 'default';
unset($config['db']['hosts'][0]);
$ref = &$config['db']['port'];
$ref = 1;
unset($ref);
var_export([$config, $copy]);`,
    prints: `array (
  0 => 
  array (
    'db' => 
    array (
      'hosts' => 
      array (
        1 => 'b',
        2 => 'c',
      ),
      'port' => 1,
      'opts' => 
      array (
        'x' => 'default',
      ),
    ),
  ),
  1 => 
  array (
    'db' => 
    array (
      'hosts' => 
      array (
        0 => 'a',
        1 => 'b',
      ),
      'port' => 3306,
    ),
  ),
)`,
  },
  {
    title: 'arrays in object properties and statics',
    php: `class Reg { public array $items = []; static array $all = []; function add($k, $v) { $this->items[$k][] = $v; static::$all[$k] = ($static[$k] ?? 0) + count($this->items[$k]); return $this; } } $r = (new Reg)->add('a', 1)->add('a', 2)->add('b', 3);
$items = $r->items;
$items['a'][] = 'copy';
$clone = clone $r;
$clone->add('a', 9);
var_export([$r->items, $items, Reg::$all, $clone->items]);`,
    prints: `array (
  0 => 
  array (
    'a' => 
    array (
      0 => 1,
      1 => 2,
    ),
    'b' => 
    array (
      0 => 3,
    ),
  ),
  1 => 
  array (
    'a' => 
    array (
      0 => 1,
      1 => 2,
      2 => 'copy',
    ),
    'b' => 
    array (
      0 => 3,
    ),
  ),
  2 => 
  array (
    'a' => 3,
    'b' => 1,
  ),
  3 => 
  array (
    'a' => 
    array (
      0 => 1,
      1 => 2,
      2 => 9,
    ),
    'b' => 
    array (
      0 => 3,
    ),
  ),
)`,
  },
  {
    title: 'list in foreach with keys',
    php: `foreach ([['id' => 1, 'tags' => ['x', 'y']], ['id' => 2, 'tags' => ['z', 'w']]] as ['id' => $id, 'tags' => [$t1, $t2]]) echo "$id$t1$t2 ";
foreach (['a' => [1, 2], 'b' => [3, 4]] as $k => [$p, $q]) echo "$k$p$q ";
foreach ([[1, 2], [3, 4]] as list(, $second)) echo $second;`,
    prints: '1xy 2zw a12 b34 24',
  },
  {
    title: 'memoizing closures and recursion',
    php: `$fact = function ($n) use (&$fact) { return $n <= 1 ? 1 : $n * $fact($n - 1); };
function fib($n, array &$memo = []) { if ($n < 2) return $n; return $memo[$n] ??= fib($n - 1, $memo) + fib($n - 2, $memo); } echo $fact(10), ' ', fib(50);`,
    prints: '3628800 12586269025',
  },
  {
    title: 'string keys that look like numbers',
    php: `$a = [];
$a['1'] = 'a';
$a[1.5] = 'b';
$a['1.5'] = 'c';
$a[true] = 'd';
$a['true'] = 'e';
$a[' 1'] = 'f';
$a['9223372036854775808'] = 'g';
var_export($a);
var_export(array_key_exists('1', [1 => 'x']));`,
    prints: `array (
  1 => 'd',
  '1.5' => 'c',
  'true' => 'e',
  ' 1' => 'f',
  '9223372036854775808' => 'g',
)true`,
  },
  {
    title: 'comparing and combining sets',
    php: `$cols = ['id', 'name', 'email'];
$have = ['id', 'email', 'extra'];
echo implode(',', array_diff($cols, $have)), '|', implode(',', array_intersect($cols, $have)), '|', json_encode(array_values(array_unique(array_merge($cols, $have)))), '|', implode(',', array_map(fn($c) => "\`$c\`", $cols));`,
    prints: 'name|id,email|["id","name","email","extra"]|`id`,`name`,`email`',
  },
  {
    title: 'array_walk with keys and call_user_func_array',
    php: `echo call_user_func_array('sprintf', ['%s-%s', 'a', 'b']), call_user_func('max', 1, 9), implode(',', array_map('str_pad', ['a', 'b'], [3, 4], ['-', '+'])), array_key_last(['p' => 1]), implode(',', array_map(fn(array $p) => implode('=', $p), array_map(null, ['k1', 'k2'], ['v1', 'v2'])));`,
    prints: 'a-b9a--,b+++pk1=v1,k2=v2',
  },
  {
    title: 'array_find and friends by hand',
    php: `$f = function (array $a, callable $c) { foreach ($a as $k => $v) if ($c($v, $k)) return [$k, $v]; return null; };
var_export([$f(['a' => 1, 'b' => 5], fn($v) => $v > 2), $f([], fn() => true)]);`,
    prints: `array (
  0 => 
  array (
    0 => 'b',
    1 => 5,
  ),
  1 => NULL,
)`,
  },
];
