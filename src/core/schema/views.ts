import type { Partly } from './dropTable';
import { serverError } from './errors';
import { supports } from './flavour';
import { findTable, findView, isForeign, openTable, putView, qualified, removeView } from './lookup';
import type { Schema, TableName, View } from './model';
import { sameName } from './names';
import { doubt, Refusal, type Run, refuse, warn } from './run';
import { checkNames, columnsOf } from './selectNames';
import type { Statement } from './statement';
import { checkTableName } from './tableOptions';

type CreateView = Extract<Statement, { readonly kind: 'createView' }>;
type DropView = Extract<Statement, { readonly kind: 'dropView' }>;

/** CREATE VIEW: 1050 for a name that is taken, 1347 for OR REPLACE of a table, 1146 for what it reads. */
export function createView(run: Run, schema: Schema, statement: CreateView): Schema {
  const { server } = run;
  const { name } = statement.view;
  checkTableName(run, name);
  if (isForeign(server, statement.view)) {
    doubt(run, `${qualified(server, statement.view)} is in another database`);
    return schema;
  }
  for (const read of statement.reads) {
    const inner = isForeign(server, read) ? undefined : findView(schema, server, read.name);
    if (inner && missesTable(run, schema, inner)) refuse(run, 'viewInvalid', [qualified(server, read)]);
    if (!isForeign(server, read) && !findView(schema, server, read.name)) openTable(run, schema, read);
  }
  const table = findTable(schema, server, name);
  const view = findView(schema, server, name);
  if (view && readsView(run, schema, statement.reads, view))
    refuse(run, 'noSuchTable', [`${server.database}.${name}`]);
  checkReadViews(run, schema, statement.reads);
  for (const names of statement.names) checkNames(run, schema, names);
  const columns = statement.columns.length ? statement.columns : outputOf(run, schema, statement);
  const twice = columns?.find((one, i) => columns.slice(0, i).some((other) => sameName(other, one)));
  if (twice !== undefined) refuse(run, 'duplicateColumn', [twice]);
  if (table?.taint ?? view?.taint) doubt(run, (table?.taint ?? view?.taint)!.reason);
  else if (!table && !view && schema.taint) doubt(run, schema.taint.reason);
  if (table && !table.temporary && !table.taint) {
    if (statement.orReplace) refuse(run, 'notView', [qualified(server, statement.view)]);
    refuse(run, 'tableExists', [name]);
  }
  if (view && !view.taint && !statement.orReplace) {
    if (!statement.ifNotExists) refuse(run, 'tableExists', [name]);
    warn(run, 'tableExists', [name]);
    return schema;
  }
  const names = { columns, reads: statement.reads, selects: statement.names };
  return putView(schema, server, { name, ...statement.select, names, taint: null, origin: run.origin });
}

/** A view among those reads it, itself or by other views. */
function readsView(run: Run, schema: Schema, reads: readonly TableName[], wanted: View): boolean {
  return reads.some((read) => {
    const view = isForeign(run.server, read) ? undefined : findView(schema, run.server, read.name);
    return view !== undefined && (view === wanted || readsView(run, schema, view.names?.reads ?? [], wanted));
  });
}

/** What it reads is not there, or what that reads: the server opens all tables before it looks at anything else. */
function missesTable(run: Run, schema: Schema, { names, taint }: View): boolean {
  if (!names || taint || schema.taint) return false;
  return names.reads.some((read) => {
    if (isForeign(run.server, read)) return false;
    const inner = findView(schema, run.server, read.name);
    return inner ? missesTable(run, schema, inner) : !findTable(schema, run.server, read.name);
  });
}

/** What the view's columns are called; null where that is not known. */
function outputOf(run: Run, schema: Schema, { output, names }: CreateView): readonly string[] | null {
  if (!output) return null;
  const columns: string[] = [];
  for (const column of output) {
    if (typeof column === 'string') {
      columns.push(column);
      continue;
    }
    const { starOf } = column;
    for (const { name, table } of names[0]?.sources ?? []) {
      if (starOf !== null && !sameName(name, starOf)) continue;
      const found = table && !isForeign(run.server, table) ? columnsOf(run, schema, table.name) : null;
      if (!found) return null;
      columns.push(...found.filter((one) => !('invisible' in one && one.invisible)).map((one) => one.name));
    }
  }
  return columns;
}

/** 1356: a view that is read names what is no longer there. */
export function checkReadViews(run: Run, schema: Schema, reads: readonly TableName[]): void {
  for (const read of reads) {
    const view = isForeign(run.server, read) ? undefined : findView(schema, run.server, read.name);
    if (view && !isValid(run, schema, view)) refuse(run, 'viewInvalid', [qualified(run.server, read)]);
  }
}

function isValid(run: Run, schema: Schema, view: View): boolean {
  if (!view.names || view.taint || schema.taint) return true;
  try {
    for (const read of view.names.reads) {
      if (isForeign(run.server, read)) continue;
      const inner = findView(schema, run.server, read.name);
      if (inner ? !isValid(run, schema, inner) : !findTable(schema, run.server, read.name)) return false;
    }
    for (const names of view.names.selects) checkNames(run, schema, names);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

export function dropViews(run: Run, schema: Schema, statement: DropView): Partly {
  const { server } = run;
  const missing: string[] = [];
  const going: string[] = [];
  for (const name of statement.views) {
    const quoted = qualified(server, name);
    if (isForeign(server, name)) doubt(run, `${quoted} is in another database`);
    else if (findView(schema, server, name.name)) going.push(name.name);
    else if (findTable(schema, server, name.name)) {
      if (statement.ifExists) warn(run, 'notView', [quoted]);
      else if (server.vendor === 'mariadb') missing.push(quoted);
      else return { schema, error: serverError(server, 'dropViewIsTable', [quoted]) };
    } else if (schema.taint) doubt(run, schema.taint.reason);
    else missing.push(quoted);
  }
  const error =
    missing.length && !statement.ifExists ? serverError(server, 'unknownView', [missing.join(',')]) : null;
  if (statement.ifExists) for (const name of missing) warn(run, 'unknownView', [name]);
  if (error && supports.atomicDdl(server)) return { schema, error };
  return { schema: going.reduce((after, name) => removeView(after, server, name), schema), error };
}
