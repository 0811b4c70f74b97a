import { openApplication } from '../../src/core/laravel/application';
import { evaluate, freshWorld } from '../../src/core/laravel/evaluate';
import { filesOf } from '../../src/core/laravel/files';
import type { Schema } from '../../src/core/schema/model';
import { parseServer } from '../../src/core/schema/profiles';
import type { TraceEntry } from '../../src/core/session/trace';
import { databaseConfig, migrationText } from '../core/laravel/runSnippet';
import { freshDatabase } from '../support/database';
import type { TestServer } from '../support/servers';
import { ask, plain, readBack, type Said, sameSaid, startSession } from './realAnswers';
import { type Disagreement, differences } from './sequences';

export interface ProgramOutcome {
  readonly statements: number;
  readonly succeeded: number;
  /** Why the evaluator could not tell how a migration ends. */
  readonly unknown: readonly string[];
  readonly disagreement: Disagreement | null;
}

/**
 * Runs migrations in the evaluator, one after the other, and sends the statements that they would send to a real
 * server: each is answered as the evaluator says, and the same schema is left.
 */
export async function runProgram(
  server: TestServer,
  laravel: string,
  bodies: readonly string[],
): Promise<ProgramOutcome> {
  const database = await freshDatabase(server);
  const { connection, name } = database;
  try {
    const profile = parseServer(server.version, name);
    const empty = await startSession(connection, profile);
    const app = openApplication(
      filesOf({
        'composer.json': '{}',
        '.env': `DB_CONNECTION=mysql\nDB_DATABASE=${name}\n`,
        'config/database.php': databaseConfig(server.vendor),
      }),
      { laravel },
    );
    let world = freshWorld(app, profile);
    const statements: string[] = [];
    const unknown: string[] = [];
    let succeeded = 0;
    let schema: Schema = empty;
    for (const [i, body] of bodies.entries()) {
      const source = { name: `program${i}`, file: `program${i}.php`, text: migrationText(body) };
      const { entries, world: after, outcome } = evaluate(app, source, 'up', world);
      const doubtful = outcome.kind === 'unknown' || entries.some(({ uncertain }) => uncertain);
      if (doubtful) {
        unknown.push(outcome.kind === 'unknown' ? outcome.reason : 'uncertain');
        return { statements: statements.length, succeeded, unknown, disagreement: null };
      }
      for (const entry of entries) {
        statements.push(entry.statement.sql);
        const said = await ask(connection, entry.statement.sql);
        if (said === 'ok') succeeded++;
        const told = toldBy(entry);
        if (sameSaid(told) === sameSaid(said)) continue;
        const disagreement = { statements, server: said, model: told, schema: [] };
        return { statements: statements.length, succeeded, unknown, disagreement };
      }
      world = after;
      schema = world.connections.get(world.defaultConnection)!.schema;
    }
    const read = await readBack(connection, empty, profile);
    const apart = read === null ? [] : differences(read, plain(schema));
    const disagreement = apart.length
      ? { statements, server: 'ok' as const, model: 'ok' as const, schema: apart }
      : null;
    return { statements: statements.length, succeeded, unknown, disagreement };
  } finally {
    await database.drop();
  }
}

const toldBy = ({ error }: TraceEntry): Said =>
  error ? `${error.code} ${error.sqlState} ${error.message}` : 'ok';
