import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The little that Laravel and Carbon do need of the packages that are left out: package → PHP. */
export const standIns: Readonly<Record<string, string>> = {
  'symfony/clock': `<?php

namespace Symfony\\Component\\Clock;

interface ClockInterface extends \\Psr\\Clock\\ClockInterface
{
    public function sleep(float|int $seconds): void;

    public function withTimeZone(\\DateTimeZone|string $timezone): static;
}
`,
  'laravel/serializable-closure': `<?php

namespace Laravel\\SerializableClosure {
    class SerializableClosure
    {
        public static function transformUseVariablesUsing($transformer)
        {
        }

        public static function resolveUseVariablesUsing($resolver)
        {
        }

        public static function setSecretKey($secret)
        {
        }
    }
}

namespace Laravel\\SerializableClosure\\Support {
    class ReflectionClosure extends \\ReflectionFunction
    {
    }
}
`,
  'symfony/polyfill-php83': `<?php

if (! function_exists('json_validate')) {
    function json_validate(string $json, int $depth = 512, int $flags = 0): bool
    {
        json_decode($json, null, $depth, $flags);

        return json_last_error() === JSON_ERROR_NONE;
    }
}
`,
  'symfony/polyfill-php84': `<?php

if (! function_exists('array_find_key')) {
    function array_find_key(array $array, callable $callback): mixed
    {
        foreach ($array as $key => $value) {
            if ($callback($value, $key)) {
                return $key;
            }
        }

        return null;
    }

    function array_find(array $array, callable $callback): mixed
    {
        $key = array_find_key($array, $callback);

        return $key === null ? null : $array[$key];
    }

    function array_any(array $array, callable $callback): bool
    {
        return array_find_key($array, $callback) !== null;
    }

    function array_all(array $array, callable $callback): bool
    {
        return ! array_any($array, fn ($value, $key) => ! $callback($value, $key));
    }
}
`,
  'symfony/polyfill-php85': `<?php

if (! function_exists('array_first')) {
    function array_first(array $array): mixed
    {
        return $array === [] ? null : $array[array_key_first($array)];
    }

    function array_last(array $array): mixed
    {
        return $array === [] ? null : $array[array_key_last($array)];
    }
}
`,
  'symfony/polyfill-php86': `<?php

if (! enum_exists('SortDirection')) {
    enum SortDirection
    {
        case Ascending;
        case Descending;
    }
}
`,
};

const fileOf = (packageName: string): string => `${packageName.replace('/', '-')}.php`;

/** The files that stand in for these packages, as Composer's autoload section names them. */
export const standInFiles = (replaced: readonly string[]): readonly string[] =>
  Object.keys(standIns)
    .filter((name) => replaced.includes(name))
    .map(fileOf);

/** Writes the files that stand in for these packages into the folder of the composer.json. */
export function writeStandIns(folder: string, replaced: readonly string[]): void {
  for (const [name, text] of Object.entries(standIns)) {
    if (replaced.includes(name)) writeFileSync(join(folder, fileOf(name)), text);
  }
}
