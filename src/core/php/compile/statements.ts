import {
  type Expression,
  nameOf,
  type Statement,
  type StaticVariableNode,
  type TryNode,
  type VariableNode,
} from '../ast';
import { BREAK, CONTINUE, type Completion, type Exec, type Frame, NEXT, RETURN } from '../frame';
import { VarRef } from '../refs';
import { PhpThrow } from '../signals';
import { compileClass } from './classes';
import { type Context, importNames, resolveClass, siteOf, within } from './context';
import { compileExpression, printValue, throwing } from './expressions';
import { compileFunction } from './functions';
import { doLoop, foreachLoop, forLoop, whileLoop } from './loops';
import { compilePlace } from './places';
import { letsThrough } from './survey';
import { switchStatement } from './switches';

const NOTHING: Exec = () => NEXT;

/** Compiles statements to be run one after the other. */
export function compileBlock(ctx: Context, nodes: readonly Statement[]): Exec {
  hoist(ctx, nodes);
  const execs: Exec[] = [];
  for (const node of nodes) {
    const exec = compileStatement(ctx, node);
    if (exec !== NOTHING) execs.push(exec);
  }
  if (execs.length === 0) return NOTHING;
  if (execs.length === 1) return execs[0]!;
  return (f) => {
    for (const exec of execs) {
      const done = exec(f);
      if (done !== NEXT) return done;
    }
    return NEXT;
  };
}

/** `use` counts for the whole block, wherever it stands. */
function hoist(ctx: Context, nodes: readonly Statement[]): void {
  for (const node of nodes) if (node.kind === 'usegroup') importNames(ctx, node);
}

export function compileBody(ctx: Context, node: Statement | null): Exec {
  if (!node) return NOTHING;
  return node.kind === 'block' ? compileBlock(ctx, node.children) : compileStatement(ctx, node);
}

export function compileStatement(ctx: Context, node: Statement): Exec {
  switch (node.kind) {
    case 'block':
      return compileBlock(ctx, node.children);
    case 'expressionstatement':
      return node.expression ? expressionStatement(within(ctx, node), node.expression) : NOTHING;
    case 'if':
      return ifStatement(ctx, node.test, node.body, node.alternate);
    case 'return':
      return returnStatement(within(ctx, node), node.expr);
    case 'throw': {
      const inner = within(ctx, node);
      return effect(inner, node, throwing(compileExpression(inner, node.what)));
    }
    case 'foreach':
      return foreachLoop(ctx, node);
    case 'for':
      return forLoop(ctx, node);
    case 'while':
      return whileLoop(ctx, node);
    case 'do':
      return doLoop(ctx, node);
    case 'switch':
      return switchStatement(ctx, node);
    case 'break':
      return leave(BREAK, node.level);
    case 'continue':
      return leave(CONTINUE, node.level);
    case 'try':
      return tryStatement(ctx, node);
    case 'echo': {
      const inner = within(ctx, node);
      const runs = node.expressions.map((one) => compileExpression(inner, one));
      return effect(inner, node, (f) => {
        for (const run of runs) printValue(f, run(f));
      });
    }
    case 'inline': {
      const text = node.value;
      return (f) => {
        f.m.print(text);
        return NEXT;
      };
    }
    case 'global':
      return globals(node.items.map((item) => String(item.name)));
    case 'static':
      return statics(ctx, node.variables);
    case 'unset': {
      const inner = within(ctx, node);
      const execs = node.variables.map((one) => unset(inner, one));
      return effect(inner, node, (f) => {
        for (const exec of execs) exec(f);
      });
    }
    case 'function': {
      const code = compileFunction(ctx, node);
      return (f) => {
        const lower = code.name.toLowerCase();
        const there = f.m.functions.get(lower);
        if (there !== undefined && there !== code) f.m.throwError('Error', `Cannot redeclare ${code.name}()`);
        f.m.functions.set(lower, code);
        return NEXT;
      };
    }
    case 'class':
    case 'interface':
    case 'trait':
    case 'enum': {
      const code = compileClass(ctx, node);
      return (f) => {
        f.m.classes.declare(code);
        return NEXT;
      };
    }
    case 'constantstatement': {
      const inner = within(ctx, node);
      const constants = node.constants.map((one) => ({
        name: ctx.namespace ? `${ctx.namespace}\\${nameOf(one.name)}` : nameOf(one.name),
        run: compileExpression(inner, one.value),
      }));
      return effect(inner, node, (f) => {
        for (const one of constants) f.m.constants.set(one.name, one.run(f));
      });
    }
    case 'declare':
      return compileBlock(ctx, node.children ?? []);
    case 'namespace':
      return compileBlock(ctx, node.children);
    case 'goto': {
      const site = siteOf(ctx, node);
      return (f) => {
        f.m.at = site;
        return f.m.spend('steps', 'goto is not followed');
      };
    }
    case 'halt':
      return () => RETURN;
    case 'usegroup':
    case 'label':
    case 'noop':
      return NOTHING;
    default:
      return compileUnexpected(ctx, node);
  }
}

/** Broken code can put an expression where a statement belongs. */
function compileUnexpected(ctx: Context, node: never): Exec {
  const loose = node as Expression | null;
  return loose?.kind ? expressionStatement(within(ctx, loose), loose) : NOTHING;
}

/** Something that is done as one step, at its place. */
function effect(ctx: Context, node: Statement, run: (f: Frame) => unknown): Exec {
  const site = siteOf(ctx, node);
  return (f) => {
    f.m.at = site;
    f.m.step();
    run(f);
    return NEXT;
  };
}

function expressionStatement(ctx: Context, node: Expression): Exec {
  const run = compileExpression(ctx, node);
  const site = siteOf(ctx, node);
  return (f) => {
    f.m.at = site;
    f.m.step();
    run(f);
    return NEXT;
  };
}

function returnStatement(ctx: Context, node: Expression | null): Exec {
  if (!node)
    return (f) => {
      f.m.step();
      f.returned = null;
      return RETURN;
    };
  const run = compileExpression(ctx, node);
  const site = siteOf(ctx, node);
  return (f) => {
    f.m.at = site;
    f.m.step();
    f.returned = run(f);
    return RETURN;
  };
}

/** A condition: its own range is its statement range, and an Unknown in it forks the run. */
export function compileCondition(ctx: Context, node: Expression): (f: Frame) => boolean {
  const inner = within(ctx, node);
  const run = compileExpression(inner, node);
  const site = siteOf(inner, node);
  return (f) => {
    f.m.at = site;
    f.m.step();
    const value = run(f);
    if (typeof value === 'boolean') return value;
    f.m.at = site;
    return f.m.truth(value);
  };
}

function ifStatement(ctx: Context, test: Expression, body: Statement, alternate: Statement | null): Exec {
  const condition = compileCondition(ctx, test);
  const yes = compileBody(ctx, body);
  const no = alternate ? compileBody(ctx, alternate) : NOTHING;
  return (f) => (condition(f) ? yes(f) : no(f));
}

function leave(how: Completion, level: Expression | null): Exec {
  const levels = level?.kind === 'number' ? Number(level.value) : 1;
  return (f) => {
    f.m.step();
    f.levels = levels;
    return how;
  };
}

function tryStatement(ctx: Context, node: TryNode): Exec {
  const body = compileBlock(ctx, node.body.children);
  const catches = node.catches.map((one) => ({
    classes: one.what.map((name) => resolveClass(ctx, name).toLowerCase()),
    variable: one.variable && typeof one.variable.name === 'string' ? one.variable.name : null,
    body: compileBlock(ctx, one.body.children),
  }));
  const isCatching = !letsThrough(node);
  const caught = (f: Frame): Completion => {
    const { silent, depth, catchers } = f.m;
    try {
      if (isCatching) f.m.catchers += 1;
      const done = body(f);
      f.m.catchers = catchers;
      return done;
    } catch (signal) {
      f.m.catchers = catchers;
      if (!(signal instanceof PhpThrow)) throw signal;
      f.m.silent = silent;
      f.m.depth = depth;
      for (const one of catches) {
        if (!one.classes.some((name) => f.m.catches(signal.exception, name))) continue;
        if (one.variable !== null) f.ref(one.variable).write(f.m, signal.exception);
        return one.body(f);
      }
      throw signal;
    }
  };
  if (!node.always) return caught;
  const always = compileBlock(ctx, node.always.children);
  return (f) => {
    let done: Completion;
    try {
      done = caught(f);
    } catch (signal) {
      if (!(signal instanceof PhpThrow)) throw signal;
      const after = always(f);
      if (after !== NEXT) return after;
      throw signal;
    }
    const { returned, levels } = f;
    const after = always(f);
    if (after !== NEXT) return after;
    f.returned = returned;
    f.levels = levels;
    return done;
  };
}

function globals(names: readonly string[]): Exec {
  return (f) => {
    for (const name of names) {
      let ref = f.m.globals.get(name);
      if (!ref) {
        ref = new VarRef(name, null);
        f.m.globals.set(name, ref);
      }
      f.vars.set(name, ref);
    }
    return NEXT;
  };
}

function statics(ctx: Context, variables: readonly (StaticVariableNode | VariableNode)[]): Exec {
  const made = variables.map((one) => {
    if (one.kind === 'variable') return { name: String(one.name), run: null };
    const run = one.defaultValue && compileExpression(ctx, one.defaultValue);
    return { name: String(one.variable.name), run };
  });
  const key = {};
  return (f) => {
    const cells = f.m.staticsOf(f, key);
    for (const one of made) {
      let ref = cells.get(one.name);
      if (!ref) {
        ref = new VarRef(one.name);
        cells.set(one.name, ref);
        ref.write(f.m, one.run?.(f) ?? null);
      }
      f.vars.set(one.name, ref);
    }
    return NEXT;
  };
}

function unset(ctx: Context, node: Expression): (f: Frame) => void {
  if (node.kind === 'variable' && typeof node.name === 'string') {
    const name = node.name;
    return (f) => {
      f.vars.delete(name);
    };
  }
  const place = compilePlace(ctx, node);
  return (f) => place(f).unset(f.m);
}
