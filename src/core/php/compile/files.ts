import type { Statement } from '../ast';
import type { Exec } from '../frame';
import type { FunctionCode } from '../functionCode';
import { cached, type ParseCache, parseFile, type SyntaxProblem } from '../parse';
import type { ClassCode } from '../runtimeClass';
import type { CodeFile } from '../site';
import { compileClass } from './classes';
import { type Context, fileContext, importNames } from './context';
import { compileFunction } from './functions';
import { compileBlock } from './statements';

/** A file ready to be run; of one with a syntax error nothing is, as PHP would run none of it. */
export interface CompiledFile {
  readonly error: SyntaxProblem | null;
  /** Classes and functions at the top level, which are there before their line is reached. */
  readonly classes: readonly ClassCode[];
  readonly functions: readonly FunctionCode[];
  readonly run: Exec;
}

export function compileFile(cache: ParseCache, file: string, text: string): CompiledFile {
  return cached(cache, file, text, () => build({ file, text }));
}

function isStrict(nodes: readonly Statement[]): boolean {
  return nodes.some(
    (node) =>
      node.kind === 'declare' &&
      node.directives.some(
        (one) =>
          one.key.name.toLowerCase() === 'strict_types' &&
          one.value.kind === 'number' &&
          one.value.value === '1',
      ),
  );
}

function build(code: CodeFile): CompiledFile {
  const { children, error } = parseFile(code.file, code.text);
  if (error) return { error, classes: [], functions: [], run: () => 0 };
  const classes: ClassCode[] = [];
  const functions: FunctionCode[] = [];
  const strict = isStrict(children);
  const runs: Exec[] = [];
  let plain: Statement[] = [];
  let ctx = fileContext(code, strict);
  const flush = (): void => {
    if (plain.length > 0) runs.push(section(ctx, plain, classes, functions));
    plain = [];
  };
  for (const node of children) {
    if (node.kind === 'namespace') {
      flush();
      ctx = fileContext(code, strict, node.name ?? '');
      runs.push(section(ctx, node.children, classes, functions));
    } else plain.push(node);
  }
  flush();
  return {
    error: null,
    classes,
    functions,
    run: (f) => {
      for (const run of runs) {
        const done = run(f);
        if (done !== 0) return done;
      }
      return 0;
    },
  };
}

function section(
  ctx: Context,
  nodes: readonly Statement[],
  classes: ClassCode[],
  functions: FunctionCode[],
): Exec {
  for (const node of nodes) if (node.kind === 'usegroup') importNames(ctx, node);
  for (const node of flat(nodes)) {
    if (node.kind === 'class' || node.kind === 'interface' || node.kind === 'trait' || node.kind === 'enum')
      classes.push(compileClass(ctx, node));
    else if (node.kind === 'function') functions.push(compileFunction(ctx, node));
  }
  const rest = flat(nodes).filter((node) => node.kind !== 'function');
  return compileBlock(ctx, rest);
}

function flat(nodes: readonly Statement[]): Statement[] {
  return nodes.flatMap((node) =>
    node.kind === 'block' || node.kind === 'declare' ? flat(node.children ?? []) : [node],
  );
}
