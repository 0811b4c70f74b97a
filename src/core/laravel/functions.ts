import { mayBePhps } from '../php/functionNames';
import { shortName } from '../php/names';
import type { PhpFile } from '../php/run';
import { phpFiles } from './autoload';
import type { Composer } from './composer';
import type { Files } from './files';
import { hasHelper } from './since';

/** Where a function is that neither Laravel nor PHP has: its file, `absent` where there surely is none, or null. */
export type FunctionFinder = (name: string) => PhpFile | 'absent' | null;

/** Functions of packages that every Laravel application has, which are not modelled here. */
const OF_PACKAGES = new Set(
  (
    'dd ddd dump ray rd trap trigger_deprecation mock spy namedmock any anyargs andanyotherargs andanyothers ' +
    // Laravel's own that change no schema.
    '__ action append_config back broadcast broadcast_if broadcast_unless class_uses_recursive context cookie ' +
    'csrf_field csrf_token data_fill data_forget data_has data_set defer dispatch_now fluent lang_path ' +
    'laravel_cloud lazy literal logs method_field mix object_get old policy precognitive preg_replace_array proxy ' +
    'redirect report_unless response secure_asset secure_url to_action to_route trait_uses_recursive trans_choice ' +
    'uri validator windows_os'
  ).split(' '),
);

/** Finds functions in the files that Composer loads always; what other files declare may be loaded, or not. */
export function functionFinder(
  files: Files,
  composer: Pick<Composer, 'functionFiles' | 'hidesFunctions' | 'laravel'>,
): FunctionFinder {
  let names: ReadonlySet<string> | null | undefined;
  const declared = new Map<string, ReadonlySet<string>>();
  const namesOf = (text: string): ReadonlySet<string> => {
    const found = declared.get(text) ?? declaredFunctions(text);
    declared.set(text, found);
    return found;
  };
  return (name) => {
    const lower = name.toLowerCase();
    const short = shortName(lower);
    for (const file of composer.functionFiles) {
      const text = files.read(file);
      if (text !== null && namesOf(text).has(short)) return { file, text };
    }
    const isPackages = OF_PACKAGES.has(lower) && hasHelper(composer.laravel, lower) !== false;
    if (composer.hidesFunctions || lower !== short || mayBePhps(lower) || isPackages) return null;
    names = names === undefined ? namesIn(files) : names;
    return names === null || names.has(lower) ? null : 'absent';
  };
}

function declaredFunctions(text: string): ReadonlySet<string> {
  const found = text.matchAll(/\bfunction\s+&?\s*(\w+)\s*\(/gi);
  return new Set([...found].map(([, name = '']) => name.toLowerCase()));
}

const MOST_FILES = 1900;
const OTHERS = /^(?:vendor|node_modules|storage|\.git)$/;

/** The names of all functions and methods in the application's own files; null where there are too many files. */
function namesIn(files: Files): ReadonlySet<string> | null {
  const names = new Set<string>();
  let seen = 0;
  const roots = files.list('').map((name) => name.replace(/\/$/, ''));
  const wanted = roots.filter((root) => !OTHERS.test(root));
  for (const [path, text] of phpFiles(files, wanted)) {
    if (++seen > MOST_FILES) return null;
    // A method of a migration or a test is no function, but a file may declare both.
    if (path.endsWith('.php')) for (const name of declaredFunctions(text)) names.add(name);
  }
  return names;
}
