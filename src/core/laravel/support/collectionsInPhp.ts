import type { NativeCall } from '../../php/classes';
import type { Value } from '../../php/values';
import { phpTable } from './phpTable';

/**
 * Methods of collections and Arr as PHP.
 * Each takes the items first. Those that change the collection give its new items and what the method answers.
 */
const SOURCE = `<?php
$pick = fn ($by) => $by === null ? fn ($v) => $v : (is_string($by) || is_int($by) || is_array($by) ? fn ($v) => data_get($v, $by) : $by);
$call = fn ($f) => is_object($f) && is_callable($f);
$plain = fn ($v) => is_object($v) && method_exists($v, 'all') ? $v->all() : (is_array($v) ? $v : ($v === null ? [] : [$v]));
$sort = function (array $items, $by, bool $down, int $flags = SORT_REGULAR) use ($pick) {
    $keys = [];
    foreach ($items as $k => $v) $keys[$k] = $pick($by)($v, $k);
    $down ? arsort($keys, $flags) : asort($keys, $flags);
    $out = [];
    foreach ($keys as $k => $_) $out[$k] = $items[$k];
    return collect($out);
};
$sortMany = function (array $items, array $rules) {
    uasort($items, function ($a, $b) use ($rules) {
        foreach ($rules as $rule) {
            if (is_object($rule)) { $order = $rule($a, $b); }
            else {
                [$by, $way] = is_array($rule) ? [$rule[0], $rule[1] ?? 'asc'] : [$rule, 'asc'];
                $order = is_object($by) ? $by($a, $b) : data_get($a, $by) <=> data_get($b, $by);
                if ($way === 'desc' || $way === false) $order = -$order;
            }
            if ($order !== 0) return $order;
        }
        return 0;
    });
    return collect($items);
};
$test = function ($key, $operator = null, $value = null) use ($call) {
    if ($call($key)) return $key;
    if (func_num_args() === 1) return fn ($v) => (bool) data_get($v, $key);
    if (func_num_args() === 2) { $value = $operator; $operator = '='; }
    return fn ($v) => match ($operator) {
        '=', '==' => data_get($v, $key) == $value, '!=', '<>' => data_get($v, $key) != $value,
        '===' => data_get($v, $key) === $value, '!==' => data_get($v, $key) !== $value,
        '<' => data_get($v, $key) < $value, '>' => data_get($v, $key) > $value,
        '<=' => data_get($v, $key) <= $value, '>=' => data_get($v, $key) >= $value, '<=>' => data_get($v, $key) <=> $value,
    };
};
$group = function (array $items, $by, bool $keep = false) use ($pick, &$group) {
    $rest = is_array($by) ? array_slice($by, 1) : [];
    $first = is_array($by) ? $by[0] : $by;
    $out = [];
    foreach ($items as $k => $v) {
        foreach (is_array($names = $pick($first)($v, $k)) ? $names : [$names] as $name) {
            $name = match (true) { is_bool($name) => (int) $name, $name instanceof BackedEnum => $name->value, $name === null => '', default => $name };
            $keep ? $out[$name][$k] = $v : $out[$name][] = $v;
        }
    }
    return collect(array_map(fn ($g) => $rest === [] ? collect($g) : $group($g, $rest, $keep), $out));
};
$pluck = function (array $items, $value, $key = null) {
    $out = [];
    foreach ($items as $item) {
        $v = $value instanceof Closure ? $value($item) : data_get($item, $value);
        if ($key === null) $out[] = $v;
        else $out[$key instanceof Closure ? $key($item) : (string) data_get($item, $key)] = $v;
    }
    return $out;
};
$collapse = function (array $items) use ($plain) {
    $lists = [];
    foreach ($items as $item) if (is_array($item) || is_object($item)) $lists[] = $plain($item);
    return array_merge([], ...$lists);
};
$flatten = function (array $items, $depth) use ($plain, &$flatten) {
    $out = [];
    foreach ($items as $item) {
        $inner = is_object($item) && method_exists($item, 'all') ? $item->all() : $item;
        if (! is_array($inner)) $out[] = $item;
        else foreach ($depth === 1 ? array_values($inner) : $flatten($inner, $depth - 1) as $each) $out[] = $each;
    }
    return $out;
};
$dotted = function (array $items, $key) {
    if (array_key_exists($key, $items)) return true;
    foreach (explode('.', $key) as $part) {
        if (! is_array($items) || ! array_key_exists($part, $items)) return false;
        $items = $items[$part];
    }
    return true;
};
$undot = function (array $items) {
    $out = [];
    foreach ($items as $name => $value) {
        $at = &$out;
        foreach (explode('.', $name) as $key) { if (! is_array($at)) $at = []; $at = &$at[$key]; }
        $at = $value;
        unset($at);
    }
    return $out;
};
return [
    'avg' => function ($items, $by = null) use ($pick) {
        $known = array_filter(array_map($pick($by), $items), fn ($v) => $v !== null);
        return $known === [] ? null : array_sum($known) / count($known);
    },
    'median' => function ($items, $by = null) use ($pick) {
        $v = array_values(array_filter(array_map($pick($by), $items), fn ($v) => $v !== null));
        sort($v);
        $n = count($v);
        return $n === 0 ? null : ($n % 2 ? $v[intdiv($n, 2)] : ($v[$n / 2 - 1] + $v[$n / 2]) / 2);
    },
    'sum' => fn ($items, $by = null) => array_reduce(array_map($pick($by), $items), fn ($sum, $v) => $sum + $v, 0),
    'max' => function ($items, $by = null) use ($pick) { $v = array_filter(array_map($pick($by), $items), fn ($v) => $v !== null); return $v === [] ? null : max($v); },
    'min' => function ($items, $by = null) use ($pick) { $v = array_filter(array_map($pick($by), $items), fn ($v) => $v !== null); return $v === [] ? null : min($v); },
    'zip' => fn ($items, ...$others) => collect(array_map(fn (...$row) => collect($row), $items, ...array_map($plain, $others))),
    'partition' => function ($items, ...$args) use ($test) {
        $is = $test(...$args); $yes = $no = [];
        foreach ($items as $k => $v) if ($is($v, $k)) $yes[$k] = $v; else $no[$k] = $v;
        return collect([collect($yes), collect($no)]);
    },
    'crossJoin' => function ($items, ...$lists) use ($plain) {
        $rows = array_map(fn ($v) => [$v], array_values($items));
        foreach ($lists as $list) { $next = []; foreach ($rows as $row) foreach ($plain($list) as $v) $next[] = [...$row, $v]; $rows = $next; }
        return collect($rows);
    },
    'nth' => function ($items, $step, $offset = 0) {
        $out = [];
        foreach (array_slice(array_values($items), $offset) as $i => $v) if ($i % $step === 0) $out[] = $v;
        return collect($out);
    },
    'mapToGroups' => function ($items, $f) {
        $out = [];
        foreach ($items as $k => $v) foreach ($f($v, $k) as $name => $value) $out[$name][] = $value;
        return collect(array_map(fn ($g) => collect($g), $out));
    },
    'mapToDictionary' => function ($items, $f) {
        $out = [];
        foreach ($items as $k => $v) foreach ($f($v, $k) as $name => $value) $out[$name][] = $value;
        return collect($out);
    },
    'mapInto' => fn ($items, $class) => collect($items)->map(fn ($v, $k) => new $class($v, $k)),
    'mapSpread' => fn ($items, $f) => collect($items)->map(fn ($row, $k) => $f(...[...array_values($plain($row)), $k])),
    'eachSpread' => function ($items, $f) use ($plain) { foreach ($items as $k => $row) if ($f(...[...array_values($plain($row)), $k]) === false) break; return collect($items); },
    'pad' => fn ($items, $size, $value) => collect(array_pad($items, $size, $value)),
    'replace' => fn ($items, $other) => collect(array_replace($items, $plain($other))),
    'union' => fn ($items, $other) => collect($items + $plain($other)),
    'diffKeys' => fn ($items, $other) => collect(array_diff_key($items, $plain($other))),
    'diffAssoc' => fn ($items, $other) => collect(array_diff_assoc($items, $plain($other))),
    'intersectByKeys' => fn ($items, $other) => collect(array_intersect_key($items, $plain($other))),
    'slice' => fn ($items, $offset, $length = null) => collect(array_slice($items, $offset, $length, true)),
    'split' => function ($items, $parts) {
        $out = []; $n = count($items); $from = 0;
        for ($i = 0; $i < $parts && $from < $n; $i++) { $size = intdiv($n, $parts) + ($i < $n % $parts ? 1 : 0); $out[] = collect(array_slice($items, $from, $size)); $from += $size; }
        return collect($out);
    },
    'skipUntil' => function ($items, $to) use ($call) { $out = []; $on = false; foreach ($items as $k => $v) { $on = $on || ($call($to) ? $to($v, $k) : $v === $to); if ($on) $out[$k] = $v; } return collect($out); },
    'takeUntil' => function ($items, $to) use ($call) { $out = []; foreach ($items as $k => $v) { if ($call($to) ? $to($v, $k) : $v === $to) break; $out[$k] = $v; } return collect($out); },
    'takeWhile' => function ($items, $to) use ($call) { $out = []; foreach ($items as $k => $v) { if (! ($call($to) ? $to($v, $k) : $v === $to)) break; $out[$k] = $v; } return collect($out); },
    'countBy' => function ($items, $by = null) use ($pick) { $out = []; foreach ($items as $k => $v) { $name = $pick($by)($v, $k); $out[$name] = ($out[$name] ?? 0) + 1; } return collect($out); },
    'duplicates' => function ($items, $by = null) use ($pick) { $seen = $out = []; foreach ($items as $k => $v) { $x = $pick($by)($v, $k); if (in_array($x, $seen)) $out[$k] = $x; else $seen[] = $x; } return collect($out); },
    'flip' => fn ($items) => collect(array_flip($items)),
    'containsOneItem' => fn ($items) => count($items) === 1,
    'containsStrict' => fn ($items, $value) => in_array($value, $items, true),
    'whereNull' => fn ($items, $key = null) => collect($items)->filter(fn ($v) => data_get($v, $key) === null),
    'whereNotNull' => fn ($items, $key = null) => collect($items)->filter(fn ($v) => data_get($v, $key) !== null),
    'whereNotIn' => fn ($items, $key, $values) => collect($items)->reject(fn ($v) => in_array(data_get($v, $key), $plain($values))),
    'whereStrict' => fn ($items, $key, $value) => collect($items)->filter(fn ($v) => data_get($v, $key) === $value),
    'whereBetween' => fn ($items, $key, $ends) => collect($items)->filter(fn ($v) => data_get($v, $key) >= $plain($ends)[0] && data_get($v, $key) <= $plain($ends)[1]),
    'whereInstanceOf' => fn ($items, $class) => collect($items)->filter(fn ($v) => $v instanceof $class),
    'value' => fn ($items, $key, $default = null) => data_get(array_values($items)[0] ?? null, $key, $default),
    'dot' => fn ($items) => collect(Illuminate\\Support\\Arr::dot($items)),
    'undot' => fn ($items) => collect($undot($items)),
    'sort' => function ($items, $f = null) { is_object($f) ? uasort($items, $f) : asort($items, $f ?? SORT_REGULAR); return collect($items); },
    'sortDesc' => function ($items, $flags = SORT_REGULAR) { arsort($items, $flags); return collect($items); },
    'sortBy' => fn ($items, $by, $flags = SORT_REGULAR, $down = false) => is_array($by) ? $sortMany($items, $by) : $sort($items, $by, $down, $flags),
    'sortByDesc' => fn ($items, $by, $flags = SORT_REGULAR) => $sort($items, $by, true, $flags),
    'sortKeys' => function ($items, $flags = SORT_REGULAR) { ksort($items, $flags); return collect($items); },
    'sortKeysDesc' => function ($items, $flags = SORT_REGULAR) { krsort($items, $flags); return collect($items); },
    'groupBy' => fn ($items, $by, $keep = false) => $group($items, $by, $keep),
    'keyBy' => function ($items, $by) use ($pick) {
        $out = [];
        foreach ($items as $k => $v) { $name = $pick($by)($v, $k); $out[$name instanceof BackedEnum ? $name->value : (is_object($name) ? (string) $name : $name)] = $v; }
        return collect($out);
    },
    'pluck' => fn ($items, $value, $key = null) => collect($pluck($items, $value, $key)),
    'combine' => fn ($items, $values) => collect(array_combine($items, $plain($values))),
    'mapWithKeys' => function ($items, $f) { $out = []; foreach ($items as $k => $v) foreach ($f($v, $k) as $name => $value) $out[$name] = $value; return collect($out); },
    'implode' => function ($items, $by, $glue = null) {
        if ($by instanceof Closure) return implode($glue ?? '', collect($items)->map($by)->all());
        $first = array_values($items)[0] ?? null;
        return is_array($first) || (is_object($first) && ! method_exists($first, '__toString')) ? implode($glue ?? '', collect($items)->pluck($by)->all()) : implode($by ?? '', $items);
    },
    'join' => function ($items, $glue, $last = '') {
        if ($last === '' || count($items) < 2) return implode($last === '' ? $glue : '', $items);
        $end = array_pop($items);
        return implode($glue, $items) . $last . $end;
    },
    'search' => function ($items, $value, $strict = false) use ($call) {
        if (! $call($value)) return array_search($value, $items, $strict);
        foreach ($items as $k => $v) if ($value($v, $k)) return $k;
        return false;
    },
    'collapse' => fn ($items) => collect($collapse($items)),
    'flatten' => function ($items, $depth = INF) use ($plain, &$flatten) { return collect($flatten($items, $depth)); },
    'map' => function ($items, $f) {
        $out = [];
        foreach ($items as $k => $v) {
            try { $out[$k] = $f($v, $k); } catch (ArgumentCountError $e) { if (! is_string($f)) throw $e; $out[$k] = $f($v); }
        }
        return collect($out);
    },
    'get' => fn ($items, $key, $default = null) => array_key_exists($key ?? '', $items) ? $items[$key ?? ''] : value($default),
    'first' => function ($items, $f = null, $default = null) { foreach ($items as $k => $v) if ($f === null || $f($v, $k)) return $v; return value($default); },
    'last' => function ($items, $f = null, $default = null) { foreach (array_reverse($items, true) as $k => $v) if ($f === null || $f($v, $k)) return $v; return value($default); },
    'sole' => function ($items, ...$args) use ($test) {
        $found = $args === [] ? $items : array_filter($items, $test(...$args));
        if ($found === []) throw new Illuminate\\Support\\ItemNotFoundException;
        if (count($found) > 1) throw new Illuminate\\Support\\MultipleItemsFoundException(count($found));
        return array_values($found)[0];
    },
    'forPage' => fn ($items, $page, $size) => collect(array_slice($items, max(0, ($page - 1) * $size), $size, true)),
    'hasAny' => function ($items, ...$keys) use ($plain) { foreach (is_array($keys[0]) ? $keys[0] : $keys as $key) if (array_key_exists($key, $items)) return true; return false; },
    'sliding' => function ($items, $size = 2, $step = 1) { $out = []; for ($i = 0; $i + $size <= count($items); $i += $step) $out[] = collect(array_slice($items, $i, $size, true)); return collect($out); },
    'toJson' => fn ($items, $flags = 0) => json_encode(collect($items), $flags),
    'jsonSerialize' => fn ($items) => $items,
    'diffUsing' => fn ($items, $other, $f) => collect(array_udiff($items, $plain($other), $f)),
    'push' => fn ($items, ...$values) => [[...$items, ...array_values($values)], null],
    'prepend' => fn ($items, $value, $key = null) => [func_num_args() === 2 ? [$value, ...$items] : [$key => $value] + $items, null],
    'pop' => function ($items) { $last = array_pop($items); return [$items, $last]; },
    'shift' => function ($items) { $first = array_shift($items); return [$items, $first]; },
    'pull' => function ($items, $key, $default = null) { $value = $items[$key] ?? value($default); unset($items[$key]); return [$items, $value]; },
    'splice' => function ($items, $offset, $length = null, $replacement = []) { $cut = array_splice($items, $offset, $length, $replacement); return [$items, collect($cut)]; },
    'transform' => function ($items, $f) { foreach ($items as $k => $v) $items[$k] = $f($v, $k); return [$items, null]; },
    'put' => function ($items, $key, $value) { $items[$key] = $value; return [$items, null]; },
    'offsetSet' => function ($items, $key, $value) { if ($key === null) $items[] = $value; else $items[$key] = $value; return [$items, null]; },
    'forget' => function ($items, $keys) use ($plain) { foreach ($plain($keys) as $key) unset($items[$key]); return [$items, null]; },
    'Arr::pluck' => $pluck,
    'Arr::flatten' => fn ($items, $depth = INF) => $flatten($items, $depth),
    'Arr::has' => function ($items, $keys) use ($plain, $dotted) { $keys = $plain($keys); foreach ($keys as $key) if (! $dotted($items, $key)) return false; return $keys !== [] && $items !== []; },
    'Arr::first' => function ($items, $f = null, $default = null) { foreach ($items as $k => $v) if ($f === null || $f($v, $k)) return $v; return value($default); },
    'Arr::last' => function ($items, $f = null, $default = null) { foreach (array_reverse($items, true) as $k => $v) if ($f === null || $f($v, $k)) return $v; return value($default); },
    'Arr::map' => fn ($items, $f) => collect($items)->map($f)->all(),
    'Arr::query' => fn ($items) => http_build_query($items, '', '&', PHP_QUERY_RFC3986),
    'Arr::collapse' => $collapse,
    'Arr::undot' => $undot,
    'Arr::divide' => fn ($items) => [array_keys($items), array_values($items)],
    'Arr::keyBy' => fn ($items, $by) => collect($items)->keyBy($by)->all(),
    'Arr::prepend' => fn ($items, $value, $key = null) => func_num_args() === 2 ? [$value, ...$items] : [$key => $value] + $items,
    'Arr::mapWithKeys' => fn ($items, $f) => collect($items)->mapWithKeys($f)->all(),
    'Arr::whereNotNull' => fn ($items) => array_filter($items, fn ($v) => $v !== null),
    'Arr::crossJoin' => fn ($items, ...$lists) => collect($items)->crossJoin(...$lists)->all(),
    'Arr::sort' => fn ($items, $by = null) => collect($items)->sortBy($by)->all(),
    'Arr::sortDesc' => fn ($items, $by = null) => collect($items)->sortByDesc($by)->all(),
    'Arr::reject' => fn ($items, $f) => array_filter($items, fn ($v, $k) => ! $f($v, $k), ARRAY_FILTER_USE_BOTH),
    'Arr::partition' => fn ($items, $f) => collect($items)->partition($f)->map->all()->all(),
    'Arr::add' => function ($items, $key, $value) { if (data_get($items, $key) === null) $items[$key] = $value; return $items; },
    'Arr::join' => fn ($items, $glue, $last = '') => collect($items)->join($glue, $last),
    'Arr::toCssClasses' => fn ($items) => implode(' ', array_keys(array_filter($items))),
    'Arr::hasAny' => function ($items, $keys) use ($plain) { foreach ($plain($keys) as $key) if (Illuminate\\Support\\Arr::has($items, $key)) return true; return false; },
];
`;

const table = phpTable('Illuminate/Support/Collection.php', SOURCE);

/** What the method does with the items and its arguments. */
export function inPhp(call: NativeCall, method: string, items: Value): Value {
  return table.run(call, method, [items]);
}

/** Those that change the collection itself. */
export const CHANGING = [
  'push',
  'prepend',
  'pop',
  'shift',
  'pull',
  'splice',
  'transform',
  'put',
  'offsetSet',
  'forget',
];
export const ASKING = table.names.filter((name) => !name.includes('::') && !CHANGING.includes(name));
export const OF_ARRAYS = table.names
  .filter((name) => name.startsWith('Arr::'))
  .map((name) => name.slice('Arr::'.length));
