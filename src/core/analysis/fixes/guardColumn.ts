import type { Expression } from '../../php/ast';
import { enclosingNodes, firstCallOf, methodCall, type PlacedNode, textOf } from '../../php/enclosing';
import { getTable } from '../../schema/tableMap';
import type { TraceEntry } from '../../session/trace';
import type { Origin, SourceRange } from '../../source';
import { lineStarts } from '../edits';
import type { ReadStep } from '../replay';
import type { Edit } from '../results';
import type { FixDraft } from '../rules/draft';
import { say } from '../said';

/** One statement of the migration to be wrapped, and the columns that it adds. */
interface Target {
  readonly statement: PlacedNode;
  /** From the whole file down to the call that adds them; the statement is one of these. */
  readonly path: readonly PlacedNode[];
  readonly columns: string[];
}

/**
 * The edit that puts `if (! Schema::hasColumn(…))` around what adds the columns of a refused ALTER TABLE: around the
 * whole `Schema::table` where it does nothing else, else around each column's statement inside. Keeps indentation, line
 * ends, quotes and names as they are in the file; nothing where the code leaves no place for it.
 */
export function guardColumn(step: ReadStep, entry: TraceEntry): readonly FixDraft[] {
  const targets = targetsOf(step, entry);
  if (!targets) return [];
  const edits = targets.map((target) => wrap(step, target));
  const names = targets.flatMap((target) => target.columns);
  if (!edits.every((edit) => edit !== null)) return [];
  return [
    {
      title: say('Guard {0} with {1}', names.map((name) => `'${name}'`).join(', '), 'Schema::hasColumn'),
      edits,
    },
  ];
}

function targetsOf(step: ReadStep, entry: TraceEntry): readonly Target[] | null {
  const { statement, origin } = entry.statement;
  if (statement.kind !== 'alterTable') return null;
  const table = getTable(entry.before.tables, statement.table.name);
  const byStatement = new Map<number, Target>();
  for (const action of statement.actions) {
    if (action.kind !== 'addColumn') continue;
    const made = table?.columns.find((column) => column.name === action.column.name)?.origin;
    const own = made && origin && made.migration === origin.migration && inside(origin.range, made.range);
    const range = own ? made.range : origin?.range;
    if (!range || range.file !== step.migration.file) return null;
    const target = targetAt(step.text, range);
    if (!target) return null;
    const known = byStatement.get(target.statement.loc.start.offset);
    if (known) known.columns.push(action.column.name);
    else byStatement.set(target.statement.loc.start.offset, { ...target, columns: [action.column.name] });
    // `timestamps()` sends a statement for each: the guard has to ask for all that the code adds at once.
    if (!known && own && !namesByVariable(target)) {
      const names = table?.columns.filter((column) => isMadeAt(column.origin, made)).map(({ name }) => name);
      byStatement.set(target.statement.loc.start.offset, { ...target, columns: names ?? [] });
    }
  }
  return byStatement.size > 0 ? [...byStatement.values()] : null;
}

function isMadeAt(origin: Origin | null, made: Origin): boolean {
  return (
    origin?.migration === made.migration &&
    inside(origin.range, made.range) &&
    inside(made.range, origin.range)
  );
}

function inside(outer: SourceRange, inner: SourceRange): boolean {
  const from = outer.line - inner.line || outer.column - inner.column;
  const to = outer.endLine - inner.endLine || outer.endColumn - inner.endColumn;
  return outer.file === inner.file && from <= 0 && to >= 0;
}

function targetAt(text: string, range: SourceRange): Omit<Target, 'columns'> | null {
  const starts = lineStarts(text);
  const offset = (line: number, column: number) => (starts[line - 1] ?? 0) + column - 1;
  const path = enclosingNodes(text, offset(range.line, range.column), offset(range.endLine, range.endColumn));
  const at = path.findLastIndex((node) => node.kind === 'expressionstatement');
  const statement = path[at];
  return statement ? { statement, path } : null;
}

function wrap(step: ReadStep, target: Target): Edit | null {
  const { text } = step;
  const opening = schemaCall(text, target);
  const schema =
    opening?.schema ?? (importsSchema(text) ? 'Schema::' : '\\Illuminate\\Support\\Facades\\Schema::');
  const columns = columnsArgument(text, target);
  // What a closure of this one statement uses comes from outside it, so the guard may stand there as well.
  if (opening?.alone) return wrapStatement(step, opening.statement, `! ${schema}${columns(opening.table)}`);
  const table = opening && !opening.table.includes('$') ? opening.table : blueprintTable(text, target);
  return table === null ? null : wrapStatement(step, target.statement, `! ${schema}${columns(table)}`);
}

/** `$table->getTable()`: the table of the Blueprint that a statement calls, whatever it is. */
function blueprintTable(text: string, target: Target): string | null {
  const first = firstCallOfTarget(target);
  const root = first && 'what' in first.what ? (first.what.what as Expression) : null;
  return root?.kind === 'variable' ? `${textOf(text, root)}->getTable()` : null;
}

function firstCallOfTarget({ statement }: Omit<Target, 'columns'>) {
  const { expression } = statement as PlacedNode & { readonly expression?: Expression | null };
  return expression ? firstCallOf(expression) : null;
}

interface SchemaCall {
  /** `Schema::`, or `Schema::connection('x')->`. */
  readonly schema: string;
  readonly table: string;
  readonly statement: PlacedNode;
  /** The closure holds this one statement and nothing else. */
  readonly alone: boolean;
}

/** The `Schema::table('t', function …)` around a statement. */
function schemaCall(text: string, { path, statement: inner }: Target): SchemaCall | null {
  for (let i = path.length - 1; i >= 0; i--) {
    const node = path[i]!;
    const found = methodCall(node);
    if (found?.name.toLowerCase() !== 'table') continue;
    const statement = path.slice(0, i).findLast((outer) => outer.kind === 'expressionstatement');
    const [first] = found.call.arguments;
    const callee = found.call.what;
    if (!statement || !first || !('what' in callee)) return null;
    const subject = textOf(text, callee.what as Expression);
    const table = textOf(text, first);
    if (subject === null || table === null) return null;
    const arrow = callee.kind === 'staticlookup' ? '::' : '->';
    const body = path.slice(i).find((part) => part.kind === 'block') as
      | (PlacedNode & { readonly children?: readonly unknown[] })
      | undefined;
    // An arrow function is the one expression of the statement that the call stands in.
    const alone = body
      ? body.children?.length === 1 && path[path.indexOf(body) + 1] === inner
      : statement === inner;
    return {
      schema: `${subject}${arrow}`,
      table,
      statement,
      alone,
    };
  }
  return null;
}

/** `hasColumn('services', 'priority')` or, for several columns of one statement, `hasColumns('t', ['a', 'b'])`. */
function columnsArgument(text: string, target: Target): (table: string) => string {
  const [only] = target.columns;
  if (target.columns.length === 1)
    return (table) => `hasColumn(${table}, ${writtenColumn(text, target) ?? quote(only ?? '')})`;
  return (table) => `hasColumns(${table}, [${target.columns.map(quote).join(', ')}])`;
}

/** The column's name as the code writes it: a literal or variable in the first argument of the chain's first call. */
function writtenColumn(text: string, target: Target): string | null {
  const argument = firstCallOfTarget(target)?.arguments[0];
  if (!argument) return null;
  if (argument.kind === 'string') return argument.value === target.columns[0] ? textOf(text, argument) : null;
  return argument.kind === 'variable' ? textOf(text, argument) : null;
}

function namesByVariable(target: Omit<Target, 'columns'>): boolean {
  return firstCallOfTarget(target)?.arguments[0]?.kind === 'variable';
}

function importsSchema(text: string): boolean {
  return /^use\s+Illuminate\\Support\\Facades\\Schema\s*;/m.test(text);
}

function quote(name: string): string {
  return `'${name.replace(/[\\']/g, '\\$&')}'`;
}

/** Puts `if (condition) { … }` around a statement that begins its line. */
function wrapStatement(step: ReadStep, { loc }: PlacedNode, condition: string): Edit | null {
  const { text } = step;
  const lineStart = text.lastIndexOf('\n', loc.start.offset - 1) + 1;
  const indent = text.slice(lineStart, loc.start.offset);
  if (indent.trim() !== '') return null;
  const unit = indent.includes('\t') ? '\t' : '    ';
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const body = text
    .slice(loc.start.offset, loc.end.offset)
    .split(/\r?\n/)
    .map((line, i) => (i === 0 ? `${indent}${unit}${line}` : line.trim() === '' ? line : `${unit}${line}`));
  const starts = lineStarts(text);
  const startLine = starts.findLastIndex((start) => start <= loc.start.offset);
  const endLine = starts.findLastIndex((start) => start <= loc.end.offset);
  return {
    file: step.migration.file,
    line: startLine + 1,
    column: loc.start.offset - starts[startLine]! + 1,
    endLine: endLine + 1,
    endColumn: loc.end.offset - starts[endLine]! + 1,
    text: [`if (${condition}) {`, ...body, `${indent}}`].join(end),
  };
}
