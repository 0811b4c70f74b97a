import type { EncapsedNode } from '../ast';
import type { Run } from '../frame';
import type { Unknown } from '../values';
import { type Context, siteOf } from './context';
import { compileExpression } from './expressions';

/** A string with parts to be filled in: "a {$b} c", heredocs. Backticks run programs, which is never done. */
export function encapsed(ctx: Context, node: EncapsedNode): Run {
  if (node.type === 'shell') return (f) => f.m.unknown('runs a program');
  const parts = node.value.map((part): string | Run => {
    const inner = part.kind === 'encapsedpart' ? part.expression : part;
    return inner.kind === 'string' ? inner.value : compileExpression(ctx, inner);
  });
  const site = siteOf(ctx, node);
  return (f) => {
    let text = '';
    let missing: Unknown | null = null;
    for (const part of parts) {
      const given = typeof part === 'string' ? part : part(f);
      if (typeof given === 'string') {
        text += given;
        continue;
      }
      f.m.at = site;
      const piece = f.m.toText(given);
      if (typeof piece === 'string') text += piece;
      else missing ??= piece;
    }
    f.m.charge(text.length);
    return missing === null ? text : f.m.derive(missing, `in ${site.line} ${text}`, { notNull: true });
  };
}
