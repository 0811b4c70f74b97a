import type { Interpreter } from '../../php/classes';
import type { Value } from '../../php/values';
import type { Statement } from '../../schema/statement';
import type { TableRows } from '../../session/rows';
import { databaseOf, passOver, send, worldOf } from '../../session/session';
import type { SourceRange } from '../../source';
import { tableElsewhere } from '../packageTables';
import { runtimeOf, worldKey } from '../runtime';
import type { UnknownPart } from '../schema/wrap';
import { takeTurn } from '../turns';
import { throwQueryException } from './queryException';
import { commitsImplicitly } from './transactions';

/** A statement that PHP code sends over a connection. */
export interface Outgoing {
  /** The connection's name in Laravel. */
  readonly connection: string;
  readonly sql: string;
  readonly range: SourceRange;
  readonly bindings?: readonly Value[];
  readonly statement?: Statement;
  readonly columnRanges?: ReadonlyMap<string, SourceRange>;
  readonly unknowns?: readonly UnknownPart[];
  /** What it does to the rows of its table. */
  readonly rowEffect?: (known: TableRows) => TableRows;
  /** A question, which changes nothing. */
  readonly quiet?: boolean;
}

/**
 * Sends a statement; throws a QueryException into the program where the server refuses it. False where the
 * connection's driver is not modelled: nothing is known of what it does there.
 */
export function sendSql(php: Interpreter, outgoing: Outgoing): boolean {
  const { quiet, rowEffect, unknowns = [] } = outgoing;
  const isPlain = !quiet && !rowEffect && unknowns.length === 0;
  return takeTurn(php, isPlain, () => sendNow(php, outgoing));
}

function sendNow(php: Interpreter, outgoing: Outgoing): boolean {
  const runtime = runtimeOf(php);
  const { session, passOver: passedOver, passOverUncaught, beforeEntry } = runtime;
  const key = worldKey(php, outgoing.connection);
  if (key === null) return false;
  const { sql, range, statement, columnRanges, unknowns, quiet, rowEffect } = outgoing;
  if (!quiet) beforeEntry?.(worldOf(session));
  const fresh = databaseOf(session, key)?.rows.base === 'nothing';
  const error = send(session, {
    connection: key,
    sql,
    range,
    ...(statement && { statement }),
    ...(columnRanges && { columnRanges }),
    ...(unknowns && { unknowns }),
    ...(quiet && { quiet }),
    ...(rowEffect && { rowEffect }),
    // What a dump or a server has is all that there is.
    ...(fresh && {
      elsewhere: (table) => {
        session.reads.files.add('*');
        return tableElsewhere(runtime, table);
      },
    }),
  });
  if (!quiet) endTransaction(php, outgoing.connection);
  if (!error) return true;
  const entry = session.entries.length - 1;
  if (passedOver.has(entry) || (passOverUncaught && !php.isCatching)) {
    passOver(session, entry);
    return true;
  }
  return throwQueryException(php, outgoing.connection, error, sql, outgoing.bindings ?? [], entry);
}

/** The server commits what is open before it changes a schema, whether that succeeds or not. */
function endTransaction(php: Interpreter, connection: string): void {
  const { session, transactions } = runtimeOf(php);
  const transaction = transactions.get(connection);
  const last = session.entries.at(-1);
  if (transaction && last && commitsImplicitly(last.statement.statement)) transaction.active = false;
}
