import type { Interpreter } from '../../php/classes';
import { isFloat, isUnknown, listOf, type Value } from '../../php/values';
import type { ServerError } from '../../schema/server';
import { connectionConfig, runtimeOf } from '../runtime';
import { has } from '../schema/features';

/** What a QueryException that we threw keeps: the entry of the trace whose error it is. */
export class QueryFailure {
  constructor(readonly entry: number) {}
}

export const QUERY_EXCEPTION = 'Illuminate\\Database\\QueryException';

/** SQLSTATEs by their class name, as PDO prints them between state and code. */
const STATE_NAMES: Readonly<Record<string, string>> = {
  '21S01': 'Insert value list does not match column list',
  '22001': 'String data, right truncated',
  '22003': 'Numeric value out of range',
  '22007': 'Invalid datetime format',
  '22032': '<<Unknown error>>',
  '23000': 'Integrity constraint violation',
  '42000': 'Syntax error or access violation',
  '42S01': 'Base table or view already exists',
  '42S02': 'Base table or view not found',
  '42S21': 'Column already exists',
  '42S22': 'Column not found',
  HY000: 'General error',
  '0A000': 'Feature not supported',
  '01000': 'Warning',
  '28000': 'Invalid authorization specification',
};

/** What PDO says of a server's error: `SQLSTATE[42S21]: Column already exists: 1060 Duplicate column name 'x'`. */
export function pdoMessage(error: ServerError): string {
  const name = STATE_NAMES[error.sqlState] ?? '<<Unknown error>>';
  return `SQLSTATE[${error.sqlState}]: ${name}: ${error.code} ${error.message}`;
}

/** The whole message of Laravel's QueryException, as artisan prints it. */
export function queryMessage(
  php: Interpreter,
  connection: string,
  error: ServerError,
  sql: string,
  bindings: readonly Value[],
): string {
  const { application } = runtimeOf(php);
  const filled = fillBindings(sql, bindings);
  const before = pdoMessage(error);
  if (!has(application.laravel, 'messageNamesConnection')) return `${before} (SQL: ${filled})`;
  const config = connectionConfig(php, connection);
  const place =
    config.unixSocket !== ''
      ? [`Socket: ${config.unixSocket}`]
      : [`Host: ${config.host}`, `Port: ${config.port}`];
  const details = has(application.laravel, 'messageNamesHost')
    ? `, ${[...place, `Database: ${config.database}`].join(', ')}`
    : '';
  return `${before} (Connection: ${connection}${details}, SQL: ${filled})`;
}

function fillBindings(sql: string, bindings: readonly Value[]): string {
  let i = 0;
  return sql.replace(/\?/g, (mark) => (i < bindings.length ? printBinding(bindings[i++] ?? null) : mark));
}

function printBinding(value: Value): string {
  if (value === null || value === false) return value === null ? '' : '0';
  if (value === true) return '1';
  if (isFloat(value)) return String(value.value);
  if (isUnknown(value) || typeof value === 'object') return '?';
  return String(value);
}

/** Throws the server's error into the PHP code, as Laravel does. */
export function throwQueryException(
  php: Interpreter,
  connection: string,
  error: ServerError,
  sql: string,
  bindings: readonly Value[],
  entry: number,
): never {
  const unique =
    error.code === 1062 ? 'Illuminate\\Database\\UniqueConstraintViolationException' : QUERY_EXCEPTION;
  const className = has(runtimeOf(php).application.laravel, 'startingValueLast') ? unique : QUERY_EXCEPTION;
  return php.throw(className, queryMessage(php, connection, error, sql, bindings), {
    code: error.sqlState,
    internal: new QueryFailure(entry),
    properties: {
      errorInfo: listOf([error.sqlState, error.code, error.message]),
      connectionName: connection,
      sql,
      bindings: listOf(bindings),
    },
  });
}
