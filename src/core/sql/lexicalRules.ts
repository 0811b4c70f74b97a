import type { ServerProfile } from '../schema/server';
import type { LexicalRules } from './token';

/** A server's version as one number, as executable comments write it; an unknown patch counts as the latest one. */
export function versionNumber(version: ServerProfile['version']): number {
  return version[0] * 10_000 + version[1] * 100 + (version[2] === 0 ? 99 : Math.min(version[2], 99));
}

/** True when the server is of this vendor and at least of this version (`8, 0, 13`). */
export function atLeast(
  server: ServerProfile,
  vendor: ServerProfile['vendor'],
  major: number,
  minor = 0,
  patch = 0,
): boolean {
  return server.vendor === vendor && versionNumber(server.version) >= major * 10_000 + minor * 100 + patch;
}

export function lexicalRules(server: ServerProfile): LexicalRules {
  const mode = server.sqlMode;
  return {
    vendor: server.vendor,
    version: versionNumber(server.version),
    ansiQuotes: mode.includes('ANSI_QUOTES') || mode.includes('ANSI'),
    noBackslashEscapes: mode.includes('NO_BACKSLASH_ESCAPES'),
  };
}

/**
 * Whether the server runs the text of an executable comment, by its marker and the version it asks for.
 * MariaDB leaves out MySQL's 50700 to 99999 (MariaDB: "Comment Syntax").
 */
export function runsComment(rules: LexicalRules, marker: '!' | 'M!', version: number | null): boolean {
  if (marker === 'M!' && rules.vendor === 'mysql') return false;
  if (version === null) return true;
  if (rules.vendor === 'mariadb' && marker === '!' && version >= 50_700 && version <= 99_999) return false;
  return version <= rules.version;
}

/** How canonical text is read again. */
export const CANONICAL: LexicalRules = {
  vendor: 'mysql',
  version: 999_999,
  ansiQuotes: false,
  noBackslashEscapes: false,
};
