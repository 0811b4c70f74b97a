import { phpTable } from './phpTable';

/** Methods of Str, and so of Stringable, as PHP. Each takes the text first. */
const SOURCE = `<?php
$list = fn ($v) => is_array($v) ? $v : [$v];
return [
    'betweenFirst' => fn ($s, $from, $to) => $from === '' || $to === '' ? $s : Str::before(Str::after($s, $from), $to),
    'words' => function ($s, $words = 100, $end = '...') {
        preg_match('/^\\s*(?:\\S+\\s*){1,' . $words . '}/u', $s, $found);
        return ! isset($found[0]) || mb_strlen($s) === mb_strlen($found[0]) ? $s : rtrim($found[0]) . $end;
    },
    'substrCount' => fn ($s, $needle) => substr_count($s, $needle),
    'mask' => function ($s, $with, $from, $length = null) {
        $part = mb_substr($s, $from, $length);
        if ($with === '' || $part === '') return $s;
        $n = mb_strlen($s);
        $start = $from < 0 ? max(0, $n + $from) : $from;
        return mb_substr($s, 0, $start) . str_repeat(mb_substr($with, 0, 1), mb_strlen($part)) . mb_substr($s, $start + mb_strlen($part));
    },
    'padLeft' => fn ($s, $n, $pad = ' ') => str_repeat($pad, max(0, $n)) === '' ? $s : mb_substr(str_repeat($pad, $n), 0, max(0, $n - mb_strlen($s))) . $s,
    'padRight' => fn ($s, $n, $pad = ' ') => $s . mb_substr(str_repeat($pad, max(0, $n)), 0, max(0, $n - mb_strlen($s))),
    'padBoth' => function ($s, $n, $pad = ' ') {
        $short = max(0, $n - mb_strlen($s));
        return mb_substr(str_repeat($pad, $short), 0, intdiv($short, 2)) . $s . mb_substr(str_repeat($pad, $short), 0, $short - intdiv($short, 2));
    },
    'headline' => function ($s) {
        $parts = explode(' ', $s);
        $words = count($parts) > 1 ? array_map(fn ($p) => Str::title($p), $parts) : array_map(fn ($p) => Str::title($p), preg_split('/(?=\\p{Lu})/u', implode('_', $parts), -1, PREG_SPLIT_NO_EMPTY));
        $words = str_replace(['-', '_', ' '], '_', implode('_', $words));
        return implode(' ', array_filter(explode('_', $words)));
    },
    'repeat' => fn ($s, $times) => str_repeat($s, $times),
    'ucsplit' => fn ($s) => preg_split('/(?=\\p{Lu})/u', $s, -1, PREG_SPLIT_NO_EMPTY),
    'charAt' => fn ($s, $i) => ($i < 0 ? $i < -mb_strlen($s) : $i > mb_strlen($s) - 1) ? false : mb_substr($s, $i, 1),
    'chopStart' => function ($s, $starts) use ($list) { foreach ($list($starts) as $start) if ($start !== '' && str_starts_with($s, $start)) return substr($s, strlen($start)); return $s; },
    'chopEnd' => function ($s, $ends) use ($list) { foreach ($list($ends) as $end) if ($end !== '' && str_ends_with($s, $end)) return substr($s, 0, -strlen($end)); return $s; },
    'take' => fn ($s, $n) => $n < 0 ? mb_substr($s, $n) : mb_substr($s, 0, $n),
    'wordWrap' => fn ($s, $n = 75, $break = "\\n", $cut = false) => wordwrap($s, $n, $break, $cut),
    'unwrap' => function ($s, $before, $after = null) {
        $s = str_starts_with($s, $before) ? substr($s, strlen($before)) : $s;
        $after = $after ?? $before;
        return str_ends_with($s, $after) ? substr($s, 0, -strlen($after)) : $s;
    },
    'deduplicate' => fn ($s, $c = ' ') => preg_replace('/' . preg_quote($c, '/') . '+/u', $c, $s),
    'isMatch' => function ($s, $patterns) use ($list) { foreach ($list($patterns) as $pattern) if (preg_match($pattern, $s) === 1) return true; return false; },
    'match' => fn ($s, $pattern) => preg_match($pattern, $s, $found) ? ($found[1] ?? $found[0]) : '',
    'matchAll' => function ($s, $pattern) { preg_match_all($pattern, $s, $found); return collect(empty($found[0]) ? [] : ($found[1] ?? $found[0])); },
    'replaceMatches' => fn ($s, $pattern, $with, $limit = -1) => $with instanceof Closure ? preg_replace_callback($pattern, $with, $s, $limit) : preg_replace($pattern, $with, $s, $limit),
];
`;

export const STRINGS = phpTable('Illuminate/Support/Str.php', SOURCE);

/** Where the text stands among a static call's arguments, if it is not the first. */
export const TEXT_AT: Readonly<Record<string, number>> = {
  match: 1,
  matchAll: 1,
  isMatch: 1,
  replaceMatches: 2,
};
