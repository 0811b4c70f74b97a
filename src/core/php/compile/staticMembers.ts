import type { Expression, StaticLookupNode } from '../ast';
import { unknownClass } from '../calls';
import type { Frame } from '../frame';
import { classConstant } from '../linking';
import { KeptRef, type Ref } from '../refs';
import { missingAncestor, type RuntimeClass } from '../runtimeClass';
import { isObject, isUnknown, type Unknown, type Value } from '../values';
import type { Link } from './chains';
import { type Context, isRelative, resolveClass, siteOf } from './context';
import { compileExpression } from './expressions';

/** The class that `X::`, `self::`, `$object::` … stands for; an Unknown where it isn't known. */
export interface ClassReference {
  readonly relative: boolean;
  /** The name as resolved, where one is written. */
  readonly name: string | null;
  readonly find: (f: Frame) => RuntimeClass | Unknown;
}

export function classReference(ctx: Context, node: Expression): ClassReference {
  if (isRelative(node)) {
    const which = node.kind;
    return { relative: true, name: null, find: (f) => relativeClass(f, which) };
  }
  if (node.kind === 'name') {
    const name = resolveClass(ctx, node);
    const site = siteOf(ctx, node);
    return {
      relative: false,
      name,
      find: (f) => {
        f.m.at = site;
        return findOrUnknown(f, name);
      },
    };
  }
  const run = compileExpression(ctx, node);
  return {
    relative: false,
    name: null,
    find: (f) => {
      const value = run(f);
      if (isObject(value)) return value.class as RuntimeClass;
      if (typeof value === 'string') return findOrUnknown(f, value);
      if (value !== null && isUnknown(value)) return f.m.derive(value, 'class');
      return f.m.throwError('Error', 'Cannot use value as class name');
    },
  };
}

function findOrUnknown(f: Frame, name: string): RuntimeClass | Unknown {
  const cls = f.m.classes.find(name);
  if (cls) return cls;
  const target = unknownClass(f.m, name, 'what it has');
  return target.kind === 'unknown' ? target.value : f.m.unknown(name);
}

function relativeClass(
  f: Frame,
  which: 'selfreference' | 'parentreference' | 'staticreference',
): RuntimeClass | Unknown {
  const scope = f.scope;
  if (!scope) return f.m.throwError('Error', 'Cannot use "self" when no class scope is active');
  if (which === 'staticreference') return f.static_ ?? scope;
  if (which === 'selfreference') return scope;
  if (scope.parent) return scope.parent;
  return scope.missing !== null
    ? f.m.unknown(`class ${scope.missing} is not known`)
    : f.m.throwError('Error', 'Cannot use "parent" when current class scope has no parent');
}

export function isClass(value: RuntimeClass | Unknown): value is RuntimeClass {
  return value.kind !== 'unknown';
}

/** `X::NAME`, `X::$name` and `X::class`. */
export function staticMember(ctx: Context, node: StaticLookupNode, peek: boolean): Link {
  const reference = classReference(ctx, node.what);
  const site = siteOf(ctx, node);
  const offset = node.offset;
  if (offset.kind === 'variable') {
    const place = staticPlace(ctx, node);
    return (f) => {
      f.m.at = site;
      const ref = place(f);
      if ('kind' in ref) return ref;
      return peek ? ref.peek(f.m) : ref.read(f.m);
    };
  }
  if (offset.kind === 'identifier' && offset.name.toLowerCase() === 'class') {
    const { name } = reference;
    if (name !== null) return () => name;
    return (f) => {
      const cls = reference.find(f);
      return isClass(cls) ? cls.name : cls;
    };
  }
  const constant = offset.kind === 'identifier' ? offset.name : compileExpression(ctx, offset);
  return (f) => {
    f.m.at = site;
    const cls = reference.find(f);
    if (!isClass(cls)) return cls;
    const name = typeof constant === 'string' ? constant : f.m.toText(constant(f));
    if (typeof name !== 'string') return name;
    f.m.at = site;
    return readConstant(f, cls, name, peek);
  };
}

function nativeAncestor(cls: RuntimeClass): string | null {
  for (let at: RuntimeClass | null = cls; at; at = at.parent) if (at.native) return at.name;
  return null;
}

function readConstant(f: Frame, cls: RuntimeClass, name: string, peek: boolean): Value | undefined {
  const value = classConstant(f.m, cls, name);
  if (value !== undefined) return value;
  if (peek) return undefined;
  const missing = missingAncestor(cls);
  if (missing !== null) return f.m.unknown(`class ${missing} is not known: its constant ${name}`);
  const native = nativeAncestor(cls);
  // Of the classes that are written here only what migrations meet is there.
  if (native !== null) return f.m.unknown(`the constant ${name} of ${native}`);
  return f.m.throwError('Error', `Undefined constant ${cls.name}::${name}`);
}

/** The place of a static property; an Unknown where the class isn't known. */
export function staticPlace(ctx: Context, node: StaticLookupNode): (f: Frame) => Ref | Unknown {
  const reference = classReference(ctx, node.what);
  const offset = node.offset;
  const named = offset.kind === 'variable' ? offset.name : offset;
  const name = typeof named === 'string' ? named : compileExpression(ctx, named);
  return (f) => {
    const cls = reference.find(f);
    if (!isClass(cls)) return cls;
    const text = typeof name === 'string' ? name : f.m.toText(name(f));
    if (typeof text !== 'string') return text;
    for (let at: RuntimeClass | null = cls; at; at = at.parent) {
      const ref = at.statics.get(text);
      if (ref) return ref;
      const kept = at.native?.kept?.[text];
      if (kept) return new KeptRef(kept);
      const native = at.native?.properties?.[text];
      if (native !== undefined) return f.m.nativeStatic(at, text, native);
    }
    const missing = missingAncestor(cls);
    if (missing !== null) return f.m.unknown(`class ${missing} is not known: its property ${text}`);
    return f.m.throwError('Error', `Access to undeclared static property ${cls.name}::$${text}`);
  };
}
