import { resolve } from 'node:path';
import type { Schema } from '../core/schema/model';
import type { ServerProfile } from '../core/schema/server';
import { readDump } from '../core/sql/dump';
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
      const hash = source.lastIndexOf('#');
      const [path, database] = hash > 0 ? [source.slice(0, hash), source.slice(hash + 1)] : [source, null];
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

export type Sources = ReturnType<typeof createSources>;

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
  return {
    source,
    schema: dump.schema,
    server: dump.server,
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
