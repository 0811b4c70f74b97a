/** Parsed and compiled files by their text; one may be shared by all programs of a process. */
export interface ParseCache {
  readonly files: Map<string, unknown>;
}

export function parseCache(): ParseCache {
  return { files: new Map() };
}
