import { openApplication } from '../core/laravel/application';
import type { ConnectionConfig } from '../core/laravel/schema/flavour';
import type { Value } from '../core/php/values';
import { diskFiles } from '../project/diskFiles';
import { UserError } from '../project/userError';
import { connect } from '../server/connect';
import { ConnectError } from '../server/connectError';
import { introspect } from '../server/introspect';
import { readMigrations } from '../server/migrations';
import type { ConnectionSettings } from '../server/settings';
import type { LoadedSource, SourceOptions } from './sources';

/**
 * Reads the database of `env:NAME` or `env:NAME/CONNECTION`, read-only, with the credentials of the application's own
 * `.env.NAME` (`env:` is `.env`). A missing file is an error: Laravel would quietly use `.env`, the wrong database.
 * Throws UserError; no message holds the password.
 */
export async function loadEnvironment(source: string, options: SourceOptions): Promise<LoadedSource> {
  const [name = '', connectionName] = source.slice('env:'.length).split('/');
  const file = name === '' ? '.env' : `.env.${name}`;
  const files = diskFiles(options.root);
  if (files.read(file) === null)
    throw new UserError(
      'no-environment-file',
      `There is no ${file} in ${options.root}.`,
      `Make it, or name another environment.`,
    );
  const app = openApplication(files, { envFile: file });
  const config = app.connections.byName.get(connectionName ?? app.connections.default);
  if (!config)
    throw new UserError(
      'no-such-connection',
      `config/database.php has no connection "${connectionName}".`,
      `It has: ${[...app.connections.byName.keys()].join(', ')}.`,
    );
  const settings = settingsOf(config, file);
  const connection = await reach(() => connect(settings, { packets: true }));
  try {
    const snapshot = await reach(() => introspect(connection));
    if (!snapshot)
      throw new UserError(
        'no-database',
        `${connection.label}: there is no such database.`,
        'Check DB_DATABASE.',
        'unreachable',
      );
    const ran = await reach(() => readMigrations(connection, options.migrationsTable));
    return {
      source,
      schema: snapshot.schema,
      server: snapshot.server,
      ran,
      problems: snapshot.limits.map((limit) => ({
        code: 'limited-by-privileges',
        message: limit,
        hint: 'What the account may not see is not compared.',
        file: null,
        line: null,
      })),
    };
  } finally {
    await connection.close().catch(() => undefined);
  }
}

async function reach<T>(body: () => Promise<T>): Promise<T> {
  try {
    return await body();
  } catch (error) {
    if (error instanceof ConnectError)
      throw new UserError(`server-${error.kind}`, error.message, error.hint, 'unreachable');
    throw error;
  }
}

function settingsOf(config: ConnectionConfig, file: string): ConnectionSettings {
  const url = urlOf(text(config.raw.get('url')));
  const database = config.database;
  if (database === '')
    throw new UserError(
      'no-database',
      `${file} names no database for the connection "${config.name}".`,
      'Set DB_DATABASE.',
    );
  return {
    host: url?.hostname || config.host || '127.0.0.1',
    port: Number(url?.port || config.port || 3306),
    socket: config.unixSocket === '' ? null : config.unixSocket,
    user: url ? decodeURIComponent(url.username) : text(config.raw.get('username')),
    password: url ? decodeURIComponent(url.password) : text(config.raw.get('password')),
    database,
    tls: null,
  };
}

function urlOf(url: string): URL | null {
  return url !== '' && URL.canParse(url) ? new URL(url) : null;
}

function text(value: Value | undefined): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
