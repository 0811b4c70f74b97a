// node test/bench/parseOnly.mjs FOLDER: what Node itself needs to start, read the PHP files of a folder, and parse them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import phpParser from 'php-parser';

const engine = new phpParser.Engine({
  parser: { extractDoc: false, suppressErrors: true, version: 805 },
  ast: { withPositions: true },
  lexer: { all_tokens: false, comment_tokens: false },
});
for (const name of readdirSync(process.argv[2]))
  engine.parseCode(readFileSync(join(process.argv[2], name), 'utf8'), name);
