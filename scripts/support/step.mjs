import { spawn } from 'node:child_process';
import { root } from '../setup.mjs';

/**
 * Runs a program of this Node, or of node_modules/.bin, in the project's folder with its output shown.
 * Returns its exit code. It gets our interrupts too: we wait for its end and then end ourselves.
 */
export function step(command, args, { env = {}, quiet = false } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      // A debugger that attached itself to us is not for the children.
      env: { ...process.env, NODE_OPTIONS: undefined, VSCODE_INSPECTOR_OPTIONS: undefined, ...env },
      stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'],
    });
    const pass = (signal) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass);
    child.on('error', (error) => {
      console.error(error.message);
      done(127);
    });
    child.on('exit', (code, signal) => {
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(name, pass);
      if (signal === 'SIGINT' || code === 130) process.exit(130);
      done(code ?? 1);
    });
  });
}

/** Runs one of our own scripts, or a package's, with this Node. */
export const nodeStep = (script, args = [], options = {}) =>
  step(process.execPath, [script, ...args], options);

/** Seconds since a moment that performance.now() gave, for people. */
export const secondsSince = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;
