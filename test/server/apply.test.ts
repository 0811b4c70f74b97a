import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshDatabase } from '../support/database';
import { needs } from '../support/real';
import { type ServerName, serverNames, type TestServer, testServer } from '../support/servers';
import { sameSaid, startDuel } from './realAnswers';

declare const PROJECT_ROOT: string;

/**
 * Every statement of test/server/answers/*.sql is sent to a real server and to the model, in turn: the error's code,
 * SQLSTATE and text, and the schema that is left, must be the same after each. What a file does builds up; a line
 * `-- from an empty database` starts anew.
 */
const folder = join(PROJECT_ROOT, 'test/server/answers');
const scripts = readdirSync(folder)
  .sort()
  .map((file) => ({
    title: file.replace('.sql', '').replaceAll('-', ' '),
    parts: readFileSync(join(folder, file), 'utf8')
      .split(/^-- from an empty database\n/m)
      .map((part) => part.split(/;\n/).filter((sql) => sql.trim())),
  }));

/**
 * Not modelled: on MariaDB 11.8 LOCALTIME is the time of day, where all others mean the present moment (the canonical
 * form of an expression knows no server), LOCALTIMESTAMP and SESSION_USER keep their names in errors, and RANDOM_BYTES may
 * stand in a virtual column.
 */
const LEFT_OUT: Partial<Record<ServerName, RegExp>> = {
  'mariadb-11.8': /\b(?:localtime(?:stamp)?|session_user|random_bytes)\b/i,
};

/** Sends all; returns what was answered differently, and stops where the schemas part. */
async function differingAnswers(server: TestServer, statements: readonly string[]): Promise<string[]> {
  const database = await freshDatabase(server);
  const wrong: string[] = [];
  try {
    const duel = await startDuel(database.connection, server.version, database.name);
    for (const sql of statements) {
      const answer = await duel.send(sql);
      if (sameSaid(answer.model) !== sameSaid(answer.server))
        wrong.push(`${sql}\n  server: ${answer.server}\n  model:  ${answer.model}`);
      assert.deepEqual(answer.modelSchema, answer.serverSchema, sql);
    }
  } finally {
    await database.drop();
  }
  return wrong;
}

for (const name of serverNames) {
  describe(`what ${name} says and leaves, the model says and leaves`, () => {
    let server: TestServer;
    before(async function () {
      server = needs(this, await testServer(name));
    });

    for (const { title, parts } of scripts) {
      it(`${title} (${parts.flat().length} statements)`, async () => {
        const wrong: string[] = [];
        for (const statements of parts)
          wrong.push(
            ...(await differingAnswers(
              server,
              statements.filter((sql) => !LEFT_OUT[name]?.test(sql)),
            )),
          );
        assert.equal(wrong.length, 0, wrong.join('\n'));
      });
    }
  });
}
