import { Worker } from 'node:worker_threads';
import type { AnalysisSettings } from '../project/settings';
import type { AnalysisChanges } from './api';
import type { Change, FromWorker, Method, Questions, ToWorker, WorkerStart } from './protocol';
import { ALIVE_EVERY_MS, isAnswer, readFromWorker } from './protocol';

/** The analysis of one application, in a thread of its own that is started by the first question. */
export interface AnalysisClient extends AnalysisChanges {
  /**
   * Asks. The same question asked again after a change replaces the one under way: everybody who waits gets the newer
   * answer. Rejects with AnalysisStopped when the thread came to an end.
   */
  ask<M extends Method>(method: M, ...params: Questions[M]['params']): Promise<Questions[M]['answer']>;
  /** Ends the thread; the next question starts another one. */
  restart(): void;
  dispose(): void;
}

export interface ClientOptions {
  /** Absolute path of the bundled thread. */
  readonly script: string;
  readonly root: string;
  readonly settings: AnalysisSettings;
  readonly log: (line: string) => void;
  /** How long a thread that owes an answer may give no sign of life; two minutes if not given. */
  readonly patienceMs?: number;
}

/** The thread came to an end, or will not be started again by itself. The message says what to do. */
export class AnalysisStopped extends Error {}

interface Waiting {
  id: number;
  generation: number;
  readonly method: Method;
  readonly key: string;
  readonly promise: Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Far more than reading the largest dump takes without a pause. */
const PATIENCE_MS = 120_000;
const HEAP_MB = 2048;
/** Most of what an analysis makes it keeps: with room for it, thousands of migrations take a third less time. */
const YOUNG_MB = 96;
const CRASHES_ALLOWED = 3;
const CRASH_WINDOW_MS = 60_000;

/** Opens a client; nothing runs until the first question. */
export function openClient(options: ClientOptions): AnalysisClient {
  const texts = new Map<string, string>();
  const waiting = new Map<string, Waiting>();
  const crashes: number[] = [];
  let settings = options.settings;
  let worker: Worker | null = null;
  let generation = 0;
  let lastId = 0;
  let closed = false;
  let silent = 0;
  let watch: NodeJS.Timeout | null = null;

  const start = (): Worker => {
    const workerData: WorkerStart = { root: options.root, settings };
    const started = new Worker(options.script, {
      workerData,
      execArgv: [],
      name: 'schema-gap',
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', (chunk: Buffer) => options.log(chunk.toString().trimEnd()));
    let reason: string | null = null;
    started.on('message', receive);
    started.on('error', (error: unknown) => {
      reason = error instanceof Error ? error.message : String(error);
      options.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    });
    started.on('exit', (code) => {
      if (worker !== started) return;
      worker = null;
      crashes.push(Date.now());
      fail(new AnalysisStopped(`The analysis stopped: ${reason ?? `its thread ended with code ${code}`}.`));
    });
    for (const [file, text] of texts) started.postMessage({ kind: 'setText', file, text } satisfies Change);
    return started;
  };

  const fail = (error: Error): void => {
    const all = [...waiting.values()];
    waiting.clear();
    for (const entry of all) entry.reject(error);
  };

  const receive = (raw: unknown): void => {
    silent = 0;
    const message = readFromWorker(raw);
    if (!message) options.log('The analysis thread said something that is not in the protocol.');
    else if (message.kind === 'refused') options.log(`The analysis thread refused ${message.reason}.`);
    else if (message.kind !== 'ready') settle(message);
  };

  const settle = (message: Extract<FromWorker, { readonly id: number }>): void => {
    const entry = [...waiting.values()].find(({ id }) => id === message.id);
    if (!entry) return;
    waiting.delete(entry.key);
    if (message.kind === 'failure') {
      options.log(message.stack);
      entry.reject(new Error(message.message));
    } else if (isAnswer(entry.method, message.value)) {
      entry.resolve(message.value);
    } else {
      entry.reject(new Error(`The analysis thread's answer to "${entry.method}" has not the agreed form.`));
    }
  };

  /** Counts turns, not time: a computer that slept has not waited. */
  const watchOver = (): void => {
    const patience = options.patienceMs ?? PATIENCE_MS;
    const every = Math.min(ALIVE_EVERY_MS, patience / 4);
    silent = 0;
    watch ??= setInterval(() => {
      if (!worker || waiting.size === 0) return stopWatching();
      silent += every;
      if (silent < patience) return;
      stopWatching();
      const asked = [...new Set([...waiting.values()].map(({ method }) => method))].join(', ');
      crashes.push(Date.now());
      end(
        `The analysis gave no sign of life for ${Math.round(patience / 1000)} s (asked for: ${asked}) and was ended. The next question starts it anew; if it happens again, the file changed last is the likely cause.`,
      );
    }, every);
    watch.unref();
  };

  const stopWatching = (): void => {
    if (watch) clearInterval(watch);
    watch = null;
  };

  const send = (message: ToWorker): void => worker?.postMessage(message);

  const change = (message: Change): void => {
    generation++;
    send(message);
  };

  const ask = (method: Method, params: readonly string[]): Promise<unknown> => {
    if (closed) return Promise.reject(new AnalysisStopped('The analysis was closed.'));
    const key = [method, ...params].join('\0');
    const old = waiting.get(key);
    if (old?.generation === generation) return old.promise;
    if (!worker) {
      const since = Date.now() - CRASH_WINDOW_MS;
      if (crashes.filter((at) => at > since).length >= CRASHES_ALLOWED)
        return Promise.reject(
          new AnalysisStopped(
            `The analysis stopped ${CRASHES_ALLOWED} times within a minute. Its log says why; "Schema Gap: Restart Analysis" tries again.`,
          ),
        );
      worker = start();
    }
    const id = ++lastId;
    if (old) {
      send({ kind: 'cancel', id: old.id });
      old.id = id;
      old.generation = generation;
    } else {
      waiting.set(key, newEntry(id, generation, method, key));
    }
    send({ kind: 'request', id, method, params });
    if (!watch) watchOver();
    return waiting.get(key)!.promise;
  };

  const end = (why: string): void => {
    stopWatching();
    const old = worker;
    worker = null;
    void old?.terminate();
    fail(new AnalysisStopped(why));
  };

  return {
    ask: ((method: Method, ...params: readonly string[]) => ask(method, params)) as AnalysisClient['ask'],
    setText(file, text) {
      if ((texts.get(file) ?? null) === text) return;
      if (text === null) texts.delete(file);
      else texts.set(file, text);
      change({ kind: 'setText', file, text });
    },
    changed: (files) => change({ kind: 'changed', files }),
    setSettings(next) {
      settings = next;
      change({ kind: 'setSettings', settings: next });
    },
    restart() {
      crashes.length = 0;
      generation++;
      end('The analysis was started anew.');
    },
    dispose() {
      closed = true;
      end('The analysis was closed.');
    },
  };
}

function newEntry(id: number, generation: number, method: Method, key: string): Waiting {
  let resolve: (value: unknown) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<unknown>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { id, generation, method, key, promise, resolve, reject };
}
