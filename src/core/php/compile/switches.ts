import type { SwitchNode } from '../ast';
import { looseEquals } from '../compare';
import { BREAK, CONTINUE, type Exec, NEXT } from '../frame';
import { type Context, siteOf, within } from './context';
import { compileExpression } from './expressions';
import { compileBlock } from './statements';

export function switchStatement(ctx: Context, node: SwitchNode): Exec {
  const inner = within(ctx, node.test);
  const subject = compileExpression(inner, node.test);
  const site = siteOf(inner, node.test);
  const cases = node.body.children.map((one) => ({
    test: one.test && compileExpression(within(ctx, one.test), one.test),
    body: compileBlock(ctx, one.body?.children ?? []),
  }));
  const fallback = cases.findIndex((one) => one.test === null);
  return (f) => {
    f.m.at = site;
    f.m.step();
    const value = subject(f);
    let from = -1;
    for (let i = 0; i < cases.length; i++) {
      const test = cases[i]!.test;
      if (!test) continue;
      const other = test(f);
      f.m.at = site;
      if (f.m.truth(looseEquals(f.m, value, other))) {
        from = i;
        break;
      }
    }
    if (from < 0) from = fallback;
    if (from < 0) return NEXT;
    for (let i = from; i < cases.length; i++) {
      const done = cases[i]!.body(f);
      if (done === NEXT) continue;
      if (done !== BREAK && done !== CONTINUE) return done;
      f.levels -= 1;
      return f.levels > 0 ? done : NEXT;
    }
    return NEXT;
  };
}
