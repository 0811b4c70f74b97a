<?php
// A connection that stops before a statement, as a run does that is killed there, or passes over what the server
// refuses, as if a guard stood round it. Loaded only after Laravel.

final class StoppedRun extends Error {}

final class SteppedConnection extends Illuminate\Database\MySqlConnection {
    /** So many statements are done before the run stops; null: all. */
    public static ?int $stopAfter = null;
    public static bool $passOver = false;
    /** @var string[] what was sent, questions left out */
    public static array $sent = [];
    /** @var array<array{code: ?int, message: string, sql: string}> */
    public static array $refused = [];
    private static bool $stopped = false;

    public static function begin(?int $stopAfter, bool $passOver): void {
        [self::$stopAfter, self::$passOver, self::$sent, self::$refused, self::$stopped] = [$stopAfter, $passOver, [], [], false];
    }

    public static function install(Illuminate\Database\DatabaseManager $db): void {
        Illuminate\Database\Connection::resolverFor('mysql', fn ($pdo, $database, $prefix, $config) => new self($pdo, $database, $prefix, $config));
        foreach (array_keys($db->getConnections()) as $name) $db->purge($name);
    }

    protected function run($query, $bindings, Closure $callback) {
        $isQuestion = preg_match('/^[\s(]*(select|show|explain|describe|use)\b/i', $query) || preg_match('/^(insert into|delete from) `migrations`/', $query);
        // What is caught must not go on either.
        if (self::$stopped || (!$isQuestion && self::$stopAfter !== null && count(self::$sent) >= self::$stopAfter)) {
            self::$stopped = true;
            throw new StoppedRun('stopped');
        }
        if (!$isQuestion) self::$sent[] = $query;
        try { return parent::run($query, $bindings, $callback); }
        catch (Illuminate\Database\QueryException $e) {
            self::$refused[] = ['code' => $e->errorInfo[1] ?? null, 'message' => $e->errorInfo[2] ?? $e->getMessage(), 'sql' => $query];
            if (!self::$passOver || $isQuestion) throw $e;
            return true;
        }
    }
}
