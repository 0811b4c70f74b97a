import type { Origin } from '../source';
import { alterTable } from './alterTable';
import { checkSpec, resolveCharset } from './columns';
import { createTable } from './createTable';
import { checkData } from './data';
import { dropTables, truncate } from './dropTable';
import { serverError } from './errors';
import type { Schema } from './model';
import { renameTables } from './renameTable';
import { doubt, Refusal, type Run } from './run';
import type { ServerError, ServerProfile, ServerWarning } from './server';
import type { Read, Statement } from './statement';
import { changeObject, withTriggersOf } from './storedObjects';
import { checkTableName } from './tableOptions';
import { unknownVariable } from './unknownVariables';
import { taintTouched } from './unreadable';
import { createView, dropViews } from './views';

export interface ApplyResult {
  /** What is left, also after an error. */
  readonly schema: Schema;
  readonly error: ServerError | null;
  /** What the server changes silently, or says beside. */
  readonly warnings: readonly ServerWarning[];
  /**
   * Why it can't be told whether the server accepts the statement: something that it touches is tainted, or out of
   * sight. Then `error` is null, and `schema` is what is left if it succeeds.
   */
  readonly doubt: string | null;
}

/**
 * What the server does with a statement: the schema that is left and what it says. Never throws for a statement.
 * `origin` is noted at all that the statement makes.
 */
export function apply(
  schema: Schema,
  statement: Statement,
  server: ServerProfile,
  origin: Origin | null = null,
): ApplyResult {
  const run: Run = {
    server,
    origin,
    warnings: [],
    explicitNulls: new Set(),
    badDefaults: [],
    nullDefaults: new Set(),
    columnFaults: [],
    altering: statement.kind === 'alterTable',
    renamedTo: null,
    doubt: null,
  };
  try {
    const { schema: after, error } = answer(run, schema, statement);
    return {
      schema: withTriggersOf(after, statement, server),
      error: run.doubt === null ? error : null,
      warnings: run.warnings,
      doubt: run.doubt,
    };
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    if (run.doubt !== null) return { schema, error: null, warnings: run.warnings, doubt: run.doubt };
    return { schema: refusal.left ?? schema, error: refusal.error, warnings: run.warnings, doubt: null };
  }
}

interface Answer {
  readonly schema: Schema;
  readonly error: ServerError | null;
}

const done = (schema: Schema): Answer => ({ schema, error: null });

function answer(run: Run, schema: Schema, statement: Statement): Answer {
  switch (statement.kind) {
    case 'createTable':
      return done(createTable(run, schema, statement));
    case 'alterTable':
      return done(alterTable(run, schema, statement));
    case 'dropTable':
      return dropTables(run, schema, statement);
    case 'renameTable':
      return done(renameTables(run, schema, statement.pairs));
    case 'truncate':
      return done(truncate(run, schema, statement.table));
    case 'createView':
      return done(createView(run, schema, statement));
    case 'dropView':
      return dropViews(run, schema, statement);
    case 'data':
      return done(checkData(run, schema, statement));
    case 'alterDatabase':
      return done(alterDatabase(run, schema, statement));
    case 'noEffect':
      return done(statement.object ? changeObject(run, schema, statement.object) : schema);
    case 'set':
      return { schema, error: unknownVariable(run.server, statement.variables) };
    case 'createDatabase':
      return done(schema);
    case 'use':
      if (statement.schema !== run.server.database)
        doubt(run, `another database is in use: ${statement.schema}`);
      return done(schema);
    case 'syntaxError':
      checkRead(run, statement.read);
      return { schema, error: syntaxError(run, statement) };
    case 'unreadable':
      return done(taintTouched(run, schema, statement.reason, statement.touches));
  }
}

/** MariaDB says what is wrong with a name or a column as soon as it has read it. */
function checkRead(run: Run, read: Read | undefined): void {
  if (run.server.vendor !== 'mariadb' || !read) return;
  if (read.table !== null) checkTableName(run, read.table);
  for (const spec of read.columns) checkSpec(run, spec);
}

function syntaxError(run: Run, statement: Extract<Statement, { readonly kind: 'syntaxError' }>): ServerError {
  if (statement.unknownType !== undefined)
    return serverError(run.server, 'unknownDataType', [statement.unknownType]);
  if (statement.wrongTable !== undefined)
    return serverError(run.server, 'wrongTableName', [statement.wrongTable]);
  return serverError(run.server, 'syntax', [statement.near, statement.line]);
}

function alterDatabase(
  run: Run,
  schema: Schema,
  statement: Extract<Statement, { readonly kind: 'createDatabase' | 'alterDatabase' }>,
): Schema {
  if (statement.schema !== null && statement.schema !== run.server.database) return schema;
  if (statement.charset === null && statement.collation === null) return schema;
  return { ...schema, ...resolveCharset(run, statement.charset, statement.collation, schema) };
}
