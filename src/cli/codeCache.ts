import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';

/** A program that has been loaded. */
export interface Program {
  readonly exports: unknown;
  /** Keeps what V8 has compiled of it by now for the next start. Does nothing where that is kept already. */
  keep(): void;
}

/**
 * Loads a bundle (CommonJS, plain ASCII) with what V8 made of it when it ran last, which halves the time until it
 * does its work. What is kept goes by the bundle's content and by V8's version. Whatever is wrong with the folder or
 * the file in it, the program is loaded all the same. Node's own NODE_DISABLE_COMPILE_CACHE turns it off.
 */
export function loadProgram(path: string, folder = codeFolder()): Program {
  const source = readFileSync(path, 'latin1');
  const isOff = Boolean(process.env.NODE_DISABLE_COMPILE_CACHE);
  const name = `${cachedDataVersionTag().toString(16)}-${digest(source).toString('hex')}.bin`;
  const cachedData = isOff ? undefined : ownFile(join(folder, name));
  const script = new Script(`(function (exports, require, module) {${source}\n})`, {
    filename: path,
    cachedData,
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(path), module);
  const isKept = cachedData !== undefined && script.cachedDataRejected === false;
  return {
    exports: module.exports,
    keep() {
      if (!isOff && !isKept) keepFile(folder, name, script.createCachedData());
    },
  };
}

const DIGEST_BYTES = 32;
const digest = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();

/** Where the system has a user's files that may be lost. */
function codeFolder(): string {
  const { LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  const home = homedir();
  const caches =
    process.platform === 'win32'
      ? LOCALAPPDATA || join(home, 'AppData', 'Local')
      : process.platform === 'darwin'
        ? join(home, 'Library', 'Caches')
        : XDG_CACHE_HOME || join(home, '.cache');
  return join(caches, 'schema-gap', 'code');
}

/** What is kept, behind its digest, if nobody else can have written it: V8 runs it without a look at it. */
function ownFile(path: string): Buffer | undefined {
  try {
    const { uid, mode } = statSync(path);
    if (process.getuid && (uid !== process.getuid() || (mode & 0o022) !== 0)) return undefined;
    const file = readFileSync(path);
    const data = file.subarray(DIGEST_BYTES);
    return digest(data).equals(file.subarray(0, DIGEST_BYTES)) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Written beside and moved, so that no other start reads half of it; what older bundles left for this V8 goes. */
function keepFile(folder: string, name: string, data: Buffer): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, name);
    const beside = `${path}.${process.pid}`;
    writeFileSync(beside, Buffer.concat([digest(data), data]), { mode: 0o600 });
    renameSync(beside, path);
    const [tag] = name.split('-');
    for (const other of readdirSync(folder))
      if (other.startsWith(`${tag}-`) && other !== name) rmSync(join(folder, other), { force: true });
  } catch {
    // A start that is not faster is all that this costs.
  }
}
