import type { MethodNode } from '../../php/ast';
import { enclosingNodes, methodNamed, type PlacedNode } from '../../php/enclosing';
import type { SchemaDifference } from '../../schema/diffTypes';
import type { TraceEntry } from '../../session/trace';
import type { FixDraft } from '../draft';
import { lineStarts } from '../edits';
import type { Edit } from '../results';
import { say } from '../said';
import type { Study } from '../study';
import { codeOf } from './code';
import { bringBack, type Names, undoOf } from './undo';

/** Writes `down()`, or writes it anew, as the undoing of what `up()` does. */
export function writeDown(study: Study): readonly FixDraft[] {
  const style = styleOf(study.step.text);
  const statements = style && undoOf(study, style);
  if (!style || !statements) return [];
  const body = statements.flatMap((lines) => lines.map((line) => `${style.margin}${style.indent}${line}`));
  const method = methodNamed(study.step.text, 'down');
  const title = method
    ? say('Write down() anew, from what up() does')
    : say('Write down() from what up() does');
  const edit = method ? replaceBody(study, style, method, body) : addMethod(study, style, body);
  return edit ? [{ title, edits: [edit] }] : [];
}

/** Adds to `down()` what is still not as it was: `differences` between before `up()` (expected) and after `down()`. */
export function completeDown(study: Study, differences: readonly SchemaDifference[]): readonly FixDraft[] {
  const style = styleOf(study.step.text);
  const method = methodNamed(study.step.text, 'down');
  const { defaultConnection } = study.first.world;
  const statements = style && bringBack(study, style, defaultConnection, differences);
  if (!style || !method?.body?.loc || !statements) return writeDown(study);
  const lines = statements.flatMap((own) => own.map((line) => `${style.margin}${style.indent}${line}`));
  const { end } = method.body.loc;
  const start = study.step.text.lastIndexOf('\n', end.offset - 1) + 1;
  // The closing brace stands on a line of its own.
  if (study.step.text.slice(start, end.offset - 1).trim() !== '') return writeDown(study);
  const edit = codeOf(study).edit(start, start, lines.map((line) => `${line}${style.newline}`).join(''));
  return [{ title: say('Complete down() with what is not undone'), edits: [edit] }, ...writeDown(study)];
}

/** Moves the refused statement of `down()` behind each of those that follow it: the first place that is proven counts. */
export function orderDown(study: Study, { statement: { origin } }: TraceEntry): readonly FixDraft[] {
  const { text } = study.step;
  if (!origin || origin.range.file !== study.first.file) return [];
  const starts = lineStarts(text);
  const at = (line: number, column: number) => (starts[line - 1] ?? 0) + column - 1;
  const { line, column, endLine, endColumn } = origin.range;
  const path = enclosingNodes(text, at(line, column), at(endLine, endColumn));
  return path
    .flatMap((node, i) => (node.kind === 'block' ? movesIn(study, node, path[i + 1]) : []))
    .map((edit) => ({ title: say('Drop in the order that the server takes'), edits: [edit] }));
}

/** The edits that move one statement of a block behind each later one. */
function movesIn(study: Study, block: PlacedNode, moved: PlacedNode | undefined): readonly Edit[] {
  const { text } = study.step;
  const children = ((block as { readonly children?: readonly PlacedNode[] }).children ?? []).filter(
    (node) => node.loc,
  );
  const from = moved ? children.indexOf(moved) : -1;
  if (!moved || from < 0) return [];
  return children.slice(from + 1).flatMap((later) => {
    const next = children[from + 1]!;
    const between = text.slice(moved.loc.end.offset, next.loc.start.offset);
    if (between.trim() !== '') return [];
    const rest = text.slice(next.loc.start.offset, later.loc.end.offset);
    const own = text.slice(moved.loc.start.offset, moved.loc.end.offset);
    return [codeOf(study).edit(moved.loc.start.offset, later.loc.end.offset, `${rest}${between}${own}`)];
  });
}

interface Style extends Names {
  /** What stands before a method of the class. */
  readonly margin: string;
  readonly newline: string;
  readonly up: MethodNode;
}

function styleOf(text: string): Style | null {
  const up = methodNamed(text, 'up');
  if (!up?.loc) return null;
  const start = text.lastIndexOf('\n', up.loc.start.offset - 1) + 1;
  const margin = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  const imports = (name: string) =>
    new RegExp(`^use\\s+${name.replaceAll('\\', '\\\\')}\\s*;`, 'm').test(text);
  const facade = 'Illuminate\\Support\\Facades\\Schema';
  const blueprint = 'Illuminate\\Database\\Schema\\Blueprint';
  return {
    up,
    margin,
    newline: text.includes('\r\n') ? '\r\n' : '\n',
    indent: margin.includes('\t') ? '\t' : '    ',
    schema: imports(facade) ? 'Schema' : `\\${facade}`,
    blueprint: imports(blueprint) ? 'Blueprint' : `\\${blueprint}`,
  };
}

function replaceBody(study: Study, style: Style, method: MethodNode, body: readonly string[]): Edit | null {
  const loc = method.body?.loc;
  if (!loc) return null;
  const lines = [`{`, ...body, `${style.margin}}`].join(style.newline);
  return codeOf(study).edit(loc.start.offset, loc.end.offset, lines);
}

function addMethod(study: Study, { margin, newline, up }: Style, body: readonly string[]): Edit | null {
  if (!up.loc) return null;
  const returns = /\)\s*:\s*void/.test(
    study.step.text.slice(up.loc.start.offset, up.body?.loc?.start.offset),
  );
  const lines = [
    '',
    '',
    `${margin}public function down()${returns ? ': void' : ''}`,
    `${margin}{`,
    ...body,
    `${margin}}`,
  ];
  return codeOf(study).edit(up.loc.end.offset, up.loc.end.offset, lines.join(newline));
}
