import type { Connection } from 'mysql2/promise';
import type { Schema } from '../../src/core/schema/model';
import { parseServer } from '../../src/core/schema/profiles';
import type { ServerProfile } from '../../src/core/schema/server';
import { freshDatabase } from '../support/database';
import type { TestServer } from '../support/servers';
import { type Oddity, oddityOf } from './oddities';
import { type Random, randomFrom } from './random';
import { randomStatement } from './randomStatements';
import { ask, plain, readBack, type Said, sameSaid, startModel, startSession } from './realAnswers';

/** Where the model and a server part. */
export interface Disagreement {
  /** The statements up to the one that they disagree about. */
  readonly statements: readonly string[];
  readonly server: Said;
  readonly model: Said;
  /** The places where the schemas differ. */
  readonly schema: readonly string[];
}

export interface Outcome {
  /** How many statements were answered. */
  readonly sent: number;
  readonly succeeded: number;
  /** What the model could not tell: its reasons. */
  readonly doubts: readonly string[];
  readonly disagreements: readonly Disagreement[];
  /** The disagreements that are known oddities of the server (oddities.ts). */
  readonly oddities: readonly Oddity[];
}

/** A server with a database of ours that is emptied for each sequence. */
export interface Arena {
  /** The statements of this seed; each is about what the model made of those before. */
  sequence(seed: number, length: number): readonly string[];
  /**
   * Sends the statements to both; the schemas are compared at the end, or after each (`closely`). Where both refuse a
   * statement for different reasons, the rest is sent all the same; where only one does, they have parted.
   */
  run(statements: readonly string[], closely?: boolean): Promise<Outcome>;
  /** The fewest of the statements that lead to the same disagreement. */
  shrink(found: Disagreement): Promise<Disagreement>;
  close(): Promise<void>;
}

/** `foldNames`: the server keeps table names in lower case; the statements write them in either. */
export async function openArena(server: TestServer, foldNames = false): Promise<Arena> {
  const database = await freshDatabase(server);
  const { connection, name } = database;
  const profile: ServerProfile = {
    ...parseServer(server.version, name),
    lowerCaseTableNames: foldNames ? 1 : 0,
  };
  const empty = await startSession(connection, profile);

  // Some messages have such a name as it was written.
  const worded = (said: Said) => (foldNames ? sameSaid(said).toLowerCase() : sameSaid(said));

  async function reset(): Promise<void> {
    await connection.query(
      `drop database ${name}; create database ${name} character set ${empty.charset} collate ${empty.collation};
       use ${name}; set foreign_key_checks = 1`,
    );
  }

  async function run(statements: readonly string[], closely = false): Promise<Outcome> {
    await reset();
    const model = startModel(profile, empty);
    const doubts: string[] = [];
    const disagreements: Disagreement[] = [];
    const oddities: Oddity[] = [];
    let succeeded = 0;
    for (const [i, sql] of statements.entries()) {
      const told = model.send(sql);
      const said = await ask(connection, sql);
      const outcome = { sent: i + 1, succeeded, doubts, disagreements, oddities };
      if (said === 'ok') succeeded++;
      const isDoubt = told.startsWith('0 doubt');
      if (isDoubt) doubts.push(told.slice(8));
      if (isDoubt && said !== 'ok') return outcome;
      if (!isDoubt && worded(told) !== worded(said)) {
        const oddity = oddityOf(server.vendor, said, told);
        if (oddity) oddities.push(oddity);
        else
          disagreements.push({
            statements: statements.slice(0, i + 1),
            server: said,
            model: told,
            schema: [],
          });
        if (said === 'ok' || told === 'ok') return outcome;
      }
      if (!closely && i < statements.length - 1) continue;
      const schema = await differing(connection, empty, model);
      if (schema.length === 0) continue;
      disagreements.push({ statements: statements.slice(0, i + 1), server: said, model: told, schema });
      return { ...outcome, succeeded };
    }
    return { sent: statements.length, succeeded, doubts, disagreements, oddities };
  }

  return {
    sequence(seed, length) {
      const model = startModel(profile, empty);
      const random = randomFrom(seed);
      return Array.from({ length }, () => {
        const written = randomStatement(random, model.schema);
        const sql = foldNames ? inAnyCase(random, written) : written;
        model.send(sql);
        return sql;
      });
    },
    run,
    async shrink(found) {
      const same = signature(found);
      const again = async (statements: readonly string[]) => {
        const { disagreements } = await run(statements, true);
        return disagreements.find((one) => signature(one) === same);
      };
      let best = (await again(found.statements)) ?? found;
      for (let size = best.statements.length >> 1; size >= 1; size >>= 1) {
        for (let at = best.statements.length - 1 - size; at >= 0; at -= size) {
          const fewer = best.statements.filter((_, i) => i < at || i >= at + size);
          best = (await again(fewer)) ?? best;
          at = Math.min(at, best.statements.length - 1);
        }
      }
      return best;
    },
    close: () => database.drop(),
  };
}

/** The statement with some of its table names in upper case. */
const inAnyCase = (random: Random, sql: string): string =>
  sql.replace(/\b(?:t[1-4]|orders)\b/g, (name) => (random.chance(0.3) ? name.toUpperCase() : name));

async function differing(
  connection: Connection,
  empty: Schema,
  model: ReturnType<typeof startModel>,
): Promise<readonly string[]> {
  const read = await readBack(connection, empty, model.profile);
  return read === null ? [] : differences(read, plain(model.schema));
}

/** The paths at which two plain values differ, with both values: the server's, then the model's. */
export function differences(a: unknown, b: unknown, path = ''): string[] {
  if (a === b) return [];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return [`${path}: ${JSON.stringify(a)} / ${JSON.stringify(b)}`];
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].flatMap((key) =>
    differences((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], `${path}.${key}`),
  );
}

/** What a disagreement is about, without names: to count those that are alike once. */
export function signature({ statements, server, model, schema }: Disagreement): string {
  if (schema.length)
    return `schema ${schema[0]!.replace(/: .*/s, '').replace(/\.\d+/g, '')} after ${verb(statements.at(-1)!)}`;
  const shape = (said: Said) =>
    said === 'ok'
      ? 'ok'
      : said
          .replace(/['`"(].*/s, '')
          .slice(0, 60)
          .trim();
  const [s, m] = [shape(server), shape(model)];
  return s === m ? `wording of ${s}` : `${s} / ${m}`;
}

const verb = (sql: string) => sql.replace(/[`(].*/s, '').trim();
