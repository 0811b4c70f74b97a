import type { ClosureNode } from '../../php/ast';
import type { PlacedNode } from '../../php/enclosing';
import type { TenantPolicy } from '../../policy/policy';
import type { Column, Table } from '../../schema/model';
import { findNamed, sameName } from '../../schema/names';
import type { SourceRange } from '../../source';
import { tableIn } from '../altered';
import type { FixDraft } from '../draft';
import type { Edit } from '../results';
import { say } from '../said';
import type { Study } from '../study';
import type { LeftTable } from '../tablesOfStudy';
import { editOf, layoutAt, wrapped } from './change';
import { askedBy } from './guard';
import { closureHeader, type Place, placeAt, placeBetween } from './place';
import { condition } from './tests';
import { columnCall, phpString } from './writeBlueprint';

/** The edit that gives a new table the tenant column, and behind it the column's cascading foreign key. */
export function addTenant(
  study: Study,
  policy: TenantPolicy,
  left: LeftTable,
  range: SourceRange | null,
): readonly FixDraft[] {
  const place = range && placeAt(study.step.text, range);
  const parent = parentOf(study, policy, left);
  const [first] = (place && closureOf(place)?.body?.children) ?? [];
  const layout = first && layoutAt(study.step.text, first as unknown as PlacedNode);
  if (!place || !parent || !first?.loc || !layout) return [];
  const column: Column = { ...parent.key, name: policy.column, autoIncrement: false, origin: null };
  const root = `$${closureOf(place)!.arguments[0]?.name.name}`;
  const call = columnCall({ variable: root, table: left.table, stringLength: 255 }, column, null);
  const key = keyBehind(study, policy, left, place, parent);
  if (!call || !key) return [];
  const at = first.loc.end.offset;
  const text = `${layout.eol}${layout.indent}${asForeign(call)};`;
  const added = editOf(study.step.migration.file, study.step.text, { from: at, to: at, text });
  const title = say('Add {0} with its foreign key', phpString(policy.column));
  return [{ title, edits: [added, key], leaves: (edited) => isTenants(edited, policy, left) }];
}

/** The edit that gives the tenant column its cascading foreign key. */
export function addTenantKey(
  study: Study,
  policy: TenantPolicy,
  left: LeftTable,
  column: Column,
): readonly FixDraft[] {
  const place = column.origin && placeAt(study.step.text, column.origin.range);
  const opening = place?.opening?.statement.loc;
  const outer = opening && placeBetween(study.step.text, opening.start.offset, opening.end.offset);
  const parent = parentOf(study, policy, left);
  const key = outer && parent && keyBehind(study, policy, left, outer, parent);
  const title = say('Add its foreign key to {0}', phpString(policy.parent));
  return key ? [{ title, edits: [key], leaves: (edited) => isTenants(edited, policy, left) }] : [];
}

interface Parent {
  readonly table: Table;
  /** Its primary key. */
  readonly key: Column;
}

function parentOf({ app, first }: Study, { parent }: TenantPolicy, { connection }: LeftTable): Parent | null {
  const table = tableIn(first.world, connection, `${app.prefix}${parent}`);
  const [part, more] = table?.indexes.find(({ kind }) => kind === 'primary')?.parts ?? [];
  const key = table && part && 'column' in part ? findNamed(table.columns, part.column) : undefined;
  return table && key && !more ? { table, key } : null;
}

/** The closure that a `Schema::create` or `Schema::table` is given. */
function closureOf({ calls }: Place): ClosureNode | null {
  const given = calls.find(({ name }) => /^(create|table)$/i.test(name))?.call.arguments[1];
  return given?.kind === 'closure' ? given : null;
}

/** A `Schema::table` of its own behind the statement, guarded, since a run may stop before it. */
function keyBehind(
  study: Study,
  { column, parent }: TenantPolicy,
  { table }: LeftTable,
  place: Place,
  { key }: Parent,
): Edit | null {
  const closure = closureOf(place);
  const block = statementAround(place);
  const layout = block && layoutAt(place.text, block);
  if (!closure || !layout) return null;
  const asked = askedBy(study, place, undefined, 'around');
  const name = `${table.name}_${column}_foreign`.toLowerCase();
  const test = condition(
    [{ kind: 'foreignKey', there: false, names: [name], columns: [column], written: null }],
    asked,
  );
  if (!test) return null;
  const { indent, unit, eol } = layout;
  const target = `references(${phpString(key.name)})->on(${phpString(parent)})`;
  const lines = [
    `${asked.schema}table(${asked.table}, ${closureHeader(place.text, closure)}`,
    `${indent}${unit}$${closure.arguments[0]?.name.name}->foreign(${phpString(column)})->${target}->cascadeOnUpdate()->cascadeOnDelete();`,
    `${indent}});`,
  ];
  const at = block.loc.end.offset;
  const isLast = /^\s*(\n[^\S\n]*\r?\n|\}|$)/.test(place.text.slice(at));
  const text = `${eol}${eol}${indent}${wrapped(layout, test, lines.join(eol))}${isLast ? '' : eol}`;
  return editOf(study.step.migration.file, place.text, { from: at, to: at, text });
}

/** The statement, or the `if` that holds nothing else: a guard of the table is none of its key. */
function statementAround({ path, statement }: Place): PlacedNode | null {
  const at = path.indexOf(statement);
  const [around, block] = [
    path[at - 2],
    path[at - 1] as PlacedNode & { readonly children?: readonly unknown[] },
  ];
  if (around?.kind !== 'if') return statement;
  return block.children?.length === 1 && !(around as { readonly alternate?: unknown }).alternate
    ? around
    : null;
}

/** The methods that people write for columns of foreign keys. */
const asForeign = (call: string): string =>
  call.replace('->unsignedBigInteger(', '->foreignId(').replace('->uuid(', '->foreignUuid(');

function isTenants({ first, app }: Study, policy: TenantPolicy, { connection, table }: LeftTable): boolean {
  const after = tableIn(first.world, connection, table.name);
  const key = after?.foreignKeys.find(({ columns: [column] }) => sameName(column ?? '', policy.column));
  return (
    after !== undefined &&
    findNamed(after.columns, policy.column)?.nullable === false &&
    sameName(key?.referencedTable ?? '', `${app.prefix}${policy.parent}`) &&
    key?.onDelete === 'cascade' &&
    key.onUpdate === 'cascade'
  );
}
