import type { Snippet } from './snippet';

/** Strings, patterns, numbers, JSON: what PHP 8.2 prints; test/laravel proves it. */
export const STRINGS: readonly Snippet[] = [
  {
    title: 'substr and its bounds',
    php: `var_export([substr('hello', 1, 3), substr('hello', -3), substr('hello', -3, -1), substr('hello', 9), substr('hello', 0, -9), substr('abc', 3), substr('abc', 1, 0), mb_substr('héllo', 1, 2), mb_substr('héllo', -2), substr_count('aXbXc', 'X'), substr_replace('hello', 'J', 0, 1), substr_replace('abc', 'x', -1), ucfirst('abc'), ucwords('hello big-world foo', ' -'), lcfirst('ABC')]);`,
    prints: `array (
  0 => 'ell',
  1 => 'llo',
  2 => 'll',
  3 => '',
  4 => '',
  5 => '',
  6 => '',
  7 => 'él',
  8 => 'lo',
  9 => 2,
  10 => 'Jello',
  11 => 'abx',
  12 => 'Abc',
  13 => 'Hello Big-World Foo',
  14 => 'aBC',
)`,
  },
  {
    title: 'finding in strings',
    php: `var_export([strpos('abcabc', 'c'), strpos('abcabc', 'c', 3), strpos('abc', 'x'), strrpos('abcabc', 'b'), stripos('ABC', 'b'), strstr('user@host', '@'), strstr('user@host', '@', true), strrchr('a/b/c', '/'), str_contains('abc', ''), str_starts_with('abc', 'ab'), str_ends_with('abc', 'bc'), strlen('héllo'), mb_strlen('héllo'), strpos('héllo', 'l'), mb_strpos('héllo', 'l'), strpbrk('hello', 'ol')]);`,
    prints: `array (
  0 => 2,
  1 => 5,
  2 => false,
  3 => 4,
  4 => 1,
  5 => '@host',
  6 => 'user',
  7 => '/c',
  8 => true,
  9 => true,
  10 => true,
  11 => 6,
  12 => 5,
  13 => 3,
  14 => 2,
  15 => 'llo',
)`,
  },
  {
    title: 'trimming and padding',
    php: `var_export([trim("  a b \\n"), rtrim('1.500', '0'), ltrim('0012', '0'), trim('[x]', '[]'), rtrim('abc', 'a..c'), str_pad('5', 3, '0', STR_PAD_LEFT), str_pad('x', 6, 'ab', STR_PAD_BOTH), str_pad('long', 2), str_repeat('ab', 3), strrev('abc'), nl2br("a\\nb"), wordwrap('The quick brown fox', 10, "\\n", true), chunk_split('abcd', 2, '|')]);`,
    prints: `array (
  0 => 'a b',
  1 => '1.5',
  2 => '12',
  3 => 'x',
  4 => '',
  5 => '005',
  6 => 'abxaba',
  7 => 'long',
  8 => 'ababab',
  9 => 'cba',
  10 => 'a<br />
b',
  11 => 'The quick
brown fox',
  12 => 'ab|cd|',
)`,
  },
  {
    title: 'replacing',
    php: `$c = 0;
var_export([str_replace('a', 'b', 'banana', $c), $c, str_replace(['a', 'b'], ['b', 'c'], 'ab'), str_replace(['x', 'y'], 'z', ['xy', 'k' => 'yy']), str_ireplace('A', '-', 'banana'), strtr('Hi all', 'ai', 'eo'), strtr('Hi all', ['Hi' => 'Hello', 'Hello' => 'x', 'all' => 'world']), ucwords(str_replace('_', ' ', 'user_role_id')), lcfirst(str_replace(' ', '', ucwords(str_replace('_', ' ', 'user_role_id')))), addslashes("a'b\\"c"), stripslashes("a\\\\'b")]);`,
    prints: `array (
  0 => 'bbnbnb',
  1 => 3,
  2 => 'cc',
  3 => 
  array (
    0 => 'zz',
    'k' => 'zz',
  ),
  4 => 'b-n-n-',
  5 => 'Ho ell',
  6 => 'Hello world',
  7 => 'User Role Id',
  8 => 'userRoleId',
  9 => 'a\\\\\\'b\\\\"c',
  10 => 'a\\'b',
)`,
  },
  {
    title: 'explode and implode',
    php: `var_export([explode(',', 'a,b,,c'), explode(',', 'a,b,c', 2), explode(',', 'a,b,c', -1), explode(',', ''), implode(', ', ['a', 1, null, true, 1.5]), implode(['x', 'y']), join('-', ['k' => 'v', 'w']), str_split('abcdef', 4), str_word_count('Hello big world'), array_map('trim', explode(',', ' a , b '))]);`,
    prints: `array (
  0 => 
  array (
    0 => 'a',
    1 => 'b',
    2 => '',
    3 => 'c',
  ),
  1 => 
  array (
    0 => 'a',
    1 => 'b,c',
  ),
  2 => 
  array (
    0 => 'a',
    1 => 'b',
  ),
  3 => 
  array (
    0 => '',
  ),
  4 => 'a, 1, , 1, 1.5',
  5 => 'xy',
  6 => 'v-w',
  7 => 
  array (
    0 => 'abcd',
    1 => 'ef',
  ),
  8 => 3,
  9 => 
  array (
    0 => 'a',
    1 => 'b',
  ),
)`,
  },
  {
    title: 'sprintf',
    php: `echo sprintf('%s %d %05.2f %x %X %o %b %c %e %% %5s|%-5s| %05d %+d %u %\\'*10s %2$s %1$s', 'str', 42, 3.14159, 255, 255, 8, 5, 65, 12345.678, 'ab', 'cd', 42, 7, 3, 'pad'), sprintf('%03d-%s', 7, true), vsprintf('%2$s-%1$04d', [7, 'x']), sprintf('%.3f|%10.4f|%-10s|%s', 2.0005, M_PI, 'left', 1.0), number_format(1234567.891, 2), number_format(1234567.891, 2, ',', '.'), number_format(0.5), number_format(1.5), number_format(-1234.567, 1), sprintf("%'.10d|%s", 42, null), sprintf('%5.1e', 0.00012345);`,
    prints:
      'str 42 03.14 ff FF 10 101 A 1.234568e+4 %    ab|cd   | 00042 +7 3 *******pad 42 str007-1x-00072.001|    3.1416|left      |11,234,567.891.234.567,8912-1,234.6........42|1.2e-4',
  },
  {
    title: 'case and comparison',
    php: `var_export([strtolower('ÀBC'), strtoupper('abcé'), mb_strtoupper('abcé'), mb_strtolower('ÀBC'), mb_convert_case('hello world', MB_CASE_TITLE), strcmp('a', 'b'), strcasecmp('HELLO', 'hello'), strncmp('abcd', 'abef', 2), strncasecmp('ABc', 'abd', 2), strnatcmp('img12', 'img10'), strnatcasecmp('IMG2', 'img10'), ucfirst('éa'), levenshtein('kitten', 'sitting'), similar_text('World', 'Word') > 0]);`,
    prints: `array (
  0 => 'Àbc',
  1 => 'ABCé',
  2 => 'ABCÉ',
  3 => 'àbc',
  4 => 'Hello World',
  5 => -1,
  6 => 0,
  7 => 0,
  8 => 0,
  9 => 1,
  10 => -1,
  11 => 'éa',
  12 => 3,
  13 => true,
)`,
  },
  {
    title: 'hashes and encodings',
    php: `var_export([md5(''), md5('The quick brown fox jumps over the lazy dog'), sha1('abc'), hash('sha256', 'abc'), hash('md5', 'é'), hash('crc32b', 'abc'), crc32('The quick brown fox'), base64_encode('héllo wörld'), base64_decode('aGVsbG8='), bin2hex('abc'), hex2bin('616263'), urlencode('a b&c=d/é~'), rawurlencode('a b&c=d/é~'), urldecode('a+b%26'), md5(str_repeat('a', 200)), hash('sha256', str_repeat('b', 119)), htmlspecialchars('<a href="x">\\'&</a>'), strip_tags('<b>bold</b> text'), html_entity_decode('&lt;p&gt; &amp;'), dechex(255), bin2hex(chr(65)), ord('A'), ord('é')]);`,
    prints: `array (
  0 => 'd41d8cd98f00b204e9800998ecf8427e',
  1 => '9e107d9d372bb6826bd81d3542a419d6',
  2 => 'a9993e364706816aba3e25717850c26c9cd0d89d',
  3 => 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  4 => '66ddcd97cfdeabb2f6fb8a999b4bc76f',
  5 => '352441c2',
  6 => 3074782430,
  7 => 'aMOpbGxvIHfDtnJsZA==',
  8 => 'hello',
  9 => '616263',
  10 => 'abc',
  11 => 'a+b%26c%3Dd%2F%C3%A9%7E',
  12 => 'a%20b%26c%3Dd%2F%C3%A9~',
  13 => 'a b&',
  14 => '887f30b43b2867f4a9accceee7d16e6c',
  15 => '68297a9eb141ce16bbc0847da1c0c48e2858704feaa13993bde29f87a198a6e1',
  16 => '&lt;a href=&quot;x&quot;&gt;&#039;&amp;&lt;/a&gt;',
  17 => 'bold text',
  18 => '<p> &',
  19 => 'ff',
  20 => '41',
  21 => 65,
  22 => 195,
)`,
  },
  {
    title: 'regular expressions: match',
    php: `var_export([preg_match('/(\\d+)-(\\d+)/', 'from 10-20 to', $m), $m, preg_match('/(?<year>\\d{4})-(?P<month>\\d\\d)/', '2024-05-06', $n), $n, preg_match('/x/', 'abc', $o), $o, preg_match('/(a)(b)?(c)?/', 'a', $p), $p, preg_match('~^/path/(\\w+)$~i', '/PATH/name', $q), $q[1], preg_match('#^[a-z_][a-z0-9_]*$#D', 'table_name'), preg_match('/^\\p{Lu}/u', 'Éa'), preg_match('/(a)?b/', 'b', $r), $r, preg_match('/(a)?(b)/', 'b', $s), $s]);`,
    prints: `array (
  0 => 1,
  1 => 
  array (
    0 => '10-20',
    1 => '10',
    2 => '20',
  ),
  2 => 1,
  3 => 
  array (
    0 => '2024-05',
    'year' => '2024',
    1 => '2024',
    'month' => '05',
    2 => '05',
  ),
  4 => 0,
  5 => 
  array (
  ),
  6 => 1,
  7 => 
  array (
    0 => 'a',
    1 => 'a',
  ),
  8 => 1,
  9 => 'name',
  10 => 1,
  11 => 1,
  12 => 1,
  13 => 
  array (
    0 => 'b',
  ),
  14 => 1,
  15 => 
  array (
    0 => 'b',
    1 => '',
    2 => 'b',
  ),
)`,
  },
  {
    title: 'regular expressions: match all',
    php: `var_export([preg_match_all('/(\\w)(\\d)/', 'a1 b2 c3', $m), $m, preg_match_all('/(?<l>\\w)(\\d)/', 'a1 b2', $n, PREG_SET_ORDER), $n, preg_match_all('/x/', 'abc', $o), $o, preg_match_all('/[aeiou]/', 'education')]);`,
    prints: `array (
  0 => 3,
  1 => 
  array (
    0 => 
    array (
      0 => 'a1',
      1 => 'b2',
      2 => 'c3',
    ),
    1 => 
    array (
      0 => 'a',
      1 => 'b',
      2 => 'c',
    ),
    2 => 
    array (
      0 => '1',
      1 => '2',
      2 => '3',
    ),
  ),
  2 => 2,
  3 => 
  array (
    0 => 
    array (
      0 => 'a1',
      'l' => 'a',
      1 => 'a',
      2 => '1',
    ),
    1 => 
    array (
      0 => 'b2',
      'l' => 'b',
      1 => 'b',
      2 => '2',
    ),
  ),
  4 => 0,
  5 => 
  array (
    0 => 
    array (
    ),
  ),
  6 => 5,
)`,
  },
  {
    title: 'regular expressions: replace and split',
    php: `var_export([preg_replace('/(\\w+) (\\w+)/', '$2 \${1}!\\0', 'hello world'), preg_replace(['/a/', '/b/'], ['b', 'c'], 'ab'), preg_replace('/\\s+/', ' ', "a  b\\n\\tc"), preg_replace('/e/', 'E', ['k' => 'hello', 'see'], 1), preg_replace_callback('/\\d+/', fn($m) => $m[0] * 2, 'a1 b22 c333'), preg_replace('/[A-Z]/', '_$0', 'userRoleId'), strtolower(preg_replace('/(?<!^)[A-Z]/', '_$0', 'UserRoleId')), preg_replace('/x*/', '-', 'abc'), preg_replace('/^/m', '> ', "a\\nb"), preg_split('/[\\s,]+/', "a, b  c,d"), preg_split('//', 'abc', -1, PREG_SPLIT_NO_EMPTY), preg_split('/(-)/', 'a-b-c', 2, PREG_SPLIT_DELIM_CAPTURE), preg_split('/\\d/', 'a1b2c', 2), preg_quote('a.b*c?[x]/y#-'), preg_quote('a/b', '/'), preg_grep('/^a/', ['apple', 'banana', 'k' => 'avocado']), preg_grep('/^a/', ['apple', 'banana'], PREG_GREP_INVERT), preg_replace_callback('/(?<w>\\w+)/', fn(array $m) => ucfirst($m['w']), 'ab cd')]);`,
    prints: `array (
  0 => 'world hello!hello world',
  1 => 'cc',
  2 => 'a b c',
  3 => 
  array (
    'k' => 'hEllo',
    0 => 'sEe',
  ),
  4 => 'a2 b44 c666',
  5 => 'user_Role_Id',
  6 => 'user_role_id',
  7 => '-a-b-c-',
  8 => '> a
> b',
  9 => 
  array (
    0 => 'a',
    1 => 'b',
    2 => 'c',
    3 => 'd',
  ),
  10 => 
  array (
    0 => 'a',
    1 => 'b',
    2 => 'c',
  ),
  11 => 
  array (
    0 => 'a',
    1 => '-',
    2 => 'b-c',
  ),
  12 => 
  array (
    0 => 'a',
    1 => 'b2c',
  ),
  13 => 'a\\\\.b\\\\*c\\\\?\\\\[x\\\\]/y\\\\#\\\\-',
  14 => 'a\\\\/b',
  15 => 
  array (
    0 => 'apple',
    'k' => 'avocado',
  ),
  16 => 
  array (
    1 => 'banana',
  ),
  17 => 'Ab Cd',
)`,
  },
  {
    title: 'regular expressions with many features',
    php: `var_export([preg_match('/^(?:https?:)?\\/\\/([^\\/]+)(\\/.*)?$/', 'https://example.com/a/b', $m), $m, preg_match('/\\bclass\\s+(\\w+)\\s+extends\\s+([\\\\\\\\\\w]+)/', 'class Foo extends \\Bar\\Baz {', $n), $n, preg_replace('/
  (\\d+)   # digits
  \\s*
/x', '<$1>', '12 34'), preg_match('/^[\\w.+-]+@\\w+\\.\\w{2,}$/', 'me@x.org'), preg_match('/a{2,3}b{1}/', 'aaab'), preg_match('/[^\\x00-\\x7F]/', 'abc'), preg_match('/^\\h*$/', " \\t"), preg_match('/\\Aabc\\z/', "abc\\n"), preg_match('/^abc$/', "abc\\n"), preg_match('/[[:alpha:]]+[[:digit:]]/', 'ab1'), preg_match("/\\\\$(\\w+)/", '$name', $v), $v[1], preg_replace('/\\R/', '|', 'ab'), preg_match('/enum\\(([^)]*)\\)/', "enum('a','b')", $e), str_getcsv_safe($e[1] ?? '')]); function str_getcsv_safe($s) { return array_map(fn($x) => trim($x, "'"), explode(',', $s)); }`,
    prints: `array (
  0 => 1,
  1 => 
  array (
    0 => 'https://example.com/a/b',
    1 => 'example.com',
    2 => '/a/b',
  ),
  2 => 1,
  3 => 
  array (
    0 => 'class Foo extends \\\\Bar\\\\Baz',
    1 => 'Foo',
    2 => '\\\\Bar\\\\Baz',
  ),
  4 => '<12><34>',
  5 => 1,
  6 => 1,
  7 => 0,
  8 => 1,
  9 => 0,
  10 => 1,
  11 => 1,
  12 => 1,
  13 => 'name',
  14 => 'ab',
  15 => 1,
  16 => 
  array (
    0 => 'a',
    1 => 'b',
  ),
)`,
  },
  {
    title: 'json',
    php: `var_export([json_encode(['a' => 1, 'b' => [1, 2.5, null, true], 'c' => [], 'd' => new stdClass, 'e' => 'é/"\\\\']), json_encode('é', JSON_UNESCAPED_UNICODE), json_encode('a/b', JSON_UNESCAPED_SLASHES), json_encode([1 => 'a', 2 => 'b']), json_encode([]), json_encode([[]], JSON_FORCE_OBJECT), json_encode(1.0), json_encode(0.1), json_encode(1.0, JSON_PRESERVE_ZERO_FRACTION), json_encode(['x' => ['y' => 1, 'z' => []]], JSON_PRETTY_PRINT), json_encode(['12', 'a'], JSON_NUMERIC_CHECK), json_encode("\\u{1F600}\\n\\t\\x01")]);`,
    prints: `array (
  0 => '{"a":1,"b":[1,2.5,null,true],"c":[],"d":{},"e":"\\\\u00e9\\\\/\\\\"\\\\\\\\"}',
  1 => '"é"',
  2 => '"a/b"',
  3 => '{"1":"a","2":"b"}',
  4 => '[]',
  5 => '{"0":{}}',
  6 => '1',
  7 => '0.1',
  8 => '1.0',
  9 => '{
    "x": {
        "y": 1,
        "z": []
    }
}',
  10 => '[12,"a"]',
  11 => '"\\\\ud83d\\\\ude00\\\\n\\\\t\\\\u0001"',
)`,
  },
  {
    title: 'json decoding',
    php: `var_export([json_decode('{"a":{"b":[1,2.0,"x",null]},"c":true}', true), json_decode('[]', true), json_decode('bad', true), json_last_error(), json_last_error_msg(), json_decode('{"a":1}')->a, json_decode('"\\u00e9\\n"'), json_decode('12345678901234567890'), json_decode('1e2'), json_decode('{"0":"x","1":"y"}', true), json_decode('', true)]);
try { json_decode('{', false, 512, JSON_THROW_ON_ERROR); } catch (JsonException $e) { echo $e->getMessage(), $e->getCode(); }`,
    prints: `array (
  0 => 
  array (
    'a' => 
    array (
      'b' => 
      array (
        0 => 1,
        1 => 2.0,
        2 => 'x',
        3 => NULL,
      ),
    ),
    'c' => true,
  ),
  1 => 
  array (
  ),
  2 => NULL,
  3 => 4,
  4 => 'Syntax error',
  5 => 1,
  6 => 'é
',
  7 => 1.2345678901234567E+19,
  8 => 100.0,
  9 => 
  array (
    0 => 'x',
    1 => 'y',
  ),
  10 => NULL,
)Syntax error4`,
  },
  {
    title: 'type functions',
    php: `var_export([gettype(1), gettype('a'), gettype(1.5), gettype(null), gettype([]), gettype(new stdClass), gettype(true), get_debug_type(1), get_debug_type(1.5), is_numeric('1e5'), is_numeric('abc'), is_numeric(' 1'), is_numeric('1 '), is_numeric('.5'), is_int('1'), is_scalar(null), intval('0x1A', 16), intval('012', 0), intval('101', 2), intval(42.99), intval('  7 '), floatval('1.5abc'), boolval('0'), strval(1.0), is_iterable([1]), is_countable([]), ctype_digit('123'), ctype_digit(''), ctype_alpha('aBc'), ctype_upper('AB'), filter_var('12', FILTER_VALIDATE_INT), filter_var('x', FILTER_VALIDATE_INT), filter_var('yes', FILTER_VALIDATE_BOOLEAN), filter_var('a@b.co', FILTER_VALIDATE_EMAIL), filter_var('maybe', FILTER_VALIDATE_BOOLEAN, FILTER_NULL_ON_FAILURE)]);`,
    prints: `array (
  0 => 'integer',
  1 => 'string',
  2 => 'double',
  3 => 'NULL',
  4 => 'array',
  5 => 'object',
  6 => 'boolean',
  7 => 'int',
  8 => 'float',
  9 => true,
  10 => false,
  11 => true,
  12 => true,
  13 => true,
  14 => false,
  15 => false,
  16 => 26,
  17 => 10,
  18 => 5,
  19 => 42,
  20 => 7,
  21 => 1.5,
  22 => false,
  23 => '1',
  24 => true,
  25 => true,
  26 => true,
  27 => false,
  28 => true,
  29 => true,
  30 => 12,
  31 => false,
  32 => true,
  33 => 'a@b.co',
  34 => NULL,
)`,
  },
  {
    title: 'var_export and print_r',
    php: `class E1 { public $a = 1; protected $b = [2]; private $c = null; } var_export([1, 'a\\'b\\\\', [true, null], 1.5, new stdClass, (object) ['x' => [1]], new E1, -0.0, [[]]]);
print_r([1, 'k' => [2, []], 'o' => new E1, null, false]);
print_r('str');
echo print_r(1.0, true), var_export("multi\\nline", true);`,
    prints: `array (
  0 => 1,
  1 => 'a\\'b\\\\',
  2 => 
  array (
    0 => true,
    1 => NULL,
  ),
  3 => 1.5,
  4 => 
  (object) array(
  ),
  5 => 
  (object) array(
     'x' => 
    array (
      0 => 1,
    ),
  ),
  6 => 
  \\E1::__set_state(array(
     'a' => 1,
     'b' => 
    array (
      0 => 2,
    ),
     'c' => NULL,
  )),
  7 => -0.0,
  8 => 
  array (
    0 => 
    array (
    ),
  ),
)Array
(
    [0] => 1
    [k] => Array
        (
            [0] => 2
            [1] => Array
                (
                )

        )

    [o] => E1 Object
        (
            [a] => 1
            [b:protected] => Array
                (
                    [0] => 2
                )

            [c:E1:private] => 
        )

    [1] => 
    [2] => 
)
str1'multi
line'`,
  },
  {
    title: 'serialize',
    php: `echo serialize([1, 'é', 1.5, true, null, ['k' => 'v']]), var_export(unserialize('i:5;'), true);`,
    prints: 'a:6:{i:0;i:1;i:1;s:2:"é";i:2;d:1.5;i:3;b:1;i:4;N;i:5;a:1:{s:1:"k";s:1:"v";}}5',
  },
  {
    title: 'math',
    php: `var_export([abs(-5), abs(-1.5), ceil(1.2), floor(-1.2), round(2.5), round(-2.5), round(1.955, 2), round(1234.5678, -2), round(5), max(1, 2.5, '3'), max([1, 5, 3]), min('a', 'b'), min([4, 2]), array_sum([1, 2.5, '3']), array_product([2, '3']), pow(2, 3), pow(2, 0.5), sqrt(16), fmod(7.5, 2), 10 % 3, intdiv(-7, 2), bindec('1010'), decbin(10), hexdec('ff'), octdec('17'), base_convert('ff', 16, 2), pi(), is_nan(NAN), exp(0), log(M_E), floor(5), round('3.7'), max('abc', 0), max([1, 2], [1, 3]), min(1, true)]);`,
    prints: `array (
  0 => 5,
  1 => 1.5,
  2 => 2.0,
  3 => -2.0,
  4 => 3.0,
  5 => -3.0,
  6 => 1.96,
  7 => 1200.0,
  8 => 5.0,
  9 => '3',
  10 => 5,
  11 => 'a',
  12 => 2,
  13 => 6.5,
  14 => 6,
  15 => 8,
  16 => 1.4142135623730951,
  17 => 4.0,
  18 => 1.5,
  19 => 1,
  20 => -3,
  21 => 10,
  22 => '1010',
  23 => 255,
  24 => 15,
  25 => '11111111',
  26 => 3.141592653589793,
  27 => true,
  28 => 1.0,
  29 => 1.0,
  30 => 5.0,
  31 => 4.0,
  32 => 'abc',
  33 => 
  array (
    0 => 1,
    1 => 3,
  ),
  34 => 1,
)`,
  },
  {
    title: 'version_compare',
    php: `var_export([version_compare('8.0.0', '7.4'), version_compare('5.7', '5.7.0', '<'), version_compare('8.0.1', '8.0', '>='), version_compare('1.0.0-beta', '1.0.0', 'lt'), version_compare('1.0rc1', '1.0', '<'), version_compare('10.4.11-MariaDB', '10.5', '<'), version_compare('8', '8.0')]);`,
    prints: `array (
  0 => 1,
  1 => true,
  2 => true,
  3 => true,
  4 => true,
  5 => true,
  6 => -1,
)`,
  },
  {
    title: 'paths',
    php: `var_export([basename('/a/b/c.php', '.php'), basename('/a/b/'), dirname('/a/b/c.php'), dirname('/a/b/c', 2), dirname('file'), pathinfo('/x/y.tar.gz'), pathinfo('name', PATHINFO_EXTENSION), pathinfo('/a/b.txt', PATHINFO_FILENAME)]);`,
    prints: `array (
  0 => 'c',
  1 => 'b',
  2 => '/a/b',
  3 => '/a',
  4 => '.',
  5 => 
  array (
    'dirname' => '/x',
    'basename' => 'y.tar.gz',
    'extension' => 'gz',
    'filename' => 'y.tar',
  ),
  6 => '',
  7 => 'b',
)`,
  },
  {
    title: 'multibyte',
    php: `var_export([mb_str_split('héé'), mb_strrpos('ababa', 'b'), mb_strwidth('日本'), mb_strimwidth('Hello World', 0, 8, '...'), mb_internal_encoding(), mb_substr_count('ababab', 'ab'), mb_strtoupper('straße'), mb_convert_encoding('é', 'UTF-8', 'UTF-8'), mb_detect_encoding('abc'), mb_check_encoding('é', 'UTF-8')]);`,
    prints: `array (
  0 => 
  array (
    0 => 'h',
    1 => 'é',
    2 => 'é',
  ),
  1 => 3,
  2 => 4,
  3 => 'Hello...',
  4 => 'UTF-8',
  5 => 3,
  6 => 'STRASSE',
  7 => 'é',
  8 => 'ASCII',
  9 => true,
)`,
  },
  {
    title: 'comma-separated values',
    php: String.raw`foreach (['a,"b ""c"" d",e', '"x\\"y",z', ' "q" r,s', "a,b\n", '', 'a,"unclosed', 'a,,""', "\"l1\nl2\",x\n"] as $s) echo json_encode(str_getcsv($s)), "\n";`,
    prints: String.raw`["a","b \"c\" d","e"]
["x\\\"y","z"]
["q r","s"]
["a","b"]
[null]
["a","unclosed"]
["a","",""]
["l1\nl2","x"]
`,
  },
  {
    title: 'addresses',
    php: `foreach (['https://u:p@h.x:80/a/b?c=d&e#f', '/a/b?x', '//h/p', 'h.x/a', 'mailto:a@b', 'mysql://h/db?x[]=1'] as $u) echo json_encode(parse_url($u)), "\\n";
      echo json_encode([parse_url('https://h/p', PHP_URL_HOST), parse_url('https://h', PHP_URL_PATH)]), "\\n";
      echo http_build_query(['a' => 1, 'b' => [1, 2], 'c' => ['x' => 'y z'], 'd' => null, 'e' => true, 'f' => false, 'g' => 1.5, 'h i' => 'é&']);`,
    prints: String.raw`{"scheme":"https","host":"h.x","port":80,"user":"u","pass":"p","path":"\/a\/b","query":"c=d&e","fragment":"f"}
{"path":"\/a\/b","query":"x"}
{"host":"h","path":"\/p"}
{"path":"h.x\/a"}
{"scheme":"mailto","path":"a@b"}
{"scheme":"mysql","host":"h","path":"\/db","query":"x[]=1"}
["h",null]
a=1&b%5B0%5D=1&b%5B1%5D=2&c%5Bx%5D=y+z&e=1&f=0&g=1.5&h+i=%C3%A9%26`,
  },
];
