import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { until, whenDone } from './processes';
import { have, lack, type Real } from './real';

/** Where downloads and installations are kept between runs: $SCHEMA_GAP_CACHE, or the user's cache folder. */
export function cacheFolder(): string {
  const folder =
    process.env.SCHEMA_GAP_CACHE ||
    join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'schema-gap');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * The folder `name` in the cache; the first run that needs it makes it, others wait. `make` fills the folder that
 * it is given and returns a reason when it could not. A half-made folder is never seen under its name.
 */
export async function cached(
  name: string,
  make: (folder: string) => Promise<string | undefined>,
): Promise<Real<string>> {
  const folder = join(cacheFolder(), name);
  if (existsSync(folder)) return have(folder);
  const unlock = await lock(`${folder}.lock`);
  if (!unlock) return lack(`another run has been making ${folder} for too long`);
  try {
    if (existsSync(folder)) return have(folder);
    const partial = `${folder}.partial`;
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { recursive: true });
    const why = await make(partial).catch((error: unknown) => String(error));
    if (why !== undefined) {
      rmSync(partial, { recursive: true, force: true });
      return lack(why);
    }
    renameSync(partial, folder);
    return have(folder);
  } finally {
    unlock();
  }
}

/** Takes a lock between processes; that of a process that is gone is taken over. Undefined after 15 minutes. */
async function lock(path: string): Promise<(() => void) | undefined> {
  const taken = await until(
    () => {
      try {
        writeFileSync(path, String(process.pid), { flag: 'wx' });
        return true;
      } catch {
        if (isStale(path)) rmSync(path, { force: true });
        return undefined;
      }
    },
    { timeout: 900_000, every: 200 },
  );
  if (!taken) return undefined;
  const unlock = () => rmSync(path, { force: true });
  const forget = whenDone(unlock);
  return () => {
    forget();
    unlock();
  };
}

function isStale(path: string): boolean {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    if (!pid) return Date.now() - statSync(path).mtimeMs > 5_000;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
