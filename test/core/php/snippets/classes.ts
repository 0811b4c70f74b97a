import type { Snippet } from './snippet';

/** Classes, traits, enums and objects: what PHP 8.2 prints; test/laravel proves it. */
export const CLASSES: readonly Snippet[] = [
  {
    title: 'inheritance, parent and static',
    php: `class A { public static function make() { return new static; } public function who() { return static::class . '/' . self::class . '/' . get_class($this) . '/' . get_called_class(); } public function up() { return 'A'; } } class B extends A { public function up() { return 'B>' . parent::up(); } } echo A::make()->who(), ' ', B::make()->who(), ' ', (new B)->up();`,
    prints: 'A/A/A/A B/A/B/B B>A',
  },
  {
    title: 'constants and late static binding',
    php: `class A { const X = 'ax'; const Y = self::X . 'y'; const Z = static_test; public static function x() { return static::X . self::X . static::Y; } } const static_test = 'z';
class B extends A { const X = 'bx'; final public const W = [1, 2]; } echo A::x(), B::x(), B::Z, B::W[1], (new B)::X;
$n = 'B';
echo $n::X, constant('B::X');`,
    prints: 'axaxaxybxaxaxyz2bxbxbx',
  },
  {
    title: 'static properties are shared with children',
    php: `class A { public static $n = 0; public static array $list = []; static function inc() { return ++static::$n; } } class B extends A { } class C extends A { public static $n = 10; } A::inc();
B::inc();
C::inc();
B::$list[] = 'b';
A::$list['k']['j'] = 1;
var_export([A::$n, B::$n, C::$n, A::$list]);`,
    prints: `array (
  0 => 2,
  1 => 2,
  2 => 11,
  3 => 
  array (
    0 => 'b',
    'k' => 
    array (
      'j' => 1,
    ),
  ),
)`,
  },
  {
    title: 'properties: defaults, visibility, dynamic',
    php: `class A { public $a = 1; protected $b = [1, 2]; private $c = self::D . 'x'; const D = 'd'; public ?int $typed = null; public function get() { return [$this->a, $this->b, $this->c, $this->typed]; } } $o = new A;
$o->dyn = 'dynamic';
var_export($o->get());
foreach (['b', 'c', 'nope', 'dyn'] as $p) { try { var_export($o->$p); } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\\n"; } } try { $o->b = 1; } catch (Error $e) { echo $e->getMessage(); }`,
    prints: `array (
  0 => 1,
  1 => 
  array (
    0 => 1,
    1 => 2,
  ),
  2 => 'dx',
  3 => NULL,
)Error: Cannot access protected property A::$b
Error: Cannot access private property A::$c
ErrorException: Undefined property: A::$nope
'dynamic'Cannot access protected property A::$b`,
  },
  {
    title: 'typed properties',
    php: `class T { public int $i; public ?string $s = null; public int|float $n = 0; public array $l = []; } $t = new T;
$t->i = '5';
$t->s = 12;
$t->n = '1.5';
var_export([$t->i, $t->s, $t->n]);
try { $t->i = 'x'; } catch (TypeError $e) { echo $e->getMessage(); } try { $t->l = 'x'; } catch (TypeError $e) { echo $e->getMessage(); } try { echo (new T)->i; } catch (Error $e) { echo $e->getMessage(); }`,
    prints: `array (
  0 => 5,
  1 => '12',
  2 => 1.5,
)Cannot assign string to property T::$i of type intCannot assign string to property T::$l of type arrayTyped property T::$i must not be accessed before initialization`,
  },
  {
    title: 'readonly',
    php: `final readonly class R { public function __construct(public int $x, private array $y = []) {} function y() { return $this->y; } function with($x) { return new static($x, [1]); } } class Q { public readonly string $s; function init() { $this->s = 'once'; return $this; } } $r = new R(1);
echo $r->x, $r->with(2)->x, count($r->with(3)->y());
try { $r->x = 5; } catch (Error $e) { echo $e->getMessage(); } $q = (new Q)->init();
try { $q->init(); } catch (Error $e) { echo $e->getMessage(); } $q2 = new Q;
try { $q2->s = 'x'; } catch (Error $e) { echo $e->getMessage(); }`,
    prints:
      '121Cannot modify readonly property R::$xCannot modify readonly property Q::$sCannot initialize readonly property Q::$s from global scope',
  },
  {
    title: 'constructor promotion',
    php: `class P { public $late; public function __construct(public string $a, protected int $b = 5, private ?array $c = null) { $this->late = $a . $this->b; } function all() { return [$this->a, $this->b, $this->c, $this->late]; } } var_export((new P('x'))->all());
var_export((new P(b: 7, a: 'y', c: [1]))->all());`,
    prints: `array (
  0 => 'x',
  1 => 5,
  2 => NULL,
  3 => 'x5',
)array (
  0 => 'y',
  1 => 7,
  2 => 
  array (
    0 => 1,
  ),
  3 => 'y7',
)`,
  },
  {
    title: 'abstract classes and interfaces',
    php: `interface Shape { const SIDES = 0; public function area(): float; } abstract class Base implements Shape { public function describe() { return static::SIDES . ':' . $this->area(); } abstract protected function name(); } class Square extends Base { const SIDES = 4; function __construct(private float $s) {} public function area(): float { return $this->s ** 2; } protected function name() {} } echo (new Square(3))->describe(), Shape::SIDES;
try { new Base; } catch (Error $e) { echo $e->getMessage(); } try { new Shape; } catch (Error $e) { echo $e->getMessage(); }`,
    prints: '4:90Cannot instantiate abstract class BaseCannot instantiate interface Shape',
  },
  {
    title: 'traits',
    php: `trait Hello { public $greeting = 'hello'; private static int $count = 0; public function hi() { self::$count++; return $this->greeting . ' ' . $this->name() . ' ' . self::class . ' ' . static::class . ' ' . __TRAIT__ . ' ' . __CLASS__; } abstract function name(); static function made() { return self::$count; } } trait Other { function hi() { return 'other'; } protected function secret() { return 'secret'; } } class U { use Hello, Other { Hello::hi insteadof Other; Other::hi as otherHi; secret as public revealed; } function name() { return 'u'; } } class V { use Hello; function name() { return 'v'; } } $u = new U;
echo $u->hi(), '|', $u->otherHi(), '|', $u->revealed(), '|', (new V)->hi(), '|', U::made(), V::made(), json_encode(class_uses($u));`,
    prints: 'hello u U U Hello U|other|secret|hello v V V Hello V|11{"Hello":"Hello","Other":"Other"}',
  },
  {
    title: 'traits using traits with static and constructor',
    php: `trait Inner { public function inner() { return 'inner'; } } trait Outer { use Inner; public function __construct(public $v = 'dv') {} public function outer() { return $this->inner() . $this->v; } } class W { use Outer; public function inner() { return 'own'; } } echo (new W)->outer(), (new class { use Outer; })->outer();`,
    prints: 'owndvinnerdv',
  },
  {
    title: 'magic methods',
    php: `class M { private $data = ['a' => 1]; function __get($n) { return $this->data[$n] ?? "no $n"; } function __set($n, $v) { $this->data[$n] = $v; } function __isset($n) { return isset($this->data[$n]); } function __unset($n) { unset($this->data[$n]); } function __call($n, $args) { return "$n(" . implode(',', $args) . ')'; } static function __callStatic($n, $args) { return "static $n"; } function __toString() { return 'M!'; } function __invoke(...$a) { return array_sum($a); } } $m = new M;
$m->b = 2;
$m->list = [1];
unset($m->a);
echo $m->a, $m->b, isset($m->b) ? 'set' : 'unset', isset($m->zz) ? 'set' : 'unset', $m->foo(1, 2), M::bar(), "$m", $m . '', $m(1, 2, 3), $m->zz ?? 'default', strlen($m), json_encode(array_map('strval', [$m]));`,
    prints: 'no a2setunsetfoo(1,2)static barM!M!6default2["M!"]',
  },
  {
    title: 'ArrayAccess, Countable, IteratorAggregate',
    php: `class Coll implements ArrayAccess, Countable, IteratorAggregate { private $items = []; function offsetExists(mixed $k): bool { return isset($this->items[$k]); } function offsetGet(mixed $k): mixed { return $this->items[$k]; } function offsetSet(mixed $k, mixed $v): void { if ($k === null) $this->items[] = $v; else $this->items[$k] = $v; } function offsetUnset(mixed $k): void { unset($this->items[$k]); } function count(): int { return count($this->items); } function getIterator(): Iterator { return new ArrayIterator($this->items); } } $c = new Coll;
$c[] = 'a';
$c['k'] = 'b';
$c['x'] ??= 'c';
unset($c['k']);
echo count($c), isset($c['x']) ? 'y' : 'n', $c['x'], empty($c[0]) ? 'e' : 'f';
foreach ($c as $k => $v) echo "$k=>$v";
[$first] = $c;
echo $first;
echo $c['nope'] ?? 'dflt';`,
    prints: '2ycf0=>ax=>cadflt',
  },
  {
    title: 'enums',
    php: `enum Suit: string { case Hearts = 'H'; case Spades = 'S'; const Wild = self::Spades; public static function rand(): self { return self::Hearts; } public function label(): string { return ucfirst(strtolower($this->name)); } public function color(): string { return match($this) { self::Hearts => 'Red', self::Spades => 'Black' }; } } enum Plain { case One; case Two; } echo Suit::from('H')->label(), Suit::tryFrom('X')?->label() ?? 'none', Suit::Wild->value, Suit::rand()->color(), count(Suit::cases()), Suit::Hearts === Suit::from('H') ? 'same' : '', Plain::One->name, Plain::One == Plain::Two ? 'eq' : 'ne', Suit::Hearts instanceof UnitEnum ? 'unit' : '', Suit::Hearts instanceof BackedEnum ? 'backed' : '', implode(',', array_column(Suit::cases(), 'value')), implode(',', array_map(fn($c) => $c->name, Plain::cases())), json_encode(['s' => Suit::Hearts]);
try { Suit::from('Q'); } catch (ValueError $e) { echo $e->getMessage(); } var_export([Suit::Hearts, Plain::Two]);`,
    prints: `HeartsnoneSRed2sameOneneunitbackedH,SOne,Two{"s":"H"}"Q" is not a valid backing value for enum Suitarray (
  0 => 
  \\Suit::Hearts,
  1 => 
  \\Plain::Two,
)`,
  },
  {
    title: 'enum with interface, trait and const expression',
    php: `interface HasLabel { public function label(): string; } trait Labels { public function label(): string { return 'L' . $this->name; } public static function names(): array { return array_column(self::cases(), 'name'); } } enum Status: int implements HasLabel { use Labels; case Active = 1; case Off = self::BASE + 1; const BASE = 1; const DEFAULT = self::Active; } echo Status::Active->label(), implode(',', Status::names()), Status::from('2')->name, Status::DEFAULT->value, Status::tryFrom(9)?->name ?? 'null';`,
    prints: 'LActiveActive,OffOff1null',
  },
  {
    title: 'anonymous classes',
    php: `$dep = 'dep';
$o = new class($dep) extends ArrayObject implements JsonSerializable { public function __construct(public $d) {} public function jsonSerialize(): mixed { return ['d' => $this->d]; } };
echo json_encode($o), $o instanceof ArrayObject ? 'yes' : 'no', strpos(get_class($o), 'ArrayObject@anonymous') === 0 ? '' : '';`,
    prints: '{"d":"dep"}yes',
  },
  {
    title: 'closures bound to objects',
    php: `class Counter { private $n = 5; public function closure() { return function ($x) { return $this->n + $x; }; } public function arrow() { return fn() => $this->n; } } $c = new Counter;
echo $c->closure()(1), $c->arrow()();
$read = function () { return $this->n; };
echo Closure::bind($read, $c, Counter::class)(), $read->bindTo($c, $c)(), $read->call($c);
$static = static fn() => isset($this) ? 'this' : 'none';
echo $static();`,
    prints: '65555none',
  },
  {
    title: 'visibility of methods',
    php: `class A { private function p() { return 'Ap'; } protected function q() { return 'Aq'; } public function both(A $other) { return $this->p() . $other->q(); } } class B extends A { public function p() { return 'Bp'; } } echo (new A)->both(new B), (new B)->both(new A), (new B)->p();
foreach (['p', 'q', 'none'] as $m) { try { (new A)->$m(); } catch (Error $e) { echo "\\n", $e->getMessage(); } } try { A::both(new A); } catch (Error $e) { echo "\\n", $e->getMessage(); } try { A::nope(); } catch (Error $e) { echo "\\n", $e->getMessage(); }`,
    prints: `ApAqApAqBp
Call to private method A::p() from global scope
Call to protected method A::q() from global scope
Call to undefined method A::none()
Non-static method A::both() cannot be called statically
Call to undefined method A::nope()`,
  },
  {
    title: 'private constructors and factories',
    php: `class S { private static ?S $i = null; private function __construct() {} static function get(): static { return self::$i ??= new self; } } echo S::get() === S::get() ? 'same' : 'different';
try { new S; } catch (Error $e) { echo $e->getMessage(); }`,
    prints: 'sameCall to private S::__construct() from global scope',
  },
  {
    title: 'property hooks are plain without 8.4, methods instead',
    php: `class H { private $v = []; public function set($k, $v): static { $this->v[$k] = $v; return $this; } public function get() { return $this->v; } } var_export((new H)->set('a', 1)->set('b', 2)->get());`,
    prints: `array (
  'a' => 1,
  'b' => 2,
)`,
  },
  {
    title: 'class functions',
    php: `class A { public $x; protected $y; function m() {} private function n() {} static function s() {} } class B extends A {} var_export([get_parent_class(new B), is_a(new B, 'A'), is_subclass_of('B', 'A'), is_a('B', 'A'), is_a('B', 'A', true), method_exists('B', 'M'), method_exists('B', 'zz'), property_exists('B', 'y'), class_exists('b'), class_exists('\\B'), class_exists('Nope'), interface_exists('Countable'), get_object_vars(new B), get_class_methods('A'), is_callable([new A, 'm']), is_callable('A::s'), function_exists('strlen')]);`,
    prints: `array (
  0 => 'A',
  1 => true,
  2 => true,
  3 => false,
  4 => true,
  5 => true,
  6 => false,
  7 => true,
  8 => true,
  9 => true,
  10 => false,
  11 => true,
  12 => 
  array (
    'x' => NULL,
  ),
  13 => 
  array (
    0 => 'm',
    1 => 's',
  ),
  14 => true,
  15 => true,
  16 => true,
)`,
  },
  {
    title: 'stdClass and casting objects',
    php: `$o = (object) ['a' => 1, 'b' => ['c' => 2]];
$o->{'odd key'} = 3;
$o->{0} = 'zero';
$a = (array) $o;
unset($o->a);
var_export([$a, isset($o->a), count((array) $o), (object) 'scalar' == (object) ['scalar' => 'scalar']]);
foreach ($o as $k => $v) echo $k;`,
    prints: `array (
  0 => 
  array (
    'a' => 1,
    'b' => 
    array (
      'c' => 2,
    ),
    'odd key' => 3,
    0 => 'zero',
  ),
  1 => false,
  2 => 3,
  3 => true,
)bodd key0`,
  },
  {
    title: 'comparing objects and arrays of objects',
    php: `class A { public $v; function __construct($v) { $this->v = $v; } } var_export([new A(1) == new A(1), new A(1) == new A('1'), new A(1) === new A(1), new A(1) < new A(2), in_array(new A(2), [new A(1), new A(2)]), array_search(new A(3), [new A(1)])]);`,
    prints: `array (
  0 => true,
  1 => true,
  2 => false,
  3 => true,
  4 => true,
  5 => false,
)`,
  },
  {
    title: 'iterating with keys and modifying through methods',
    php: `class Stack { private array $s = []; public function push(...$v) { array_push($this->s, ...$v); return $this; } public function pop() { return array_pop($this->s); } public function top() { return end($this->s); } public function each(callable $f) { foreach ($this->s as $k => $v) $f($v, $k); return $this; } public function &ref() { return $this->s; } } $s = (new Stack)->push(1, 2, 3);
echo $s->pop(), $s->top();
$s->each(function ($v, $k) { echo "$k:$v "; });`,
    prints: '320:1 1:2 ',
  },
  {
    title: 'exceptions in constructors and nested calls',
    php: `class Res { public static $log = []; function __construct($f) { self::$log[] = 'made'; if ($f) throw new LogicException('ctor'); } } function use_it() { try { return new Res(true); } finally { Res::$log[] = 'finally'; } } try { use_it(); } catch (LogicException $e) { Res::$log[] = $e->getMessage(); } echo implode(',', Res::$log);`,
    prints: 'made,finally,ctor',
  },
  {
    title: 'custom exception hierarchy',
    php: `abstract class AppException extends Exception { public static function because(string $why): static { return new static("because $why", 9); } public function getContext() { return ['m' => $this->getMessage()]; } } class NotFound extends AppException {} try { throw NotFound::because('gone'); } catch (AppException $e) { echo get_class($e), $e->getCode(), json_encode($e->getContext()); } echo (new ErrorException('w', 1, E_WARNING, 'f.php', 12))->getSeverity();`,
    prints: 'NotFound9{"m":"because gone"}2',
  },
  {
    title: 'Stringable and string functions',
    php: `class S { function __construct(private $s) {} function __toString(): string { return $this->s; } } $s = new S('text');
var_export([$s == 'text', $s instanceof Stringable, strtoupper($s), "a$s", in_array('text', [$s]), str_replace('t', 'T', $s), implode(',', [$s, $s])]);`,
    prints: `array (
  0 => true,
  1 => true,
  2 => 'TEXT',
  3 => 'atext',
  4 => true,
  5 => 'TexT',
  6 => 'text,text',
)`,
  },
  {
    title: 'first class callable of static and parent',
    php: `class A { public function m($x) { return "A$x"; } } class B extends A { public function m($x) { $p = parent::m(...); return 'B' . $p($x); } public function maps() { return array_map($this->m(...), [1, 2]); } static function st(int ...$n) { return array_sum($n); } } var_export([(new B)->maps(), call_user_func_array([B::class, 'st'], [1, 2, 3]), call_user_func_array('B::st', ['a' => 1, 'b' => 2])]);`,
    prints: `array (
  0 => 
  array (
    0 => 'BA1',
    1 => 'BA2',
  ),
  1 => 6,
  2 => 3,
)`,
  },
  {
    title: 'static closures and callbacks in class constants',
    php: `class Cfg { public const DEFAULTS = ['a' => ['x' => 1, 'y' => PHP_INT_SIZE * 2], 'b' => self::class, 'c' => Cfg::NAME . '!']; const NAME = 'cfg'; private const LIST = ['p', ...['q', 'r']]; public static function list() { return self::LIST; } } var_export([Cfg::DEFAULTS, Cfg::list()]);`,
    prints: `array (
  0 => 
  array (
    'a' => 
    array (
      'x' => 1,
      'y' => 16,
    ),
    'b' => 'Cfg',
    'c' => 'cfg!',
  ),
  1 => 
  array (
    0 => 'p',
    1 => 'q',
    2 => 'r',
  ),
)`,
  },
  {
    title: 'iterator and generator methods',
    php: `class G { private $d = ['a' => 1, 'b' => 2]; public function items() { foreach ($this->d as $k => $v) { yield $k => $v * 2; } } public function total() { $t = 0; foreach ($this->items() as $v) $t += $v; return $t; } } echo (new G)->total(), json_encode(iterator_to_array((new G)->items()));`,
    prints: '6{"a":2,"b":4}',
  },
  {
    title: '__get returning arrays and by name',
    php: `class D { public $attributes = ['name' => 'n', 'meta' => ['k' => 'v']]; public function __get($k) { $m = 'get' . ucfirst($k) . 'Attribute'; return method_exists($this, $m) ? $this->$m() : ($this->attributes[$k] ?? null); } public function getUpperAttribute() { return strtoupper($this->name); } } $d = new D;
echo $d->upper, $d->meta['k'], $d->none ?? 'null', $d?->name;`,
    prints: 'Nvnulln',
  },
  {
    title: 'instanceof self and static return',
    php: `class Node { public array $c = []; public ?Node $p = null; function add(self $n): static { $n->p = $this; $this->c[] = $n; return $this; } function depth(): int { return $this->p instanceof self ? $this->p->depth() + 1 : 0; } function total(): int { return 1 + array_sum(array_map(fn(self $n) => $n->total(), $this->c)); } } $a = new Node;
$b = new Node;
$c = new Node;
$a->add($b->add($c));
echo $c->depth(), $a->total();`,
    prints: '23',
  },
];
