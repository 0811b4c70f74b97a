import { enclosingNodes, type PlacedNode } from '../../php/enclosing';
import type { ForeignKey } from '../../schema/model';
import type { TraceEntry } from '../../session/trace';
import type { SourceRange } from '../../source';
import type { FixDraft } from '../draft';
import { say } from '../said';
import type { Study } from '../study';
import { wholeLines } from './change';
import { besideStatement, type Code, chainWithin, codeOf } from './code';
import { phpString } from './writeBlueprint';

/** A foreign key, and the table that has it. */
export interface OwnedKey {
  readonly table: string;
  readonly key: ForeignKey;
}

/** The edit that puts a statement further down in front of the refused one. */
export function moveBefore(study: Study, refused: TraceEntry, later: TraceEntry): readonly FixDraft[] {
  const code = codeOf(study);
  const [a, b] = [
    statementsAt(code, refused.statement.origin?.range),
    statementsAt(code, later.statement.origin?.range),
  ];
  // From the outside in, the first statements that are not the same one: those two stand side by side.
  const at = a.findIndex((node, i) => node.loc.start.offset !== b[i]?.loc.start.offset);
  const [target, moved] = [a[at], b[at]];
  if (!target || !moved || moved.loc.start.offset < target.loc.end.offset) return [];
  const [from, to] = [target.loc.start.offset, moved.loc.start.offset];
  const lines = [target, moved].map(({ loc }) => wholeLines(code.text, loc.start.offset, loc.end.offset));
  if (!lines[0] || !lines[1]) return [];
  const between = code.text.slice(from, to);
  if (between.includes('function') && at > 0) return [];
  return [
    {
      title: say('Drop what needs it first'),
      edits: [code.edit(lines[0][0], lines[0][0], code.text.slice(...lines[1])), code.edit(...lines[1], '')],
      leaves: () => true,
    },
  ];
}

/** The statements around a range, the outermost first. */
function statementsAt(code: Code, range: SourceRange | undefined): readonly PlacedNode[] {
  const place = code.offsets(range ?? null);
  return place
    ? enclosingNodes(code.text, ...place).filter(({ kind }) => kind === 'expressionstatement')
    : [];
}

/** The edit that drops the foreign keys of a column before the column; where other tables hold them, none. */
export function dropForeignFirst(
  study: Study,
  refused: TraceEntry,
  blocking: readonly OwnedKey[],
): readonly FixDraft[] {
  const { statement, origin } = refused.statement;
  if (statement.kind !== 'alterTable' || !statement.actions.every(({ kind }) => kind === 'dropColumn'))
    return [];
  const table = statement.table.name;
  if (!blocking.every((owned) => owned.table === table)) return [];
  const code = codeOf(study);
  const chain = chainWithin(code, origin?.range ?? null, ({ calls: [call] }) => /^drop/i.test(call!.name));
  if (!chain) return [];
  const root = code.text.slice(chain.from, chain.calls[0]!.from);
  const calls = blocking.map(({ key }) => {
    const conventional = `${table}_${key.columns.join('_')}_foreign`.toLowerCase().replace(/[-.]/g, '_');
    const columns = `[${key.columns.map(phpString).join(', ')}]`;
    return `${root}->dropForeign(${key.name === conventional ? columns : phpString(key.name)});`;
  });
  const newLine = code.text.includes('\r\n') ? '\r\n' : '\n';
  const lineStart = code.text.lastIndexOf('\n', chain.from - 1) + 1;
  const indent = code.text.slice(lineStart, chain.from);
  const edit = besideStatement(code, chain, 'before', calls.join(`${newLine}${indent}`));
  return edit ? [{ title: say('Drop the foreign key first'), edits: [edit], leaves: () => true }] : [];
}
