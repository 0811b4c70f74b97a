import assert from 'node:assert/strict';
import { parseCache } from '../../../src/core/php/parse';
import { createProgram, nativeLibrary } from '../../../src/core/php/run';
import { SNIPPETS } from './snippets/all';

const library = nativeLibrary();

/** What the evaluator prints for a file, and everything that it does not know. */
function printed(php: string): string {
  const program = createProgram({ library, parsed: parseCache(), findClass: () => 'absent' });
  const outcome = program.runFile('snippet.php', `<?php\n${php}\n`);
  const unknowns = program.unknowns.map((one) => `\n[unknown: ${one.reason}]`).join('');
  if (outcome.kind === 'returned') return program.output + unknowns;
  if (outcome.kind === 'threw')
    return `${program.output}\n${outcome.className}: ${outcome.message}${unknowns}`;
  return `${program.output}\n[${outcome.kind}]${unknowns}`;
}

for (const [what, snippets] of Object.entries(SNIPPETS)) {
  describe(`the evaluator prints what PHP prints: ${what}`, () => {
    for (const { title, php, prints } of snippets) {
      it(title, () => assert.equal(printed(php), prints));
    }
  });
}
