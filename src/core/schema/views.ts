import type { Partly } from './dropTable';
import { serverError } from './errors';
import { supports } from './flavour';
import { findTable, findView, isForeign, openTable, putView, qualified, removeView } from './lookup';
import type { Schema } from './model';
import { doubt, type Run, refuse, warn } from './run';
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
  for (const read of statement.reads)
    if (!isForeign(server, read) && !findView(schema, server, read.name)) openTable(run, schema, read);
  const table = findTable(schema, server, name);
  const view = findView(schema, server, name);
  const readsItself = statement.reads.some(
    (read) => !isForeign(server, read) && view && findView(schema, server, read.name) === view,
  );
  if (readsItself) refuse(run, 'noSuchTable', [`${server.database}.${name}`]);
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
  return putView(schema, server, { name, ...statement.select, taint: null, origin: run.origin });
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
