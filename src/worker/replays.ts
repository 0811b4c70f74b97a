import type { Replay, ReplayStep } from '../core/analysis/replay';
import { replay } from '../core/analysis/replay';
import { type Start, startWorld } from '../core/analysis/start';
import { type Application, openApplication } from '../core/laravel/application';
import { expandPattern } from '../core/laravel/files';
import { listMigrations, type MigrationFile } from '../core/laravel/migrations';
import { DEFAULT_SERVER, parseServer } from '../core/schema/profiles';
import type { ServerProfile } from '../core/schema/server';
import { type DiskFiles, diskFiles, toRelative } from '../project/diskFiles';
import type { AnalysisSettings } from '../project/settings';
import { UserError } from '../project/userError';
import type { Problem } from './api';
import { emptyFolder, folderProblem } from './problems';

/** A replay and what it began with. */
export interface Replayed {
  readonly start: Start;
  readonly replay: Replay;
}

/** One migration in a replay that is up to date as far as it. */
export interface ReplayedStep {
  readonly step: ReplayStep;
  readonly replayed: Replayed;
}

/** A replay, and as far as which file it is up to date; null: not at all. */
interface Kept extends Replayed {
  readonly current: 'all' | { readonly until: string } | null;
}

/** The application and its replays, each brought up to date when it is asked for: what did not change is kept. */
export interface Replays {
  readonly files: DiskFiles;
  application(): Application;
  migrations(): readonly MigrationFile[];
  /** What keeps a folder of migrations, or something in one, from being read as such. */
  problems(): readonly Problem[];
  /** The server to model where nothing to compare with says another. */
  defaultServer(): ServerProfile;
  on(server: ServerProfile, stopAtFailure?: boolean): Replayed;
  /** One migration's step: what comes behind it is not run again for that. Null for a file that is no migration. */
  stepOf(server: ServerProfile, file: string): ReplayedStep | null;
  setText(file: string, text: string | null): void;
  /** Files that changed on disk (null: any may have); false if no answer rests on one of them. */
  changed(files: readonly string[] | null): boolean;
}

export function createReplays(root: string, settings: () => AnalysisSettings): Replays {
  const files = diskFiles(root);
  let app: Application | null = null;
  let migrations: readonly MigrationFile[] | null = null;
  const replays = new Map<string, Kept>();

  const furtherPaths = () => settings().migrationPaths.map((path) => toRelative(root, path));
  const application = (): Application => {
    app ??= openApplication(files, {
      laravel: settings().laravel,
      migrationPaths: furtherPaths(),
    });
    return app;
  };
  const listed = (): readonly MigrationFile[] => {
    migrations ??= listMigrations(application());
    return migrations;
  };
  const outdate = (changed: readonly string[] | null) => {
    // A change outside the migrations may change what every one of them means.
    if (changed === null || changed.some((file) => !listed().some((migration) => migration.file === file))) {
      if (changed === null || !changed.every(isNewMigration)) {
        app = null;
        replays.clear();
      }
      migrations = null;
    }
    for (const [key, known] of replays) replays.set(key, { ...known, current: null });
  };
  /** A file that appears in (or goes from) a migration folder changes the list, not the application. */
  const isNewMigration = (file: string) =>
    app?.migrationPaths.some((folder) => file.startsWith(`${folder}/`)) === true && file.endsWith('.php');

  /** Files found by listing their folder: one that was never read may be new. */
  const matters = (file: string) => isNewMigration(file) || /^(?:config|database\/schema)\//.test(file);

  /** `until`: the file of the last migration that has to be up to date. */
  const bringUpToDate = (server: ServerProfile, stopAtFailure: boolean, until?: string): Replayed => {
    const key = `${server.vendor}-${server.version.join('.')} ${stopAtFailure}`;
    const known = replays.get(key);
    if (known?.current && (known.current === 'all' || known.current.until === until)) return known;
    const start = known?.start ?? startWorld(application(), server, settings().useSchemaDump);
    const recorded = new Set(start.ran);
    const wanted = listed().filter((migration) => !recorded.has(migration.name));
    const previous = known?.replay ?? null;
    // Without an earlier replay there is nothing to keep behind `until`.
    const part = previous && sameFiles(previous, wanted) ? until : undefined;
    const done: Kept = {
      start,
      replay: replay(application(), wanted, start.world, { stopAtFailure, previous, until: part }),
      current: part === undefined ? 'all' : { until: part },
    };
    replays.set(key, done);
    return done;
  };

  const problems = (): readonly Problem[] => {
    const named = application().migrationPaths.flatMap((path) => expandPattern(files, path));
    return [
      ...furtherPaths()
        .filter((path) => expandPattern(files, path).every((folder) => files.list(folder).length === 0))
        .filter((path) => files.read(path) === null)
        .map(emptyFolder),
      ...named.flatMap((folder) =>
        files
          .list(folder)
          .filter((name) => name.endsWith('/') && /^[^.].*_.*\.php\/$/.test(name))
          .map((name) => folderProblem(`${folder}/${name.slice(0, -1)}`)),
      ),
    ];
  };

  return {
    files,
    application,
    migrations: listed,
    problems,
    defaultServer() {
      const name = settings().serverOverride ?? settings().server;
      if (name === null) return DEFAULT_SERVER;
      try {
        return parseServer(name);
      } catch {
        const hint = 'Write it like mysql-8.4 or mariadb-10.11.';
        throw new UserError('unknown-server', `"${name}" names no server that Schema Gap knows.`, hint);
      }
    },
    on: (server, stopAtFailure = false) => bringUpToDate(server, stopAtFailure),
    stepOf(server, file) {
      const replayed = bringUpToDate(server, false, file);
      const step = replayed.replay.steps.find(({ migration }) => migration.file === file);
      return step ? { step, replayed } : null;
    },
    setText(file, text) {
      files.setText(file, text);
      outdate([file]);
    },
    changed(changed) {
      if (changed === null) {
        files.forget();
        outdate(null);
        return true;
      }
      const fresh = changed.filter((file) => matters(file) && !files.wasRead(file));
      const relevant = [...files.refresh(changed), ...fresh];
      if (relevant.length === 0) return false;
      // A migration may be new, or gone.
      migrations = null;
      outdate(relevant);
      return true;
    },
  };
}

function sameFiles(previous: Replay, wanted: readonly MigrationFile[]): boolean {
  return (
    previous.steps.length === wanted.length &&
    wanted.every((migration, i) => previous.steps[i]?.migration.file === migration.file)
  );
}
