import { resolve } from 'node:path';
import type { Schema } from '../core/schema/model';
import type { ServerProfile } from '../core/schema/server';
import { readDump } from '../core/sql/dump';
import type { DumpProblem } from '../core/sql/dumpForm';
import { dumpStamp, readDumpText } from '../project/dumps';
import { UserError } from '../project/userError';
import type { Problem } from './api';

/** A dump or a live server as a schema, with what it knows about migrations. */
export interface LoadedSource {
  readonly source: string;
  readonly schema: Schema;
  readonly server: ServerProfile;
  /** Names in its `migrations` table in the order they ran, with their batch; null where the rows aren't there to read. */
  readonly ran: readonly RanMigration[] | null;
  readonly problems: readonly Problem[];
}

export interface RanMigration {
  readonly name: string;
  readonly batch: number | null;
}

export interface SourceOptions {
  readonly root: string;
  /** Laravel's own table of migrations. */
  readonly migrationsTable: string;
  /** What a dump that does not say came from. */
  readonly server: ServerProfile;
}

/** Reads dumps and servers, each dump once as long as its file does not change. */
export function createSources() {
  const dumps = new Map<string, { readonly stamp: string; readonly loaded: LoadedSource }>();

  return {
    async load(source: string, options: SourceOptions): Promise<LoadedSource> {
      if (source.startsWith('env:')) {
        const { loadEnvironment } = await import('./environment');
        return loadEnvironment(source, options);
      }
      const { path, database } = dumpPath(source, options.root);
      const file = resolve(options.root, path);
      const key = `${source}\0${options.migrationsTable}\0${options.server.vendor}${options.server.version.join('.')}`;
      const known = dumps.get(key);
      if (known && known.stamp === dumpStamp(file)) return known.loaded;
      const read = readDumpText(file);
      if (read.kind === 'unreadable')
        throw new UserError('cannot-read-dump', `${source} can't be read: ${read.message}.`, read.hint);
      const loaded = loadDump(source, path, database, read.text, options);
      dumps.set(key, { stamp: read.stamp, loaded });
      return loaded;
    },
  };
}

/** `FILE#database`, but a file may have a `#` in its own name. */
function dumpPath(source: string, root: string): { path: string; database: string | null } {
  const hash = source.lastIndexOf('#');
  if (hash < 1 || dumpStamp(resolve(root, source)) !== null) return { path: source, database: null };
  return { path: source.slice(0, hash), database: source.slice(hash + 1) };
}

export type Sources = ReturnType<typeof createSources>;

/** Kinds of problems with which a file is no dump at all, or not the one asked for. */
const NO_DUMP: ReadonlySet<DumpProblem['kind']> = new Set([
  'empty',
  'binary',
  'compressed',
  'not-mysql',
  'no-such-database',
]);

function loadDump(
  source: string,
  file: string,
  database: string | null,
  text: string,
  options: SourceOptions,
): LoadedSource {
  const dump = readDump(text, {
    file,
    fallbackServer: options.server,
    database,
    migrationsTable: options.migrationsTable,
  });
  // Nothing was read: its tables are not missing, they are not known.
  const nothing = dump.problems.find(({ kind }) => NO_DUMP.has(kind));
  if (nothing) {
    const said = dump.problems.map(({ message }) => message).join(' ');
    throw new UserError(`dump-${nothing.kind}`, `${source}: ${said}`, nothing.hint);
  }
  return {
    source,
    schema: dump.schema,
    // A dump is loaded without looking at foreign keys; who connects to that server afterwards has them checked.
    server: { ...dump.server, foreignKeyChecks: true, innodbStrictMode: true },
    ran: dump.migrations,
    problems: dump.problems.map((problem) => ({
      code: problem.kind,
      message: problem.message,
      hint: problem.hint,
      file,
      line: problem.line,
    })),
  };
}
