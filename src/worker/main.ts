import { parentPort, workerData } from 'node:worker_threads';
import { createAnalysis } from './analysis';
import type { FromWorker } from './protocol';
import { ALIVE_EVERY_MS, readStart } from './protocol';
import { serve } from './serve';

/** The analysis thread: one application's analysis, asked by messages. */
const port = parentPort;
const start = readStart(workerData);
if (!port || !start)
  throw new Error('This is the analysis thread of Schema Gap; it is started by client.ts.');

const post = (message: FromWorker): void => port.postMessage(message);
const accept = serve(createAnalysis(start.root, start.settings), post);
port.on('message', accept);
post({ kind: 'ready' });
// The sign of life that client.ts waits for; it keeps nothing running.
setInterval(() => post({ kind: 'ready' }), ALIVE_EVERY_MS).unref();
