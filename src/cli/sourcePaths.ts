import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { toRelative } from '../project/diskFiles';
import type { Options } from './options';

/**
 * The options with every SOURCE as the analysis names it: a file that is there from where the command was called counts
 * first (relative to the project where it lies inside), else the path stays and counts from the project.
 */
export function withSourcePaths(options: Options, cwd: string, root: string): Options {
  const source = (text: string) => sourcePath(text, cwd, root);
  const given = (text: string | null) => (text === null ? null : source(text));
  return {
    ...options,
    expected: given(options.expected),
    actual: given(options.actual),
    on: options.command === 'preflight' ? given(options.on) : options.on,
    positionals: options.command === 'schema' ? options.positionals.map(source) : options.positionals,
  };
}

function sourcePath(source: string, cwd: string, root: string): string {
  if (source === 'migrations' || source.startsWith('env:')) return source;
  const hash = source.lastIndexOf('#');
  const whole = existsSync(resolve(cwd, source)) || hash < 1;
  const path = whole ? source : source.slice(0, hash);
  const absolute = resolve(cwd, path);
  if (!existsSync(absolute)) return source;
  const inside = toRelative(root, absolute);
  const named = inside.startsWith('../') || isAbsolute(inside) ? absolute : inside;
  return whole ? named : `${named}${source.slice(hash)}`;
}
