import type { Snippet } from './snippet';

/** What real migrations do: what PHP 8.2 prints; test/laravel proves it. */
export const MORE: readonly Snippet[] = [
  {
    title: 'a migration-like class that collects what it is told',
    php: `abstract class Migration { protected $connection = null; public function getConnection() { return $this->connection; } }
class Blueprint { public array $columns = []; private ?array $last = null; public function __call($m, $a) { if (in_array($m, ['nullable', 'default', 'unique'])) { $this->columns[array_key_last($this->columns)] .= "->$m(" . implode(',', array_map(fn($x) => var_export($x, true), $a)) . ')'; return $this; } $this->columns[] = $m . '(' . implode(',', array_map(fn($x) => is_array($x) ? '[' . implode('|', $x) . ']' : var_export($x, true), $a)) . ')'; return $this; } }
class Schema { static array $log = []; public static function create($t, Closure $f) { $f($b = new Blueprint); self::$log[$t] = $b->columns; } public static function table($t, callable $f) { $f($b = new Blueprint); self::$log[$t] = array_merge(self::$log[$t] ?? [], $b->columns); } public static function hasColumn($t, $c) { return str_contains(implode(' ', self::$log[$t] ?? []), "'$c'"); } }
$m = new class extends Migration {
  private const TYPES = ['draft', 'live'];
  private array $tables = ['users' => ['name', 'email'], 'posts' => ['title']];
  public function up(): void {
    foreach ($this->tables as $table => $columns) {
      Schema::create($table, function (Blueprint $t) use ($columns, $table) {
        $t->id();
        foreach ($columns as $i => $column) {
          $t->string($column, 50 * ($i + 1))->nullable();
          if ($column === 'email') { $t->unique(); }
        }
        $this->common($t, prefix: substr($table, 0, -1));
      });
    }
    if (! Schema::hasColumn('posts', 'slug')) {
      Schema::table('posts', fn (Blueprint $t) => $t->string('slug')->default('x'));
    }
  }
  private function common(Blueprint $t, string $prefix = ''): void { $t->enum("{$prefix}_status", self::TYPES)->default(self::TYPES[0]); }
};
$m->up(); var_export([Schema::$log, $m->getConnection()]);`,
    prints: `array (
  0 => 
  array (
    'users' => 
    array (
      0 => 'id()',
      1 => 'string(\\'name\\',50)->nullable()',
      2 => 'string(\\'email\\',100)->nullable()->unique()',
      3 => 'enum(\\'user_status\\',[draft|live])->default(\\'draft\\')',
    ),
    'posts' => 
    array (
      0 => 'id()',
      1 => 'string(\\'title\\',50)->nullable()',
      2 => 'enum(\\'post_status\\',[draft|live])->default(\\'draft\\')',
      3 => 'string(\\'slug\\')->default(\\'x\\')',
    ),
  ),
  1 => NULL,
)`,
  },
  {
    title: 'names built from parts',
    php: `$prefix = config_like('table_names.prefix', 'app_'); function config_like($key, $default = null) { $config = ['table_names' => ['roles' => 'r']]; foreach (explode('.', $key) as $part) { if (!isset($config[$part])) return $default instanceof Closure ? $default() : $default; $config = $config[$part]; } return $config; }
$table = 'order_items'; $columns = ['order_id', 'sku']; $index = strtolower($prefix . $table . '_' . implode('_', $columns) . '_unique'); $index = str_replace(['-', '.'], '_', $index); if (strlen($index) > 30) $index = substr($index, 0, 20) . '_' . substr(md5($index), 0, 8); echo $index, config_like('table_names.roles'), config_like('none', fn() => 'lazy');`,
    prints: 'app_order_items_orde_2dedfbe9rlazy',
  },
  {
    title: 'an SQL text in a heredoc',
    php: `$tables = ['a', 'b']; $type = 'ENUM(' . implode(', ', array_map(fn ($v) => "'" . addslashes($v) . "'", ['x', "o'y"])) . ')'; foreach ($tables as $i => $t) { echo trim(preg_replace('/\\s+/', ' ', <<<SQL
  ALTER TABLE \`{$t}\`
    MODIFY \`status\` {$type}
    NOT NULL DEFAULT 'x' -- {$i}
SQL)), "\\n"; } printf("%s.%s\\n", ...['db', 'table']);`,
    prints: `ALTER TABLE \`a\` MODIFY \`status\` ENUM('x', 'o\\'y') NOT NULL DEFAULT 'x' -- 0
ALTER TABLE \`b\` MODIFY \`status\` ENUM('x', 'o\\'y') NOT NULL DEFAULT 'x' -- 1
db.table
`,
  },
  {
    title: 'a guard with early return and a retry loop',
    php: `class Guard { private int $tries = 0; public function run(): string { if ($this->done()) { return 'already'; } do { try { return $this->attempt(); } catch (RuntimeException $e) { if ($this->tries >= 3) throw $e; } } while (true); } private function done(): bool { return false; } private function attempt(): string { if (++$this->tries < 3) throw new RuntimeException("try {$this->tries}"); return "done after {$this->tries}"; } } echo (new Guard)->run();`,
    prints: 'done after 3',
  },
  {
    title: 'rows prepared for insertion',
    php: `$now = '2024-01-01';
$rows = collect_rows(['Admin' => ['edit', 'view'], 'Guest' => ['view']]);
function collect_rows(array $roles): array { $rows = []; $id = 0; foreach ($roles as $role => $permissions) { foreach ($permissions as $permission) { $rows[] = ['id' => ++$id, 'role' => strtolower($role), 'permission' => $permission, 'key' => sprintf('%s:%s', strtolower($role), $permission), 'meta' => json_encode(compact('role', 'permission'))]; } } return $rows; } foreach (array_chunk($rows, 2) as $chunk) { echo count($chunk), ':', implode(',', array_column($chunk, 'key')), ' '; } echo $rows[2]['meta'];`,
    prints: '2:admin:edit,admin:view 1:guest:view {"role":"Guest","permission":"view"}',
  },
  {
    title: 'stub classes declared where they are missing',
    php: `if (! class_exists('Legacy_Helper_X')) { class Legacy_Helper_X { public static $map = ['int' => 'integer', 'str' => 'string']; public static function type(string $t): string { return self::$map[$t] ?? $t; } } } if (! function_exists('legacy_fn_x')) { function legacy_fn_x(...$a) { return implode('/', $a); } } echo Legacy_Helper_X::type('int'), Legacy_Helper_X::type('json'), legacy_fn_x('a', 'b');`,
    prints: 'integerjsona/b',
  },
  {
    title: 'enum values for a column',
    php: `enum OrderStatus: string { case New = 'new'; case Paid = 'paid'; public static function values(): array { return array_map(fn (self $c) => $c->value, self::cases()); } public static function default(): self { return self::New; } } echo implode(',', OrderStatus::values()), OrderStatus::default()->value, implode(',', array_column(OrderStatus::cases(), 'value', 'name')), OrderStatus::tryFrom('paid') === OrderStatus::Paid ? 'ok' : 'no';`,
    prints: 'new,paidnewnew,paidok',
  },
  {
    title: 'a fluent builder with __call, static facade and macro',
    php: `class Macroable { protected static array $macros = []; public static function macro($n, callable $f) { static::$macros[$n] = $f; } public function __call($m, $a) { if (!isset(static::$macros[$m])) throw new BadMethodCallException("Method " . static::class . "::$m does not exist."); $f = static::$macros[$m]; if ($f instanceof Closure) $f = $f->bindTo($this, static::class); return $f(...$a); } } class Table extends Macroable { protected array $c = []; public function add($n) { $this->c[] = $n; return $this; } public function all() { return $this->c; } } Table::macro('audit', function ($by = 'created_by') { $this->add($by)->add('updated_by'); return $this; });
echo implode(',', (new Table)->add('id')->audit()->audit(by: 'x')->all());
try { (new Table)->nope(); } catch (BadMethodCallException $e) { echo $e->getMessage(); }`,
    prints: 'id,created_by,updated_by,x,updated_byMethod Table::nope does not exist.',
  },
  {
    title: 'dates and versions by hand',
    php: `$version = '8.0.36-0ubuntu0.22.04.1';
preg_match('/^(\\d+)\\.(\\d+)\\.(\\d+)/', $version, $m);
[, $major, $minor] = $m;
echo (int) $major * 100 + (int) $minor, version_compare($version, '5.7.8', '>=') ? 'json' : 'text', str_contains(strtolower('10.5-MariaDB'), 'mariadb') ? 'maria' : 'mysql';`,
    prints: '800jsonmaria',
  },
  {
    title: 'tap, with and other higher functions',
    php: `function tap_($v, $f = null) { $f && $f($v); return $v; } function value_($v, ...$a) { return $v instanceof Closure ? $v(...$a) : $v; } function data_get_($t, $k, $d = null) { foreach (explode('.', $k) as $s) { if (is_array($t) && array_key_exists($s, $t)) $t = $t[$s]; elseif (is_object($t) && isset($t->{$s})) $t = $t->{$s}; else return value_($d); } return $t; } $o = tap_(new stdClass, function ($o) { $o->a = ['b' => ['c' => 1]]; });
echo data_get_($o, 'a.b.c'), data_get_($o, 'a.x', fn() => 'dflt'), data_get_(['k' => $o], 'k.a.b.c');`,
    prints: '1dflt1',
  },
];
