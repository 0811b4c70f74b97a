/** Something about a dump that a person should know. */
export interface DumpProblem {
  readonly kind:
    | 'empty'
    | 'binary'
    | 'compressed'
    | 'utf16'
    | 'not-mysql'
    | 'tool-message'
    | 'truncated'
    | 'unreadable-statement'
    | 'refused-statement'
    | 'several-databases'
    | 'no-such-database';
  /** What happened, as a sentence. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  /** 1-based, where there is a place. */
  readonly line: number | null;
}

export interface FormCheck {
  /** What can be read as SQL; `''` if nothing can. */
  readonly text: string;
  readonly problems: readonly DumpProblem[];
}

const MAKE_AGAIN = 'Make the dump again with mysqldump or mariadb-dump.';

interface Magic {
  readonly starts: RegExp;
  readonly kind: DumpProblem['kind'];
  readonly message: string;
  readonly hint: string;
}

/** Files that are something else, by their first characters (read as UTF-8 or as Latin-1). */
const MAGIC: readonly Magic[] = [
  {
    starts: /^\x1f[\u008b\ufffd]/,
    kind: 'compressed',
    message: 'The file is compressed with gzip.',
    hint: 'Unpack it with gunzip, or name it .sql.gz.',
  },
  {
    starts: /^PK\x03\x04/,
    kind: 'compressed',
    message: 'The file is a zip archive.',
    hint: 'Unpack it and choose the .sql file inside.',
  },
  {
    starts: /^BZh\d/,
    kind: 'compressed',
    message: 'The file is compressed with bzip2.',
    hint: 'Unpack it with bunzip2.',
  },
  {
    starts: /^(?:\u00fd|\ufffd)7zXZ/,
    kind: 'compressed',
    message: 'The file is compressed with xz.',
    hint: 'Unpack it with unxz.',
  },
  {
    starts: /^\(\u00b5\/\u00fd|^\(\ufffd\/\ufffd/,
    kind: 'compressed',
    message: 'The file is compressed with zstd.',
    hint: 'Unpack it with unzstd.',
  },
  {
    starts: /^SQLite format 3/,
    kind: 'not-mysql',
    message: 'The file is an SQLite database.',
    hint: 'Choose a dump of a MySQL or MariaDB database.',
  },
  {
    starts: /^(?:PGDMP|(?:--\s*)+PostgreSQL database dump)/,
    kind: 'not-mysql',
    message: 'The file is a dump of a PostgreSQL database.',
    hint: 'Choose a dump of a MySQL or MariaDB database.',
  },
  {
    starts: /^\s*<(?:!doctype|html|\?xml)/i,
    kind: 'not-mysql',
    message: 'The file is a web page or XML, not SQL.',
    hint: 'mysqldump --xml and saved pages cannot be read; make a plain dump.',
  },
];

/** Looks at what the file is before its statements are read. */
export function checkForm(text: string): FormCheck {
  const head = text.slice(0, 4096);
  for (const { starts, kind, message, hint } of MAGIC) {
    if (starts.test(head)) return { text: '', problems: [{ kind, message, hint, line: null }] };
  }
  if (isUtf16(head)) {
    const problem = {
      kind: 'utf16',
      message: 'The file is UTF-16, as PowerShell writes it; letters outside ASCII are lost.',
      hint: 'Use mysqldump --result-file=dump.sql instead of a redirection.',
      line: null,
    } as const;
    return { text: withoutNuls(text), problems: [problem] };
  }
  if (isBinary(head)) {
    const message = 'The file is binary, not SQL text.';
    return { text: '', problems: [{ kind: 'binary', message, hint: MAKE_AGAIN, line: null }] };
  }
  return withoutToolMessages(text);
}

function isUtf16(head: string): boolean {
  const marked =
    head.startsWith('\ufffd\ufffd') || head.startsWith('\u00ff\u00fe') || head.startsWith('\u00fe\u00ff');
  const sample = head.slice(2, 42);
  const nuls = sample.split('\0').length - 1;
  return nuls >= 10 && nuls * 2 >= sample.length - 4 && (marked || head.length > 40);
}

const withoutNuls = (text: string): string =>
  text.replaceAll('\0', '').replace(/^[\ufffd\u00ff\u00fe]{1,2}/, '');

/** Control characters that no text has; mysqldump escapes those in data. Broken UTF-8 alone is data in another charset. */
function isBinary(head: string): boolean {
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    const code = head.charCodeAt(i);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 26) odd++;
  }
  return odd * 50 > head.length;
}

const TOOL = /^(?:mysqldump|mariadb-dump|mysqlpump|mysql|mariadb): .*$/;

/** Messages of the program itself that got into the file (`2>&1`), at its top. */
function withoutToolMessages(text: string): FormCheck {
  const problems: DumpProblem[] = [];
  let from = 0;
  let line = 1;
  for (;;) {
    const stop = text.indexOf('\n', from);
    const end = stop < 0 ? text.length : stop;
    const first = text.slice(from, Math.min(end, from + 500)).trimEnd();
    if (!TOOL.test(first)) break;
    const message = `The file begins with a message of the program that made it: “${first}”`;
    const failed = /error/i.test(first);
    const hint = failed ? MAKE_AGAIN : 'Do not redirect error output (2>&1) into the dump.';
    problems.push({ kind: 'tool-message', message, hint, line });
    line++;
    from = Math.min(end + 1, text.length);
    if (stop < 0) break;
  }
  // Blank lines keep the numbers of the lines right.
  return { text: from === 0 ? text : '\n'.repeat(line - 1) + text.slice(from), problems };
}
