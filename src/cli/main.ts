import { fileURLToPath } from 'node:url';
import { loadProgram } from './codeCache';
import type * as Cli from './program';

// The start of `schema-gap`: the program itself is a bundle of its own, so that what V8 made of it can be kept.
const program = loadProgram(fileURLToPath(new URL('cli/program.cjs', import.meta.url)));
process.exitCode = await (program.exports as typeof Cli).main();
// A call without a command (--version) runs too little of the program to be worth keeping.
if (process.argv[2]?.startsWith('-') === false) program.keep();
