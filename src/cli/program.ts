import { runCli } from './run';

/** Runs the command line of this process, and gives its exit status. */
export async function main(): Promise<number> {
  // stdout may be a pipe that its reader closes early (`schema-gap … | head`): that is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return runCli(process.argv.slice(2), {
    cwd: process.cwd(),
    write: (text) => process.stdout.write(text),
    warn: (text) => process.stderr.write(text),
    isTerminal: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  });
}
