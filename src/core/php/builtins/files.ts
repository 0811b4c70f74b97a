import { makeList } from '../arrays';
import { normalPath, readText } from '../include';
import type { Value } from '../values';
import { fitsWildcards, type WildcardPart } from '../wildcards';
import type { BuiltinCall, BuiltinTable } from './builtin';

/** Only the application's own files are looked at; whether others are there isn't known. */
function listing(c: BuiltinCall, folder: string): readonly string[] | null {
  const list = c.m.options.listFolder?.(folder);
  if (list === undefined) return c.known(c.unknown('what is in a folder')) as never;
  const { written, folders } = c.m;
  if (written.size === 0 && folders.size === 0) return list;
  const names = new Set(list ?? []);
  for (const [path, text] of written) {
    const name = baseName(path, '');
    if (dirName(path, 1) !== (folder || '.')) continue;
    if (text === null) names.delete(name);
    else names.add(name);
  }
  for (const path of folders) if (dirName(path, 1) === (folder || '.')) names.add(`${baseName(path, '')}/`);
  return list === null && names.size === 0 ? null : [...names].sort();
}

function isOutside(path: string): boolean {
  return path.startsWith('/') || path.includes('://') || path.startsWith('..');
}

export function pathAt(c: BuiltinCall, index: number): string {
  const path = normalPath(c.m, c.text(index));
  if (isOutside(path) || c.text(index).includes('://'))
    c.known(c.unknown(`${c.builtin.name}(): a file outside the application`));
  return path;
}

export function isFolder(c: BuiltinCall, path: string): boolean {
  if (c.m.folders.has(path)) return true;
  return listing(c, path) !== null && (path === '' || (listing(c, path)?.length ?? 0) > 0);
}

/** The text of a file of the application. */
export function contents(c: BuiltinCall): Value {
  const text = readText(c.m, pathAt(c, 0));
  if (text === null) return c.unknown(`${c.builtin.name}(): ${c.text(0)} can't be found`);
  if (typeof text !== 'string') return text;
  c.m.charge(text.length);
  return text;
}

const ONLY_FOLDERS = 8192;
const WITH_BRACES = 1024;

function glob(c: BuiltinCall): Value {
  const given = c.text(0);
  const pattern = pathAt(c, 0);
  if (pattern.includes('[')) return c.unknown('glob() with a set of characters');
  const flags = c.int(1, 0);
  const patterns = flags & WITH_BRACES ? withoutBraces(pattern) : [pattern];
  const found = patterns.flatMap((each) => fitting(c, each));
  const chosen = flags & ONLY_FOLDERS ? found.filter((path) => isFolder(c, path)) : found;
  const prefix = given.startsWith('/') ? `${c.m.root}/` : '';
  return makeList(chosen.map((path) => prefix + path));
}

/** The paths that a pattern with wildcards in some of its segments stands for, in order. */
function fitting(c: BuiltinCall, pattern: string): string[] {
  let found = [''];
  for (const segment of pattern.split('/')) {
    const join = (folder: string, name: string) => (folder === '' ? name : `${folder}/${name}`);
    if (!/[*?]/.test(segment)) {
      const paths = found.map((folder) => join(folder, segment));
      found = paths.filter((path) => readText(c.m, path) !== null || isFolder(c, path));
      continue;
    }
    const parts = [...segment].map(
      (char): WildcardPart => (char === '*' ? 'many' : char === '?' ? 'one' : { char }),
    );
    found = found.flatMap((folder) =>
      [...(listing(c, folder) ?? [])]
        .map((name) => name.replace(/\/$/, ''))
        .filter((name) => fitsWildcards(parts, name) && !name.startsWith('.'))
        .sort()
        .map((name) => join(folder, name)),
    );
  }
  return found;
}

/** `{a,b}/x` → `a/x`, `b/x`. (GLOB_BRACE) */
function withoutBraces(pattern: string): string[] {
  const match = /^(.*?)\{([^{}]*)\}(.*)$/s.exec(pattern);
  if (!match) return [pattern];
  const [, before = '', choices = '', after = ''] = match;
  return choices.split(',').flatMap((choice) => withoutBraces(before + choice + after));
}

function lines(c: BuiltinCall): Value {
  const text = contents(c);
  if (typeof text !== 'string') return text;
  const flags = c.int(1, 0);
  const all = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const cut = flags & 2 ? all.map((line) => line.replace(/\r?\n$/, '')) : all;
  return makeList(flags & 4 ? cut.filter((line) => line !== '') : cut);
}

function baseName(path: string, suffix: string): string {
  const name = path.replace(/\/+$/, '').replace(/^.*\//s, '');
  return suffix !== '' && name !== suffix && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
}

function dirName(path: string, levels: number): string {
  let result = path;
  for (let i = 0; i < levels; i++) {
    const trimmed = result.replace(/\/+$/, '');
    const slash = trimmed.lastIndexOf('/');
    result =
      slash < 0
        ? trimmed === '' && result !== ''
          ? '/'
          : '.'
        : trimmed.slice(0, slash).replace(/\/+$/, '') || '/';
  }
  return result;
}

function pathInfo(c: BuiltinCall): Value {
  const path = c.text(0);
  const base = baseName(path, '');
  const dot = base.lastIndexOf('.');
  const parts: [string, string][] = [];
  if (path.includes('/') || path !== '') parts.push(['dirname', dirName(path, 1)]);
  parts.push(['basename', base]);
  if (dot >= 0) parts.push(['extension', base.slice(dot + 1)]);
  parts.push(['filename', dot < 0 ? base : base.slice(0, dot)]);
  if (!c.has(1)) return { kind: 'array', entries: new Map(parts), nextIndex: 0 };
  const wanted = ({ 1: 'dirname', 2: 'basename', 4: 'extension', 8: 'filename' } as Record<number, string>)[
    c.int(1)
  ];
  return parts.find(([name]) => name === wanted)?.[1] ?? '';
}

export const FILE_FUNCTIONS: BuiltinTable = {
  file_get_contents: ['filename use_include_path? context? offset? length?', contents],
  is_writable: ['filename', (c) => c.unknown('is_writable(): the rights on files')],
  is_link: ['filename', (c) => c.unknown('is_link()')],
  file: ['filename flags? context?', lines],
  glob: ['pattern flags?', glob],
  scandir: [
    'directory sorting_order? context?',
    (c) => {
      const names = listing(c, pathAt(c, 0));
      if (names === null) return c.m.warn(`scandir(${c.text(0)}): Failed to open directory`);
      return makeList(['.', '..', ...names.map((name) => name.replace(/\/$/, '')).sort()]);
    },
  ],
  realpath: ['path', (c) => `${c.m.root}/${pathAt(c, 0)}`.replace(/\/$/, '')],
  basename: ['path suffix?', (c) => baseName(c.text(0), c.text(1, ''))],
  dirname: ['path levels?', (c) => dirName(c.text(0), c.int(1, 1))],
  pathinfo: ['path flags?', pathInfo],
  getcwd: ['', (c) => c.m.root],
};
