import type { Loc, NameNode, RelativeClass, UseGroupNode } from '../ast';
import { shortName } from '../names';
import { type CodeFile, Site } from '../site';

/** What is known while a file is compiled, as the compiler walks down. */
export interface Context {
  readonly code: CodeFile;
  readonly strict: boolean;
  readonly namespace: string;
  readonly classes: Map<string, string>;
  readonly functions: Map<string, string>;
  readonly constants: Map<string, string>;
  /** For __CLASS__, __METHOD__ and __FUNCTION__. */
  readonly className: string | null;
  readonly inTrait: boolean;
  readonly functionName: string;
  /** Where the innermost statement is. */
  readonly statement: Loc | undefined;
}

export function fileContext(code: CodeFile, strict: boolean, namespace = ''): Context {
  return {
    code,
    strict,
    namespace,
    classes: new Map(),
    functions: new Map(),
    constants: new Map(),
    className: null,
    inTrait: false,
    functionName: '',
    statement: undefined,
  };
}

export function siteOf(ctx: Context, node: { readonly loc?: Loc }): Site {
  return new Site(ctx.code, node.loc, ctx.statement);
}

export function within(ctx: Context, node: { readonly loc?: Loc }): Context {
  return { ...ctx, statement: node.loc };
}

/** Takes in `use …;`. */
export function importNames(ctx: Context, group: UseGroupNode): void {
  const prefix = group.name ? `${group.name.replace(/^\\/, '')}\\` : '';
  for (const item of group.items) {
    const full = prefix + item.name.replace(/^\\/, '');
    const alias = item.alias?.name ?? shortName(full);
    switch (item.type ?? group.type) {
      case 'function':
        ctx.functions.set(alias.toLowerCase(), full);
        break;
      case 'const':
        ctx.constants.set(alias, full);
        break;
      default:
        ctx.classes.set(alias.toLowerCase(), full);
    }
  }
}

const prefixed = (ctx: Context, name: string): string => (ctx.namespace ? `${ctx.namespace}\\${name}` : name);

/** The full name of a class, without leading backslash. */
export function resolveClass(ctx: Context, node: NameNode): string {
  const name = node.name.replace(/^\\/, '');
  switch (node.resolution) {
    case 'fqn':
      return name;
    case 'rn':
      return prefixed(ctx, name.replace(/^namespace\\/i, ''));
    default: {
      const slash = name.indexOf('\\');
      const first = slash < 0 ? name : name.slice(0, slash);
      const imported = ctx.classes.get(first.toLowerCase());
      if (imported !== undefined) return slash < 0 ? imported : imported + name.slice(slash);
      return prefixed(ctx, name);
    }
  }
}

/** The name of a function or constant, and the one to be tried before it in a namespace. */
export function resolveOther(
  ctx: Context,
  node: NameNode,
  imports: ReadonlyMap<string, string>,
  fold: boolean,
): { readonly name: string; readonly first: string | null } {
  const name = node.name.replace(/^\\/, '');
  if (node.resolution === 'fqn') return { name, first: null };
  if (node.resolution === 'rn')
    return { name: prefixed(ctx, name.replace(/^namespace\\/i, '')), first: null };
  const slash = name.indexOf('\\');
  if (slash >= 0) {
    const imported = ctx.classes.get(name.slice(0, slash).toLowerCase());
    return { name: imported ? imported + name.slice(slash) : prefixed(ctx, name), first: null };
  }
  const imported = imports.get(fold ? name.toLowerCase() : name);
  if (imported !== undefined) return { name: imported, first: null };
  return { name, first: ctx.namespace ? prefixed(ctx, name) : null };
}

export function isRelative(node: { readonly kind: string }): node is RelativeClass {
  return node.kind === 'selfreference' || node.kind === 'parentreference' || node.kind === 'staticreference';
}
