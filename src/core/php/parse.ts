import phpParser from 'php-parser';
import type { SourceRange } from '../source';
import type { Statement } from './ast';

/** Parsed and compiled files by their name and text; one may be shared by all programs of a process. */
export interface ParseCache {
  readonly files: Map<string, unknown>;
}

/** So many files are kept (each takes some 50 KB); the one that was not asked for the longest goes first. */
const MOST_FILES = 500;

export function parseCache(): ParseCache {
  return { files: new Map() };
}

/** The value kept for a file with this text, made if it isn't there. A newer text replaces the older. */
export function cached<T>(cache: ParseCache, file: string, text: string, make: () => T): T {
  const there = cache.files.get(file) as { readonly text: string; readonly value: T } | undefined;
  if (there && there.text === text) {
    if (cache.files.size >= MOST_FILES) {
      cache.files.delete(file);
      cache.files.set(file, there);
    }
    return there.value;
  }
  const value = make();
  cache.files.delete(file);
  cache.files.set(file, { text, value });
  if (cache.files.size > MOST_FILES) cache.files.delete(cache.files.keys().next().value!);
  return value;
}

export interface SyntaxProblem {
  readonly message: string;
  readonly range: SourceRange;
}

export interface ParsedFile {
  readonly children: readonly Statement[];
  readonly error: SyntaxProblem | null;
}

interface ParserError {
  readonly message: string;
  readonly lineNumber?: number;
  readonly line?: number;
  readonly columnNumber?: number;
  readonly loc?: { readonly start?: { readonly line: number; readonly column: number } };
}

/** The newest PHP that the parser knows, so that no syntax is refused for its age. */
const VERSION = 805;

/** What the parser complains of though PHP takes it (and it reads it well): `f(...$a, name: $b)`. */
const NO_ERROR = /^Unexpected non-variadic argument after a variadic argument/;

let shared: phpParser.Engine | null = null;

/** One parser for all files: it keeps nothing from one to the next. */
function engine(): phpParser.Engine {
  shared ??= new phpParser.Engine({
    parser: { extractDoc: false, suppressErrors: true, version: VERSION } as never,
    ast: { withPositions: true },
    lexer: { all_tokens: false, comment_tokens: false } as never,
  });
  return shared;
}

interface Tree {
  readonly children: readonly Statement[];
  readonly error: ParserError | null;
}

/** The trees of the last texts: one is run, and asked where its statements stand. */
const lately = new Map<string, Tree>();
const MOST_TREES = 4;

/** Reads PHP text; of broken text what can be read, and the first error. */
export function parseFile(file: string, text: string): ParsedFile {
  let tree = lately.get(text);
  if (!tree) {
    tree = treeOf(text);
    if (lately.size >= MOST_TREES) lately.delete(lately.keys().next().value!);
    lately.set(text, tree);
  }
  return { children: tree.children, error: tree.error && problem(file, tree.error) };
}

function treeOf(text: string): Tree {
  try {
    const program = engine().parseCode(text, '') as unknown as {
      readonly children: readonly Statement[];
      readonly errors?: readonly ParserError[];
    };
    return {
      children: program.children,
      error: program.errors?.find((error) => !NO_ERROR.test(error.message)) ?? null,
    };
  } catch (error) {
    shared = null;
    return { children: [], error: error as ParserError };
  }
}

function problem(file: string, error: ParserError): SyntaxProblem {
  const line = error.loc?.start?.line ?? error.line ?? error.lineNumber ?? 1;
  const column = (error.loc?.start?.column ?? error.columnNumber ?? 0) + 1;
  const message = error.message.replace(/^Parse Error : /, '').replace(/ on line \d+$/, '');
  return { message, range: { file, line, column, endLine: line, endColumn: column + 1 } };
}
