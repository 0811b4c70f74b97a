import type { MysqlPool, MysqlPoolConnection } from 'kysely';
import { QUERY_TIMEOUT_CODE } from './connectError';

/** What is needed of the driver's connections. */
export interface RawConnection {
  query(sql: string, parameters: unknown[], callback: (error: unknown, result: unknown) => void): unknown;
  release(): void;
  destroy(): void;
}

export interface RawPool {
  getConnection(callback: (error: unknown, connection: RawConnection) => void): void;
  end(callback: (error: unknown) => void): void;
}

/** A pool that ends a connection, and with it the query, when an answer does not come in time. */
export function timedPool(pool: RawPool, milliseconds: number): MysqlPool {
  // One for each connection: by it, others know whether a connection is new.
  const known = new WeakMap<RawConnection, MysqlPoolConnection>();
  const timed = (raw: RawConnection): MysqlPoolConnection => {
    const query = (sql: string, parameters: unknown[], callback: (error: unknown, result: never) => void) => {
      let settled = false;
      const settle = (error: unknown, result: unknown) => {
        if (settled) return;
        settled = true;
        clearTimeout(timer);
        callback(error, result as never);
      };
      const timer = setTimeout(() => {
        raw.destroy();
        const error = new Error(`no answer within ${Math.round(milliseconds / 1000)} s`);
        settle(Object.assign(error, { code: QUERY_TIMEOUT_CODE }), undefined);
      }, milliseconds);
      raw.query(sql, parameters, settle);
    };
    return { query: query as MysqlPoolConnection['query'], release: () => raw.release() };
  };
  return {
    getConnection: (callback) =>
      pool.getConnection((error, raw) => {
        if (error) return callback(error, undefined as never);
        const connection = known.get(raw) ?? timed(raw);
        known.set(raw, connection);
        callback(null, connection);
      }),
    end: (callback) => pool.end(callback),
  };
}
