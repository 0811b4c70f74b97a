import type { NativeCall, NativeClass, NativeMethod } from '../../php/classes';
import { arrayOf, isArray, isUnknown, listOf, type Value } from '../../php/values';

/** One of PHP's own functions. */
const php = (call: NativeCall, name: string, ...args: readonly Value[]): Value =>
  call.php.callValue(name, args, call.range);

const as =
  (name: string, ...more: readonly Value[]): NativeMethod =>
  (call) =>
    php(call, name, call.args[0] ?? null, ...more);

const APPEND = 8;

const writing =
  (flags: number): NativeMethod =>
  (call) =>
    php(call, 'file_put_contents', call.args[0] ?? null, call.args[1] ?? '', flags);

/** The paths in a folder that PHP's function finds to be what is wanted, in order. */
function pathsIn(call: NativeCall, test: string): readonly string[] | Extract<Value, { kind: 'unknown' }> {
  const folder = call.php.toText(call.args[0] ?? '', call.range);
  if (isUnknown(folder)) return folder;
  const names = php(call, 'scandir', folder);
  if (!isArray(names)) return call.php.unknown('what is in a folder', call.range);
  return [...names.entries.values()]
    .filter((name): name is string => typeof name === 'string' && !name.startsWith('.'))
    .map((name) => `${folder.replace(/\/+$/, '')}/${name}`)
    .filter((path) => php(call, test, path) === true);
}

/** What of the File facade reads the application's own files. (Filesystem) */
export const fileMethods: Readonly<Record<string, NativeMethod>> = {
  get: as('file_get_contents'),
  sharedGet: as('file_get_contents'),
  exists: as('file_exists'),
  missing: (call) => {
    const there = php(call, 'file_exists', call.args[0] ?? null);
    return isUnknown(there) ? there : there !== true;
  },
  put: writing(0),
  replace: writing(0),
  append: writing(APPEND),
  prepend(call) {
    const before = php(call, 'file_exists', call.args[0] ?? null) === true;
    const old = before ? php(call, 'file_get_contents', call.args[0] ?? null) : '';
    const parts = listOf([call.args[1] ?? '', old]);
    return php(call, 'file_put_contents', call.args[0] ?? null, parts);
  },
  delete(call) {
    const given = call.args[0] ?? null;
    const paths = isArray(given) ? [...given.entries.values()] : call.args;
    const done = paths.map((path) => {
      const there = php(call, 'file_exists', path);
      return there === true ? php(call, 'unlink', path) : there;
    });
    return done.find(isUnknown) ?? !done.includes(false);
  },
  copy: (call) => php(call, 'copy', ...call.args.slice(0, 2)),
  move: (call) => php(call, 'rename', ...call.args.slice(0, 2)),
  makeDirectory(call) {
    const path = call.args[0] ?? null;
    // With its last argument it says nothing of a folder that is there.
    return php(call, 'is_dir', path) === true && call.args[3] === true ? false : php(call, 'mkdir', path);
  },
  ensureDirectoryExists(call) {
    const there = php(call, 'is_dir', call.args[0] ?? null);
    if (there === false) php(call, 'mkdir', call.args[0] ?? null);
    return null;
  },
  isFile: as('is_file'),
  isDirectory: as('is_dir'),
  glob: (call) => php(call, 'glob', ...call.args),
  json: (call) => {
    const text = php(call, 'file_get_contents', call.args[0] ?? null);
    return isUnknown(text) ? text : php(call, 'json_decode', text, true);
  },
  lines(call) {
    const lines = php(call, 'file', call.args[0] ?? null, 2);
    return call.php.callStatic('Illuminate\\Support\\Collection', 'make', [lines], call.range);
  },
  name: as('pathinfo', 8),
  basename: as('basename'),
  dirname: as('dirname'),
  extension: as('pathinfo', 4),
  getRequire: (call) => call.php.include(call.args[0] ?? null),
  requireOnce: (call) => call.php.include(call.args[0] ?? null),
  directories(call) {
    const paths = pathsIn(call, 'is_dir');
    return 'kind' in paths ? paths : listOf(paths);
  },
  files(call) {
    const paths = pathsIn(call, 'is_file');
    if ('kind' in paths) return paths;
    return arrayOf(
      paths.map((path, i): [number, Value] => [i, call.php.instantiate('SplFileInfo', [path], call.range)]),
    );
  },
};

class FilePath {
  constructor(readonly path: Value) {}
}

const own =
  (name: string, ...more: readonly Value[]): NativeMethod =>
  (call) =>
    php(call, name, call.self?.internal instanceof FilePath ? call.self.internal.path : null, ...more);

/** A file of a listing. */
export const fileClasses: readonly NativeClass[] = [
  {
    name: 'SplFileInfo',
    interfaces: ['Stringable'],
    construct(call) {
      if (call.self) call.self.internal = new FilePath(call.args[0] ?? null);
    },
    methods: {
      getPathname: own('strval'),
      getRealPath: own('realpath'),
      __toString: own('strval'),
      getPath: own('dirname'),
      getFilename: own('basename'),
      getRelativePathname: own('basename'),
      getBasename: (call) => own('basename', ...call.args)(call),
      getFilenameWithoutExtension: own('pathinfo', 8),
      getExtension: own('pathinfo', 4),
      getContents: own('file_get_contents'),
      isFile: own('is_file'),
      isDir: own('is_dir'),
    },
    call: (call, method) => call.php.unknown(`SplFileInfo::${method}() is not followed`, call.range),
  },
];
