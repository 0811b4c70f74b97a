<?php
// Boots real Laravel for one app: framework vendor first, then the app's own classes by
// composer.json's autoload section, then stubs for third-party classes that nobody has.

// symfony/polyfill-php85, which Laravel 12+ wants on older PHPs
if (!function_exists('array_first')) { function array_first(array $a) { return $a === [] ? null : $a[array_key_first($a)]; } }
if (!enum_exists('SortDirection')) { enum SortDirection { case Ascending; case Descending; } }   // symfony/polyfill-php86
if (!function_exists('array_last')) { function array_last(array $a) { return $a === [] ? null : $a[array_key_last($a)]; } }

function oracle_db_env(): array {
    return ['host' => getenv('ORACLE_DB_HOST') ?: '127.0.0.1', 'port' => getenv('ORACLE_DB_PORT') ?: '3306',
        'user' => getenv('ORACLE_DB_USER') ?: 'lab', 'password' => getenv('ORACLE_DB_PASSWORD') ?: 'lab'];
}

function oracle_pdo(?string $db = null): PDO {
    $e = oracle_db_env();
    return new PDO("mysql:host={$e['host']};port={$e['port']};charset=utf8mb4" . ($db ? ";dbname=$db" : ''), $e['user'], $e['password'],
        [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION, PDO::ATTR_STRINGIFY_FETCHES => true]);
}

final class OracleStubs {
    public static array $made = [];       // class => kind
    public static string $appDir = '';

    /** Is $class wanted as an interface, a trait or a class by the file that triggered the autoload? */
    private static function kind(string $class, string $file): string {
        static $src = [];
        $code = $src[$file] ??= (string) @file_get_contents($file);
        $short = preg_quote(substr(strrchr('\\' . $class, '\\'), 1), '/');
        // an alias: use X\Y as Z
        if (preg_match('/^use\s+\\\\?' . preg_quote($class, '/') . '\s+as\s+(\w+)\s*;/m', $code, $m)) $short .= '|' . $m[1];
        $nm = '\\\\?(?:[\w]+\\\\)*(?:' . $short . ')';
        if (preg_match('/\bimplements\s+[^{]*?(?<![\w])' . $nm . '\b[^{]*\{/', $code)) return 'interface';
        if (preg_match('/\binterface\s+\w+\s+extends\s+[^{]*?' . $nm . '\b/', $code)) return 'interface';
        if (preg_match('/^(?:\t| {2,})\s*use\s+(?:[\w\\\\]+\s*,\s*)*' . $nm . '\s*[,;{]/m', $code)) return 'trait';
        if (preg_match('/(Interface|Contract)$/', $class) || str_contains($class, '\\Contracts\\')) return 'interface';
        return 'class';
    }

    public static function load(string $class): void {
        // class_exists() and friends must go on saying "no": guards in the code depend on it
        $bt = debug_backtrace(DEBUG_BACKTRACE_IGNORE_ARGS, 3);
        if (isset($bt[0]['file'])) $trigger = $bt[0]['file'];
        else {
            if (in_array($bt[1]['function'] ?? '', ['class_exists', 'interface_exists', 'trait_exists', 'enum_exists', 'is_a', 'is_subclass_of', 'method_exists', 'is_callable', 'defined', 'class_implements', 'class_parents', 'class_uses'], true)) return;
            $trigger = $bt[1]['file'] ?? null;
        }
        if (!$trigger || !(str_starts_with($trigger, self::$appDir . '/') || str_contains($trigger, '/overrides/'))) return;
        if (preg_match('/[^\w\\\\]/', $class)) return;
        $kind = self::kind($class, $trigger);
        $p = strrpos($class, '\\');
        $ns = $p === false ? '' : substr($class, 0, $p);
        $name = $p === false ? $class : substr($class, $p + 1);
        $body = match ($kind) {
            'interface', 'trait' => '{}',
            // a model's or a command's third-party base class: at least let the usual calls go through
            default => preg_match('/\\\\Models?\\\\/', $class) ? ' extends \Illuminate\Database\Eloquent\Model {}'
                : (preg_match('/Exception$|Error$/', $class) ? ' extends \RuntimeException {}'
                : (preg_match('/ServiceProvider$/', $class) ? ' extends \Illuminate\Support\ServiceProvider {}'
                : (preg_match('/Migration$/', $class) ? ' extends \Illuminate\Database\Migrations\Migration {}'
                : ' { public function __toString() { return \'\'; } public function __construct(...$a) {} public function __call($n, $a) { return $this; } public static function __callStatic($n, $a) { return new static; } public function __get($n) { return null; } }'))),
        };
        $kw = $kind;
        eval(($ns !== '' ? "namespace $ns; " : '') . "$kw $name$body");
        self::$made[$class] = $kind;
    }
}

function oracle_autoload(string $appDir): array {
    $notes = [];
    $c = json_decode((string) @file_get_contents("$appDir/composer.json"), true) ?: [];
    $psr4 = [];
    foreach (['autoload', 'autoload-dev'] as $k)
        foreach ($c[$k]['psr-4'] ?? [] as $prefix => $dirs)
            foreach ((array) $dirs as $d) if (!str_contains($d, 'overrides/')) $psr4[$prefix][] = "$appDir/" . rtrim($d, '/');
    uksort($psr4, fn ($a, $b) => strlen($b) - strlen($a));
    $classmapDirs = [];
    foreach (['autoload', 'autoload-dev'] as $k) foreach ($c[$k]['classmap'] ?? [] as $d) if (!str_contains($d, 'overrides/')) $classmapDirs[] = "$appDir/$d";
    $classmap = null;
    spl_autoload_register(function ($class) use ($psr4, $classmapDirs, &$classmap) {
        foreach ($psr4 as $prefix => $dirs) if (str_starts_with($class, $prefix))
            foreach ($dirs as $d) { $f = $d . '/' . str_replace('\\', '/', substr($class, strlen($prefix))) . '.php'; if (is_file($f)) { require_once $f; return; } }
        if ($classmap === null) {
            $classmap = [];
            foreach ($classmapDirs as $dir) {
                if (!is_dir($dir)) continue;
                foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($dir, FilesystemIterator::SKIP_DOTS)) as $f) {
                    if ($f->getExtension() !== 'php' || str_contains($f->getPath(), 'migrations')) continue;
                    $s = file_get_contents($f->getPathname());
                    $ns = preg_match('/^namespace\s+([\w\\\\]+)/m', $s, $m) ? $m[1] . '\\' : '';
                    if (preg_match('/^(?:abstract |final )?(?:class|trait|interface)\s+(\w+)/m', $s, $m)) $classmap[$ns . $m[1]] = $f->getPathname();
                }
            }
        }
        if (isset($classmap[$class])) require_once $classmap[$class];
    });
    OracleStubs::$appDir = $appDir;
    spl_autoload_register([OracleStubs::class, 'load']);
    foreach ($c['autoload']['files'] ?? [] as $f) {
        if (str_contains($f, 'overrides/') || !is_file("$appDir/$f")) continue;
        try { require_once "$appDir/$f"; } catch (Throwable $e) { $notes[] = "autoload file $f: " . $e->getMessage(); }
    }
    return $notes;
}

function oracle_providers(): array {
    if (method_exists(Illuminate\Support\ServiceProvider::class, 'defaultProviders')) return Illuminate\Support\ServiceProvider::defaultProviders()->toArray();
    // before Laravel 10 the list was in the app's own config/app.php
    return array_map(fn ($p) => "Illuminate\\$p", ['Auth\AuthServiceProvider', 'Broadcasting\BroadcastServiceProvider', 'Bus\BusServiceProvider', 'Cache\CacheServiceProvider',
        'Foundation\Providers\ConsoleSupportServiceProvider', 'Cookie\CookieServiceProvider', 'Database\DatabaseServiceProvider', 'Encryption\EncryptionServiceProvider', 'Filesystem\FilesystemServiceProvider',
        'Foundation\Providers\FoundationServiceProvider', 'Hashing\HashServiceProvider', 'Mail\MailServiceProvider', 'Notifications\NotificationServiceProvider', 'Pagination\PaginationServiceProvider',
        'Pipeline\PipelineServiceProvider', 'Queue\QueueServiceProvider', 'Redis\RedisServiceProvider', 'Auth\Passwords\PasswordResetServiceProvider', 'Session\SessionServiceProvider',
        'Translation\TranslationServiceProvider', 'Validation\ValidationServiceProvider', 'View\ViewServiceProvider']);
}

/** @return array{0: \Illuminate\Foundation\Application, 1: string[]} */
function oracle_boot(array $o): array {
    $notes = [];
    $tmp = $o['tmp'];
    @mkdir("$tmp/cache", 0777, true);
    foreach (['framework/cache/data', 'framework/views', 'framework/sessions', 'logs', 'app/public'] as $d) @mkdir("$tmp/storage/$d", 0777, true);
    file_put_contents("$tmp/cache/packages.php", '<?php return [];');
    foreach (['APP_PACKAGES_CACHE' => "$tmp/cache/packages.php", 'APP_SERVICES_CACHE' => "$tmp/cache/services.php", 'APP_CONFIG_CACHE' => "$tmp/cache/config.php",
        'APP_ROUTES_CACHE' => "$tmp/cache/routes.php", 'APP_EVENTS_CACHE' => "$tmp/cache/events.php"] as $k => $v) { $_ENV[$k] = $_SERVER[$k] = $v; putenv("$k=$v"); }
    $ov = is_file($o['overrides']) ? require $o['overrides'] : [];
    $e = oracle_db_env();
    foreach (['APP_KEY' => 'base64:' . base64_encode(str_repeat('k', 32)), 'DB_CONNECTION' => 'mysql', 'DB_HOST' => $e['host'], 'DB_PORT' => $e['port'], 'DB_DATABASE' => $o['db'],
        'DB_USERNAME' => $e['user'], 'DB_PASSWORD' => $e['password'], 'DB_PREFIX' => '', 'APP_ENV' => 'local', 'APP_URL' => 'http://localhost'] + ($ov['env'] ?? []) as $k => $v) { $_ENV[$k] = $_SERVER[$k] = $v; putenv("$k=$v"); }

    require $o['framework'] . '/vendor/autoload.php';
    if (!interface_exists('Symfony\Component\Clock\ClockInterface')) eval('namespace Symfony\Component\Clock; interface ClockInterface extends \Psr\Clock\ClockInterface { public function sleep(float|int $seconds): void; public function withTimeZone(\DateTimeZone|string $timezone): static; }');
    if (!class_exists('Laravel\SerializableClosure\Support\ReflectionClosure')) eval('namespace Laravel\SerializableClosure\Support; class ReflectionClosure extends \ReflectionFunction {}');
    $notes = array_merge($notes, oracle_autoload($o['app']));
    // our own stand-ins for what third-party packages give this app's migrations
    $cls = preg_replace('/\.php$/', '.classes.php', $o['overrides']);
    if (is_file($cls)) require $cls;
    foreach ($ov['autoload'] ?? [] as $f) if (is_file($f = getenv('ORACLE_EXTRAS') . "/$f")) require_once $f; else $notes[] = "no $f";
    ini_set('default_socket_timeout', '3');
    $app = new Illuminate\Foundation\Application($o['app']);
    $app->useStoragePath("$tmp/storage");
    $app->singleton(Illuminate\Contracts\Http\Kernel::class, Illuminate\Foundation\Http\Kernel::class);
    $app->singleton(Illuminate\Contracts\Console\Kernel::class, Illuminate\Foundation\Console\Kernel::class);
    $app->singleton(Illuminate\Contracts\Debug\ExceptionHandler::class, Illuminate\Foundation\Exceptions\Handler::class);
    $app->instance('request', Illuminate\Http\Request::create('http://localhost'));

    $items = [];
    $fwConfig = $o['framework'] . '/vendor/laravel/framework/config';
    foreach (glob("$fwConfig/*.php") as $f) $items[basename($f, '.php')] = require $f;
    $app->instance('config', $config = new Illuminate\Config\Repository($items));
    Illuminate\Support\Facades\Facade::setFacadeApplication($app);
    $appDb = null; $appAliases = [];
    $load = function (string $dir, string $prefix) use (&$load, $config, &$notes, &$appDb, &$appAliases) {
        foreach (glob("$dir/*.php") ?: [] as $f) {
            $k = $prefix . basename($f, '.php');
            try { ob_start(); $v = (fn () => require $f)(); } catch (Throwable $t) { $notes[] = "config $k: " . $t->getMessage(); continue; } finally { ob_end_clean(); }
            if (!is_array($v)) continue;
            if ($k === 'database') { $appDb = $v; continue; }
            if ($k === 'app') { $appAliases = $v['aliases'] ?? []; unset($v['providers'], $v['aliases']); }
            $config->set($k, array_merge((array) $config->get($k, []), $v));
        }
        foreach (glob("$dir/*", GLOB_ONLYDIR) ?: [] as $d) $load($d, $prefix . basename($d) . '.');
    };
    $load($o['app'] . '/' . ($ov['config_dir'] ?? 'config'), '');
    // the app's own mysql settings (strict, engine, modes...) on our server; charset fixed, no prefix
    $mysql = array_merge($config->get('database.connections.mysql', []), array_intersect_key($appDb['connections']['mysql'] ?? [], array_flip(['strict', 'engine', 'modes', 'prefix_indexes', 'timezone'])));
    $mysql = array_merge($mysql, ['driver' => 'mysql', 'host' => $e['host'], 'port' => $e['port'], 'database' => $o['db'], 'username' => $e['user'], 'password' => $e['password'],
        'charset' => 'utf8mb4', 'collation' => 'utf8mb4_unicode_ci', 'prefix' => '', 'url' => null, 'unix_socket' => '', 'options' => []]);
    $conns = ['mysql' => $mysql];
    foreach (array_keys($appDb['connections'] ?? []) as $n) if ($n !== 'mysql' && in_array($appDb['connections'][$n]['driver'] ?? '', ['mysql', 'mariadb'], true)) $conns[$n] = $mysql;
    foreach ($ov['connections'] ?? [] as $n) $conns[$n] = $mysql;
    $config->set('database.default', 'mysql');
    $config->set('database.connections', $conns);
    if (isset($appDb['dbal'])) $config->set('database.dbal', $appDb['dbal']);
    if (is_string($appDb['migrations'] ?? null)) $config->set('database.migrations', $appDb['migrations']);
    elseif (isset($appDb['migrations']['table'])) $config->set('database.migrations', ['table' => $appDb['migrations']['table'], 'update_date_on_publish' => false]);
    foreach (['app.key' => 'base64:' . base64_encode(str_repeat('k', 32)), 'app.cipher' => 'AES-256-CBC', 'app.env' => 'local', 'cache.default' => 'array', 'cache.stores.array' => ['driver' => 'array', 'serialize' => false],
        'queue.default' => 'null', 'queue.connections.null' => ['driver' => 'null'], 'queue.connections.sync' => ['driver' => 'null'], 'mail.default' => 'array', 'mail.mailers.array' => ['transport' => 'array'],
        'session.driver' => 'array', 'broadcasting.default' => 'null', 'broadcasting.connections.null' => ['driver' => 'null'], 'logging.default' => 'null', 'logging.channels.null' => ['driver' => 'monolog', 'handler' => Monolog\Handler\NullHandler::class],
        'scout.driver' => null, 'hashing.bcrypt.rounds' => 4, 'hashing.argon.time' => 1, 'app.providers' => oracle_providers()] + ($ov['config'] ?? []) as $k => $v) $config->set($k, $v);
    foreach ($ov['config_append'] ?? [] as $k => $v) if (!$config->has($k)) $config->set($k, $v);
    $config->set('app.aliases', array_merge($appAliases, (method_exists(Illuminate\Support\Facades\Facade::class, 'defaultAliases') ? Illuminate\Support\Facades\Facade::defaultAliases()->toArray() : []), $ov['aliases'] ?? []));
    if (isset($ov['files'])) foreach ($ov['files'] as $f) { try { require_once $o['app'] . '/' . $f; } catch (Throwable $t) { $notes[] = "file $f: " . $t->getMessage(); } }

    date_default_timezone_set('UTC'); mb_internal_encoding('UTF-8');
    $app->detectEnvironment(fn () => 'local');
    $app->bootstrapWith([Illuminate\Foundation\Bootstrap\RegisterFacades::class, Illuminate\Foundation\Bootstrap\SetRequestForConsole::class]);
    foreach ($ov['migration_config_from'] ?? [] as $key => $file) { try { $app['config']->set($key, array_merge(require $o['app'] . '/' . $file, (array) $app['config']->get($key, []))); } catch (Throwable $t) { $notes[] = "config $key: " . $t->getMessage(); } }
    $app->registerConfiguredProviders();
    $app->boot();
    // the app's own console commands, but only those that its migrations call by name
    $called = [];
    foreach ($o['files'] as $f) if (preg_match_all('/(?:Artisan::|->)call\(\s*[\'"]([\w:.-]+)/', (string) file_get_contents($f), $m)) foreach ($m[1] as $x) $called[$x] = true;
    $commands = [];
    if ($called) foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator(is_dir($o['app'] . '/app') ? $o['app'] . '/app' : $o['app'], FilesystemIterator::SKIP_DOTS)) as $f) {
        if ($f->getExtension() !== 'php' || !str_contains($f->getPath(), 'Command')) continue;
        $src = (string) file_get_contents($f->getPathname());
        if (preg_match('/(?:\$signature|\$name)\s*=\s*[\'"]\s*([\w:.-]+)/', $src, $m) && isset($called[$m[1]]) && preg_match('/^namespace\s+([\w\\\\]+)/m', $src, $n) && preg_match('/^(?:final )?class\s+(\w+)/m', $src, $k)) $commands[] = $n[1] . '\\' . $k[1];
    }
    if ($commands) { Illuminate\Console\Application::starting(function ($artisan) use ($commands, &$notes) { foreach ($commands as $c) try { $artisan->resolve($c); } catch (Throwable $t) {} }); $notes[] = 'commands: ' . implode(' ', $commands); }
    foreach ($ov['providers'] ?? [] as $p) { try { $app->register($p); } catch (Throwable $t) { $notes[] = "provider $p: " . $t->getMessage(); } }
    if (isset($ov['boot'])) ($ov['boot'])($app);
    // what the app's own providers set for every migration
    $len = $ov['string_length'] ?? null;
    if ($len === null) {
        foreach (glob($o['app'] . '/app/Providers/{*.php,}', GLOB_BRACE) + [] as $f) if (is_file($f) && preg_match('/^\s*(?:Schema::|\$schema->)defaultStringLength\((\d+)\)/m', (string) file_get_contents($f), $m)) $len = (int) $m[1];
        foreach (glob($o['app'] . '/app/App/Providers/*.php') as $f) if (preg_match('/^\s*Schema::defaultStringLength\((\d+)\)/m', (string) file_get_contents($f), $m)) $len = (int) $m[1];
    }
    if ($len) Illuminate\Support\Facades\Schema::defaultStringLength($len);
    if (isset($ov['morph_key'])) Illuminate\Database\Schema\Builder::defaultMorphKeyType($ov['morph_key']);
    $notes[] = 'defaultStringLength=' . ($len ?: 255) . ' strict=' . json_encode($mysql['strict'] ?? null) . ' engine=' . json_encode($mysql['engine'] ?? null) . (isset($ov['morph_key']) ? ' morphKey=' . $ov['morph_key'] : '');
    return [$app, $notes];
}
