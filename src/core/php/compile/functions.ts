import type {
  AnyFunction,
  ArrowNode,
  ClosureNode,
  Expression,
  FunctionNode,
  MethodNode,
  ParameterNode,
  TypeNode,
  Visibility,
} from '../ast';
import type { Exec } from '../frame';
import { RETURN } from '../frame';
import type { FunctionCode, ParameterCode } from '../functionCode';
import { BUILTIN_TYPES, type TypeCode } from '../types';
import { type Context, resolveClass, siteOf } from './context';
import { compileExpression } from './expressions';
import { compileBlock } from './statements';
import { reachesOut, usedVariables, yields } from './survey';

const NULL_TYPE: TypeCode = { kind: 'builtin', name: 'null' };

export function compileType(ctx: Context, node: TypeNode | null, nullable: boolean): TypeCode | null {
  if (!node) return null;
  const type = namedType(ctx, node);
  return nullable ? { kind: 'union', types: [type, NULL_TYPE] } : type;
}

function namedType(ctx: Context, node: TypeNode): TypeCode {
  switch (node.kind) {
    case 'uniontype':
      return { kind: 'union', types: node.types.map((one) => namedType(ctx, one)) };
    case 'intersectiontype':
      return { kind: 'intersection', types: node.types.map((one) => namedType(ctx, one)) };
    case 'typereference':
      return { kind: 'builtin', name: node.name.toLowerCase() };
    case 'selfreference':
      return { kind: 'builtin', name: 'self' };
    case 'parentreference':
      return { kind: 'builtin', name: 'parent' };
    case 'staticreference':
      return { kind: 'builtin', name: 'static' };
    case 'name': {
      const lower = node.name.toLowerCase();
      if (node.resolution !== 'fqn' && BUILTIN_TYPES.has(lower)) return { kind: 'builtin', name: lower };
      return { kind: 'class', name: resolveClass(ctx, node) };
    }
  }
}

const PROMOTED: Readonly<Record<number, Visibility>> = { 1: 'public', 2: 'protected', 4: 'private' };

export function compileParameter(ctx: Context, node: ParameterNode): ParameterCode {
  const defaultNull = node.value?.kind === 'nullkeyword';
  return {
    name: node.name.name.replace(/^\$/, ''),
    byRef: node.byref === true,
    variadic: node.variadic === true,
    default: node.value ? compileExpression(ctx, node.value) : null,
    type: compileType(ctx, node.type, node.nullable === true || defaultNull),
    promoted: PROMOTED[node.flags] ?? (node.readonly ? 'public' : null),
    readonly: node.readonly === true,
  };
}

function build(
  ctx: Context,
  node: AnyFunction,
  name: string,
  parts: Partial<Pick<FunctionCode, 'uses' | 'isStatic' | 'isArrow'>>,
): FunctionCode {
  const inner: Context = { ...ctx, functionName: name, statement: undefined };
  let body: Exec | null = null;
  let reaching: boolean | null = null;
  let parameters: readonly ParameterCode[] | null = null;
  const isGenerator =
    node.kind !== 'arrowfunc' && node.body !== null && mayYield(ctx, node) && yields(node.body);
  return {
    name,
    node,
    file: ctx.code,
    site: siteOf(ctx, node),
    get parameters() {
      parameters ??= node.arguments.map((one) => compileParameter(inner, one));
      return parameters;
    },
    returnType: isGenerator ? null : compileType(inner, node.type, node.nullable === true),
    isStatic: parts.isStatic ?? false,
    uses: parts.uses ?? [],
    isArrow: parts.isArrow ?? false,
    isGenerator,
    strict: ctx.strict,
    get reachesOut() {
      reaching ??= node.kind === 'closure' || node.kind === 'arrowfunc' ? reachesOut(node) : true;
      return reaching;
    },
    body: () => {
      body ??= compileBody(inner, node);
      return body;
    },
  };
}

/** Only text with the word in it needs to be looked through. */
function mayYield(ctx: Context, node: AnyFunction): boolean {
  const text = ctx.code.text;
  return node.loc ? text.indexOf('yield', node.loc.start.offset) >= 0 : true;
}

function compileBody(ctx: Context, node: AnyFunction): Exec {
  if (node.kind === 'arrowfunc') return returning({ ...ctx, statement: node.body.loc }, node.body);
  return node.body ? compileBlock(ctx, node.body.children) : () => 0;
}

/** Code that returns the value of an expression. */
function returning(ctx: Context, node: Expression): Exec {
  const run = compileExpression(ctx, node);
  const site = siteOf(ctx, node);
  return (f) => {
    f.m.at = site;
    f.returned = run(f);
    return RETURN;
  };
}

export function compileFunction(ctx: Context, node: FunctionNode): FunctionCode {
  const name = ctx.namespace ? `${ctx.namespace}\\${node.name.name}` : node.name.name;
  return build(ctx, node, name, {});
}

export function compileMethod(ctx: Context, node: MethodNode): FunctionCode {
  return build(ctx, node, node.name.name, { isStatic: node.isStatic === true });
}

/** A property hook: `get => …`, `get { … }`, `set($value) { … }`. */
export function compileHook(
  ctx: Context,
  name: string,
  parameters: readonly ParameterNode[],
  body: Expression | MethodNode['body'],
): FunctionCode {
  const parts = { arguments: parameters, type: null, nullable: false, byref: false };
  const node: AnyFunction =
    body?.kind === 'block' || body === null
      ? {
          ...parts,
          kind: 'method',
          name: { kind: 'identifier', name },
          body,
          isAbstract: false,
          isFinal: false,
          isStatic: false,
          visibility: 'public',
        }
      : { ...parts, kind: 'arrowfunc', isStatic: false, body };
  return build(ctx, node, name, {});
}

export function compileClosure(ctx: Context, node: ClosureNode | ArrowNode): FunctionCode {
  if (node.kind === 'closure')
    return build(ctx, node, '{closure}', {
      isStatic: node.isStatic === true,
      uses: node.uses.map((use) => ({ name: String(use.name), byRef: use.byref === true })),
    });
  const own = new Set(node.arguments.map((one) => one.name.name.replace(/^\$/, '')));
  const uses = [...usedVariables(node.body)].filter((name) => !own.has(name) && name !== 'this');
  return build(ctx, node, '{closure}', {
    isStatic: node.isStatic === true,
    isArrow: true,
    uses: uses.map((name) => ({ name, byRef: false })),
  });
}
