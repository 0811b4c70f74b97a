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

/** Prints a document as JSON, one line per document so that it can be piped. */
export function writeJson(io: Io, document: unknown): void {
  io.write(`${JSON.stringify(document, null, 2)}\n`);
}
