import { openApplication } from '../core/laravel/application';
import { diskFiles } from '../project/diskFiles';
import { UserError } from '../project/userError';
import { connect } from '../server/connect';
import { connectError, isDriverError } from '../server/connectError';
import { introspect } from '../server/introspect';
import { readMigrations } from '../server/migrations';
import type { ConnectionSettings } from '../server/settings';
import { connectionSettings } from './connectionSettings';
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
  const settings = connectionSettings(config, file, options.root, app.env);
  const connection = await reach(settings, () => connect(settings, { packets: true }));
  try {
    const snapshot = await reach(settings, () => introspect(connection));
    if (!snapshot)
      throw new UserError(
        'no-database',
        `${connection.label}: there is no such database.`,
        'Check DB_DATABASE.',
        'unreachable',
      );
    const ran = await reach(settings, () => readMigrations(connection, options.migrationsTable));
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

/** What the driver says is the user's to mend, before and after connecting. */
async function reach<T>(settings: ConnectionSettings, body: () => Promise<T>): Promise<T> {
  try {
    return await body();
  } catch (error) {
    if (!isDriverError(error)) throw error;
    const { kind, message, hint } = connectError(error, settings, 'reading');
    throw new UserError(`server-${kind}`, message, hint, 'unreachable');
  }
}
