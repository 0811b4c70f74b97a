import { compileFile } from './compile/files';
import { Frame, type Frame as FrameType, RETURN } from './frame';
import type { Machine } from './machine';
import { Unreadable } from './signals';
import type { Unknown, Value } from './values';

/** A path as the caller's files are named: without `.` and `..`, relative where it is below the root. */
export function normalPath(m: Machine, path: string): string {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '.' || part === '') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  const whole = (path.startsWith('/') ? '/' : '') + parts.join('/');
  if (whole === m.root) return '';
  return whole.startsWith(`${m.root}/`) ? whole.slice(m.root.length + 1) : whole;
}

/** A file's text, also what this run has written there; null where there is none. */
export function readText(m: Machine, path: string): string | Unknown | null {
  const written = m.written.get(path);
  if (written !== undefined) return written;
  m.reads.add(path);
  return m.options.readFile?.(path) ?? null;
}

/** Runs a file's top level; gives what it returns, undefined if it doesn't. */
export function includeText(
  m: Machine,
  file: string,
  text: string,
  quiet: boolean,
  vars?: FrameType['vars'],
): Value | undefined {
  m.included.add(file);
  const code = compileFile(m.options.parsed, file, text);
  const error = code.error;
  if (error) {
    if (!quiet) throw new Unreadable(error.message, error.range);
    return m.unknown(`${file} can't be read: ${error.message}`, error.range);
  }
  for (const cls of code.classes) m.classes.announce(cls);
  for (const fn of code.functions)
    if (!m.functions.has(fn.name.toLowerCase())) m.functions.set(fn.name.toLowerCase(), fn);
  const frame = new Frame(m, null, null, null, null, []);
  const shared = vars ?? m.globals;
  for (const [name, ref] of shared) frame.vars.set(name, ref);
  const caller = m.frame;
  const at = m.at;
  m.enter();
  m.frame = frame;
  try {
    const done = code.run(frame);
    for (const [name, ref] of frame.vars) shared.set(name, ref);
    return done === RETURN ? frame.returned : undefined;
  } finally {
    m.frame = caller;
    m.at = at;
    m.depth -= 1;
  }
}

export function includePath(f: FrameType, target: Value, once: boolean, required: boolean): Value {
  const m = f.m;
  const path = m.toText(target);
  if (typeof path !== 'string') return m.derive(path, 'include');
  const file = normalPath(m, path);
  if (once && m.included.has(file)) return true;
  const text = readText(m, file);
  if (text !== null && typeof text !== 'string') return text;
  if (text !== null) {
    const returned = includeText(m, file, text, true, f.vars);
    return returned === undefined ? 1 : returned;
  }
  return m.unknown(`${required ? 'requires' : 'includes'} ${file}, which can't be found`);
}
