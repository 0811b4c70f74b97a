import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SNIPPETS } from '../core/php/snippets/all';
import { findPhp, type Php, runPhp } from '../support/php';
import { lack, needs } from '../support/real';

/** Runs a snippet as Laravel would: what is more than a deprecation becomes an ErrorException. */
const HARNESS = `<?php
set_error_handler(function ($level, $message, $file, $line) {
    if (! (error_reporting() & $level)) return false;
    if ($level & (E_DEPRECATED | E_USER_DEPRECATED)) return true;
    throw new ErrorException($message, 0, $level, $file, $line);
});
try {
    (function () { require $GLOBALS['argv'][1]; })();
} catch (Throwable $e) {
    echo "\\n", get_class($e), ': ', $e->getMessage();
}
`;

/** Later versions word some messages differently; the tables hold those of 8.2. */
const TABLES_OF = /^8\.2\./;

describe('the tables of snippets say what real PHP prints', () => {
  let php: Php;
  const folder = mkdtempSync(join(tmpdir(), 'schema-gap-php-'));
  const harness = join(folder, 'harness.php');
  const snippet = join(folder, 'snippet.php');

  before(async function () {
    php = needs(this, await findPhp('8.2'));
    if (!TABLES_OF.test(php.version)) needs(this, lack(`the tables are of PHP 8.2, this is ${php.version}`));
    writeFileSync(harness, HARNESS);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [what, snippets] of Object.entries(SNIPPETS)) {
    for (const { title, php: code, prints } of snippets) {
      it(`${what}: ${title}`, async () => {
        writeFileSync(snippet, `<?php\n${code}\n`);
        const settings = ['display_errors=stderr', 'zend.exception_string_param_max_len=15'];
        const ran = await runPhp(php, [...settings.flatMap((one) => ['-d', one]), harness, snippet]);
        assert.equal(ran.stdout, prints);
      });
    }
  }
});
