import { MutableArray, makeList, setEntry } from '../arrays';
import type { ArgumentNode, CallNode, Expression, NameNode } from '../ast';
import type { Frame, Run } from '../frame';
import { argValue } from '../invoke';
import { isArray, isUnknown, type Value } from '../values';
import type { Context } from './context';
import { compileExpression } from './expressions';

type FrameFunction = (f: Frame, args: readonly Value[]) => Value;

/** PHP's functions that look into the calling frame. */
const FUNCTIONS: Readonly<Record<string, FrameFunction>> = {
  compact: (f, args) => {
    const result = new MutableArray();
    const take = (value: Value): void => {
      if (isArray(value)) for (const one of value.entries.values()) take(one);
      else if (typeof value === 'string') {
        const there = value === 'this' && f.self ? f.self : f.vars.get(value)?.peek(f.m);
        if (there === undefined) f.m.warn(`compact(): Undefined variable $${value}`);
        else setEntry(result, value, there);
      }
    };
    for (const value of args) take(value);
    return result;
  },
  extract: (f, args) => {
    const source = args[0] ?? null;
    if (isUnknown(source as Value)) return source;
    if (!isArray(source)) return 0;
    let count = 0;
    for (const [name, value] of source.entries) {
      if (typeof name !== 'string' || !/^[a-zA-Z_\x80-\uffff][\w\x80-\uffff]*$/.test(name) || name === 'this')
        continue;
      if (args[1] === 1 && f.vars.get(name)?.peek(f.m) !== undefined) continue;
      f.ref(name).write(f.m, value);
      count += 1;
    }
    return count;
  },
  get_defined_vars: (f) => {
    const result = new MutableArray();
    for (const [name, ref] of f.vars) {
      const value = ref.peek(f.m);
      if (value !== undefined) setEntry(result, name, value);
    }
    return result;
  },
  func_get_args: (f) => makeList(f.args.map((arg) => argValue(f.m, arg))),
  func_num_args: (f) => f.args.length,
  func_get_arg: (f, args) => (typeof args[0] === 'number' ? argValue(f.m, f.args[args[0]] ?? null) : null),
  get_called_class: (f) => f.static_?.name ?? false,
};

/** A call that needs the frame, if it is one: `compact('a')`, `get_class()` without arguments. */
export function frameFunction(ctx: Context, name: NameNode, node: CallNode): Run | null {
  if (name.resolution === 'qn' || name.resolution === 'rn') return null;
  const lower = name.name.replace(/^\\/, '').toLowerCase();
  const args = node.arguments;
  if ((lower === 'get_class' || lower === 'get_parent_class') && args.length === 0) {
    return (f) => (lower === 'get_class' ? f.scope?.name : f.scope?.parent?.name) ?? false;
  }
  const special = FUNCTIONS[lower];
  if (!Object.hasOwn(FUNCTIONS, lower) || !special || !args.every(isPlain)) return null;
  const runs = args.map((arg) => compileExpression(ctx, arg));
  return (f) =>
    special(
      f,
      runs.map((run) => run(f)),
    );
}

function isPlain(arg: ArgumentNode): arg is Expression {
  return arg.kind !== 'variadic' && arg.kind !== 'namedargument' && arg.kind !== 'variadicplaceholder';
}
