<?php
// Mode `stops` of oracle.php: each migration is stopped behind each of its statements and run again, runs a second time
// straight after its first run, and is rolled back; what is told is what the server refused, and how the definitions
// differ from those that one run leaves (after a rollback: from those before it).

/** Each table's lines. The order of keys says nothing, nor does a character set that MySQL tells beside its collation only where a rebuild of the table named it. */
function stops_definitions(string $db): array {
    $pdo = oracle_pdo($db);
    $found = [];
    foreach ($pdo->query('show full tables')->fetchAll(PDO::FETCH_NUM) as [$name, $type]) {
        if ($name === 'migrations') continue;
        $sql = $pdo->query('show create ' . ($type === 'VIEW' ? 'view' : 'table') . " `$name`")->fetch(PDO::FETCH_NUM)[1];
        $lines = array_map(fn ($line) => rtrim(trim($line), ','), explode("\n", preg_replace('/ AUTO_INCREMENT=\d+| CHARACTER SET \w+(?= COLLATE )/', '', $sql)));
        $columns = array_filter($lines, fn ($line) => str_starts_with($line, '`'));
        $rest = array_diff($lines, $columns);
        sort($rest);
        $found[$name] = [...array_values($columns), ...$rest];
    }
    return $found;
}

/** `table: - line` for what is missing, `+` for what is there instead. */
function stops_differences(array $wanted, array $found): array {
    $all = [];
    foreach ($wanted + $found as $name => $_) {
        [$a, $b] = [$wanted[$name] ?? [], $found[$name] ?? []];
        if ($a === $b) continue;
        foreach (array_diff($a, $b) as $line) $all[] = "$name: - $line";
        foreach (array_diff($b, $a) as $line) $all[] = "$name: + $line";
        if (!array_diff($a, $b) && !array_diff($b, $a)) $all[] = "$name: order of columns";
    }
    return $all;
}

/** @return int[] behind which statements of so many a run is stopped: all, or the most, chosen by the seed */
function stops_points(int $of, int $most, int $seed): array {
    $all = $of < 2 ? [] : range(1, $of - 1);
    if ($of <= $most) return $all;
    mt_srand($seed);
    shuffle($all);
    $some = array_slice($all, 0, $most - 1);
    sort($some);
    return $some;
}

function stops_of(Worker $worker, KeptDatabase $kept, string $db, string $name, string $file, array $opt): array {
    $told = fn (array $r) => ['outcome' => outcome($r), 'refused' => $r['refused'] ?? [], 'error' => $r['error'] ?? null, 'sent' => count($r['sent'] ?? [])];
    $passOver = ['log' => false, 'passOver' => (bool) $opt['pass-over']];
    $before = stops_definitions($db);
    $kept->keep();
    $first = $worker->run($name, $file);
    $after = stops_definitions($db);
    $row = ['first' => $told($first), 'sent' => $first['sent'] ?? [], 'made' => stops_differences($before, $after), 'stops' => []];
    if (!$first['ok']) return $row;
    $of = count($first['sent']);
    foreach (stops_points($of, (int) $opt['stops'], (int) $opt['seed']) as $done) {
        $kept->restore();
        $worker->run($name, $file, ['log' => false, 'stop' => $done]);
        $again = $worker->run($name, $file, $passOver);
        $row['stops'][] = ['done' => $done, 'of' => $of] + $told($again) + ['differs' => stops_differences($after, stops_definitions($db))];
    }
    if ($row['stops']) {
        $kept->restore();
        $worker->run($name, $file);
    }
    $kept->keep();
    $row['second'] = $told($worker->run($name, $file, $passOver)) + ['differs' => stops_differences($after, stops_definitions($db))];
    $kept->restore();
    $row['down'] = $told($worker->run($name, $file, $passOver + ['method' => 'down'])) + ['differs' => stops_differences($before, stops_definitions($db))];
    $kept->restore();
    return $row;
}
