<?php
// What a database held at one moment, table by table, so that only what a second run changed is put back.

final class KeptDatabase {
    private ?PDO $pdo;
    private string $copies;
    /** @var array<string, array{create: string, checksum: ?string, kind: string, triggers: string[]}> */
    private array $kept = [];

    public function __construct(private string $db) {
        $this->copies = $db . '_kept';
        fresh_db($this->copies);
    }

    /** A connection that is closed again: one that a forked worker inherits ends with the worker. */
    private function connected(callable $work): mixed {
        $this->pdo = oracle_pdo($this->db);
        $this->pdo->exec("set session sql_mode = 'NO_AUTO_VALUE_ON_ZERO', foreign_key_checks = 0, unique_checks = 0");
        try { return $work(); } finally { $this->pdo = null; }
    }

    /** Remembers the database as it is now. */
    public function keep(): void { $this->connected($this->keepNow(...)); }

    private function keepNow(): void {
        $now = $this->read();
        foreach (array_keys($this->kept) as $name) if (!isset($now[$name])) $this->forget($name);
        foreach ($now as $name => $table) {
            if (($this->kept[$name] ?? null) === $table) continue;
            $this->forget($name);
            if ($table['kind'] === 'table' && $this->pdo->query("select 1 from `$this->db`.`$name` limit 1")->fetchColumn() !== false)
                $this->pdo->exec("create table `$this->copies`.`$name` as select * from `$this->db`.`$name`");
            $this->kept[$name] = $table;
        }
    }

    /** Puts back what differs; tells whether any definition did (a moved AUTO_INCREMENT is none). */
    public function restore(): bool { return $this->connected($this->restoreNow(...)); }

    private function restoreNow(): bool {
        $now = $this->read();
        $changed = array_filter($now, fn ($table, $name) => ($this->kept[$name] ?? null) !== $table, ARRAY_FILTER_USE_BOTH);
        $lost = array_filter($this->kept, fn ($table, $name) => ($now[$name] ?? null) !== $table, ARRAY_FILTER_USE_BOTH);
        $definitions = fn (array $tables) => array_map(fn ($table) => [preg_replace('/ AUTO_INCREMENT=\d+/', '', $table['create']), $table['triggers']], $tables);
        $is = $definitions($changed); $was = $definitions($lost);
        ksort($is); ksort($was);
        foreach ($changed as $name => $table) $this->pdo->exec("drop $table[kind] `$name`");
        foreach (['table', 'view'] as $kind) foreach ($lost as $name => $table) if ($table['kind'] === $kind) $this->make($name, $table);
        // a server may print what it made from its own text in another way
        if ($lost) $this->kept = array_replace($this->kept, array_intersect_key($this->read(), $lost));
        return $is !== $was;
    }

    public function drop(): void { oracle_pdo()->exec("drop database if exists `$this->copies`"); }

    /** The statements that make the tables and views. */
    public static function definitions(PDO $pdo): string {
        $sql = "set foreign_key_checks = 0;\n";
        foreach (['BASE TABLE', 'VIEW'] as $wanted) foreach ($pdo->query('show full tables')->fetchAll(PDO::FETCH_NUM) as [$name, $type])
            if ($type === $wanted && $name !== 'migrations') $sql .= $pdo->query('show create ' . ($type === 'VIEW' ? 'view' : 'table') . " `$name`")->fetch(PDO::FETCH_NUM)[1] . ";\n";
        return $sql;
    }

    private function make(string $name, array $table): void {
        $this->pdo->exec($table['create']);
        if ($this->hasCopy($name)) {
            $columns = oracle_rows($this->pdo, "select COLUMN_NAME n from information_schema.COLUMNS where TABLE_SCHEMA=? and TABLE_NAME=? and coalesce(GENERATION_EXPRESSION, '')='' order by ORDINAL_POSITION", [$this->db, $name]);
            $list = implode(', ', array_map(fn ($row) => "`$row[n]`", $columns));
            $this->pdo->exec("insert into `$name` ($list) select $list from `$this->copies`.`$name`");
        }
        foreach ($table['triggers'] as $sql) $this->pdo->exec($sql);
    }

    private function forget(string $name): void {
        $this->pdo->exec("drop table if exists `$this->copies`.`$name`");
        unset($this->kept[$name]);
    }

    private function hasCopy(string $name): bool {
        return (bool) oracle_rows($this->pdo, 'select 1 from information_schema.TABLES where TABLE_SCHEMA=? and TABLE_NAME=?', [$this->copies, $name]);
    }

    private function read(): array {
        $found = [];
        foreach ($this->pdo->query('show full tables')->fetchAll(PDO::FETCH_NUM) as [$name, $type]) {
            $kind = $type === 'VIEW' ? 'view' : 'table';
            $row = $this->pdo->query("show create $kind `$name`")->fetch(PDO::FETCH_NUM);
            $found[$name] = ['create' => $row[1], 'checksum' => null, 'kind' => $kind, 'triggers' => []];
        }
        $tables = array_keys(array_filter($found, fn ($table) => $table['kind'] === 'table'));
        if ($tables) foreach ($this->pdo->query('checksum table `' . implode('`, `', $tables) . '`')->fetchAll(PDO::FETCH_NUM) as [$full, $sum])
            $found[substr($full, strlen($this->db) + 1)]['checksum'] = $sum;
        foreach ($this->pdo->query('show triggers')->fetchAll(PDO::FETCH_ASSOC) as $row)
            $found[$row['Table']]['triggers'][] = $this->pdo->query("show create trigger `$row[Trigger]`")->fetch(PDO::FETCH_NUM)[2];
        return $found;
    }
}
