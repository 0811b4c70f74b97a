import type { NativeCall, NativeMethod } from '../../php/classes';
import { argument } from '../../php/classes';
import type { Value } from '../../php/values';
import type { Statement } from '../../schema/statement';
import { rolledBack } from '../../session/numbering';
import { databaseOf } from '../../session/session';
import type { Database } from '../../session/trace';
import { type LaravelRuntime, runtimeOf, type Transaction, worldKey } from '../runtime';
import { connectionOf } from './connectionState';

/** Does the server commit an open transaction before it runs the statement? (MySQL manual, 15.3.3) */
export function commitsImplicitly(statement: Statement): boolean {
  switch (statement.kind) {
    case 'createTable':
    case 'dropTable':
      return !statement.temporary;
    case 'alterTable':
    case 'renameTable':
    case 'truncate':
    case 'createView':
    case 'dropView':
    case 'createDatabase':
    case 'alterDatabase':
      return true;
    case 'noEffect':
      return /^(create|drop|alter|grant|revoke|lock|analyze|optimize|repair)/i.test(statement.verb);
    default:
      return false;
  }
}

function open(call: NativeCall): Transaction {
  const { transactions } = runtimeOf(call.php);
  const connection = connectionOf(call);
  const transaction = transactions.get(connection) ?? { level: 0, before: [], active: false };
  transactions.set(connection, transaction);
  if (transaction.level === 0) transaction.active = true;
  transaction.before[transaction.level] = databaseAt(call)?.rows ?? null;
  transaction.level += 1;
  return transaction;
}

function databaseAt(call: NativeCall): Database | null {
  const key = worldKey(call.php, connectionOf(call));
  return key === null ? null : databaseOf(runtimeOf(call.php).session, key);
}

/** What a connection that ends without having committed does. */
export function undoOpen({ transactions, application, session }: LaravelRuntime): void {
  for (const [name, { level, active, before }] of transactions) {
    const key = application.connections.keyOf(name);
    const database = databaseOf(session, key);
    const [rows] = before;
    if (level > 0 && active && database && rows)
      session.connections.set(key, { ...database, rows: rolledBack(rows, database.rows) });
  }
}

/** Leaves a level; the rows that were written in it go, but for what the server has committed already. */
function undo(call: NativeCall, { before, active }: Transaction, level: number): void {
  const key = worldKey(call.php, connectionOf(call));
  const database = databaseAt(call);
  const rows = before[level];
  if (key !== null && database && active && rows)
    runtimeOf(call.php).session.connections.set(key, {
      ...database,
      rows: rolledBack(rows, database.rows),
    });
}

/** PHP 8's PDO refuses to commit what the server has committed already. */
function commit(call: NativeCall): Value {
  const transaction = runtimeOf(call.php).transactions.get(connectionOf(call));
  const outermost = !transaction || transaction.level <= 1;
  if (transaction && transaction.level > 0) transaction.level -= 1;
  if (!outermost || (transaction?.active ?? true)) return null;
  return call.php.throw('PDOException', 'There is no active transaction', { code: 0 });
}

function rollBack(call: NativeCall): Value {
  const transaction = runtimeOf(call.php).transactions.get(connectionOf(call));
  if (!transaction || transaction.level === 0) return null;
  transaction.level -= 1;
  undo(call, transaction, transaction.level);
  return null;
}

/** Methods of connections about transactions. */
export const transactionMethods: Readonly<Record<string, NativeMethod>> = {
  beginTransaction(call) {
    open(call);
    return null;
  },
  commit,
  rollBack,
  transactionLevel: (call) => runtimeOf(call.php).transactions.get(connectionOf(call))?.level ?? 0,
  afterCommit: () => null,
  transaction(call) {
    const transaction = open(call);
    const level = transaction.level;
    let result: Value;
    try {
      result = call.php.callValue(argument(call, 0, 'callback') ?? null, [call.self], call.range);
    } catch (signal) {
      transaction.level = level - 1;
      undo(call, transaction, transaction.level);
      throw signal;
    }
    commit(call);
    return result;
  },
};
