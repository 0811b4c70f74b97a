import { type ClassNode, type MethodNode, nameOf, type PropertyNode, type TraitUseNode } from '../ast';
import type { ClassCode, ConstantCode, MethodCode, PropertyCode, TraitRule } from '../runtimeClass';
import { type Context, resolveClass, siteOf, within } from './context';
import { compileExpression } from './expressions';
import { compileHook, compileMethod, compileParameter, compileType } from './functions';

const compiled = new WeakMap<ClassNode, ClassCode>();

/** Compiles a class, interface, trait or enum; once for each node. */
export function compileClass(ctx: Context, node: ClassNode): ClassCode {
  const before = compiled.get(node);
  if (before) return before;
  const code = build(ctx, node);
  compiled.set(node, code);
  return code;
}

function build(ctx: Context, node: ClassNode): ClassCode {
  const short = nameOf(node.name);
  const isAnonymous = node.isAnonymous === true || short === '';
  const name = isAnonymous ? 'class@anonymous' : ctx.namespace ? `${ctx.namespace}\\${short}` : short;
  const inner: Context = { ...ctx, className: name, inTrait: node.kind === 'trait', statement: undefined };
  const constants: ConstantCode[] = [];
  const properties: PropertyCode[] = [];
  const methods: MethodCode[] = [];
  const traits: string[] = [];
  const rules: TraitRule[] = [];
  for (const member of node.body) {
    switch (member.kind) {
      case 'classconstant':
        for (const one of member.constants)
          constants.push({
            name: nameOf(one.name),
            value: compileExpression(within(inner, one), one.value),
            isCase: false,
          });
        break;
      case 'enumcase':
        constants.push({
          name: nameOf(member.name),
          value: member.value ? compileExpression(within(inner, member), member.value) : null,
          isCase: true,
        });
        break;
      case 'propertystatement':
        for (const one of member.properties)
          properties.push(property(inner, one, member.visibility, member.isStatic, node.isReadonly === true));
        break;
      case 'method': {
        methods.push(method(inner, member, node.kind));
        if (member.name.name.toLowerCase() === '__construct')
          properties.push(...promoted(inner, member, node.isReadonly === true));
        break;
      }
      case 'traituse':
        for (const trait of member.traits) traits.push(resolveClass(ctx, trait));
        rules.push(...traitRules(ctx, member));
    }
  }
  const parents = Array.isArray(node.extends) ? node.extends : node.extends ? [node.extends] : [];
  const isInterface = node.kind === 'interface';
  const parentNames = parents.map((one) => resolveClass(ctx, one));
  return {
    name,
    kind: node.kind,
    node,
    file: ctx.code,
    site: siteOf(ctx, node),
    isAnonymous,
    isAbstract: node.isAbstract === true,
    parent: isInterface ? null : (parentNames[0] ?? null),
    interfaces: isInterface ? parentNames : (node.implements ?? []).map((one) => resolveClass(ctx, one)),
    traits,
    rules,
    methods,
    properties,
    constants,
    backed: node.kind === 'enum' && Boolean(node.valueType),
  };
}

function method(ctx: Context, node: MethodNode, kind: ClassNode['kind']): MethodCode {
  return {
    name: node.name.name,
    visibility: node.visibility || 'public',
    isStatic: node.isStatic === true,
    isAbstract: node.isAbstract === true || kind === 'interface' || node.body === null,
    code: compileMethod(ctx, node),
  };
}

function property(
  ctx: Context,
  node: PropertyNode,
  visibility: PropertyCode['visibility'] | '' | null,
  isStatic: boolean,
  readonlyClass: boolean,
): PropertyCode {
  const hook = (name: 'get' | 'set'): PropertyCode['get'] => {
    const found = node.hooks?.find((one) => one.name === name);
    if (!found) return null;
    const parameters = found.parameter ? [found.parameter] : [];
    const value = {
      kind: 'parameter' as const,
      name: { kind: 'identifier' as const, name: 'value' },
      value: null,
      type: null,
      byref: false,
      variadic: false,
      nullable: false,
      readonly: false,
      flags: 0,
    };
    return compileHook(
      ctx,
      `$${nameOf(node.name)}::${name}`,
      name === 'set' && parameters.length === 0 ? [value] : parameters,
      found.body,
    );
  };
  return {
    name: nameOf(node.name).replace(/^\$/, ''),
    visibility: visibility || 'public',
    isStatic: isStatic === true,
    isReadonly: node.readonly === true || readonlyClass,
    type: compileType(ctx, node.type, node.nullable === true),
    value: node.value ? compileExpression(within(ctx, node), node.value) : null,
    get: hook('get'),
    set: hook('set'),
  };
}

function promoted(ctx: Context, node: MethodNode, readonlyClass: boolean): PropertyCode[] {
  return node.arguments
    .map((one) => compileParameter(ctx, one))
    .filter((one) => one.promoted !== null)
    .map((one) => ({
      name: one.name,
      visibility: one.promoted!,
      isStatic: false,
      isReadonly: one.readonly || readonlyClass,
      type: one.type ?? { kind: 'builtin', name: 'mixed' },
      value: null,
      get: null,
      set: null,
    }));
}

function traitRules(ctx: Context, node: TraitUseNode): TraitRule[] {
  return (node.adaptations ?? []).map((one) => ({
    kind: one.kind === 'traitprecedence' ? 'instead' : 'alias',
    trait: one.trait ? resolveClass(ctx, one.trait) : null,
    method: nameOf(one.method),
    instead: one.kind === 'traitprecedence' ? one.instead.map((name) => resolveClass(ctx, name)) : [],
    as: one.kind === 'traitalias' && one.as ? nameOf(one.as) : null,
    visibility: one.kind === 'traitalias' ? one.visibility || null : null,
  }));
}
