/** What the command line reads and writes; `process` in main.ts, strings in tests. */
export interface Io {
  readonly cwd: string;
  readonly write: (text: string) => void;
  readonly warn: (text: string) => void;
  readonly isTerminal: boolean;
}

/** What decides the exit status. */
export interface Verdict {
  readonly errors: number;
  readonly warnings: number;
  /** Something unknown decides the answer. */
  readonly unsure: boolean;
}

/** Prints a document as JSON; control characters that JSON would let through are escaped, for terminals. */
export function writeJson(io: Io, document: unknown): void {
  const text = JSON.stringify(document, null, 2);
  io.write(`${text.replace(/[\u007f-\u009f]/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`)}\n`);
}
