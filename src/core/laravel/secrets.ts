import type { Trace } from '../session/trace';

const SECRET_KEY = /PASSWORD|SECRET|TOKEN|_KEY/i;
const HIDDEN = '•••';
const SHORTEST = 4;
/** Nothing at all, or a number: a lifetime (`TOKEN_TTL=1440`) stands in lengths and defaults, too. */
const NO_SECRET = /^(?:null|true|false|\(?empty\)?|\d{1,7})$/i;
/** A password such as `secret` is a word of names and messages, too: it is taken out of quoted values only. */
const WORD = /^[a-z_]{1,16}$/i;
const QUOTED = /'(?:[^'\\]|\\[\s\S]|'')*'|"(?:[^"\\]|\\[\s\S]|"")*"/g;

interface Secrets {
  /** What is taken out wherever it stands. */
  readonly plain: readonly string[];
  readonly words: readonly string[];
}

const found = new WeakMap<ReadonlyMap<string, string>, Secrets>();

function secretsOf(env: ReadonlyMap<string, string>): Secrets {
  const known = found.get(env);
  if (known) return known;
  const values = new Set<string>();
  for (const [key, value] of env) {
    const inUrl = /^[a-z\d+.-]+:\/\/[^/@:]*:(.*)@/is.exec(value)?.[1] ?? '';
    for (const each of SECRET_KEY.test(key) ? [value, value.replace(/^base64:/, ''), inUrl] : [inUrl])
      if (each.length >= SHORTEST && !NO_SECRET.test(each)) {
        // As it is, and as it stands in a text of SQL.
        values.add(each);
        values.add(each.replace(/[\\'"]/g, '\\$&'));
        values.add(each.replaceAll("'", "''"));
      }
  }
  const all = [...values].sort((a, b) => b.length - a.length);
  const secrets = {
    plain: all.filter((each) => !WORD.test(each)),
    words: all.filter((each) => WORD.test(each)),
  };
  found.set(env, secrets);
  return secrets;
}

/** A text for people, without the passwords, tokens and keys that the application's environment file has. */
function hidden(text: string, { plain }: Secrets): string {
  return plain.reduce((result, secret) => result.replaceAll(secret, HIDDEN), text);
}

function hiddenInSql(sql: string, secrets: Secrets): string {
  const rest = hidden(sql, secrets);
  if (!secrets.words.some((word) => rest.includes(word))) return rest;
  return rest.replace(QUOTED, (quoted) =>
    secrets.words.reduce((result, word) => result.replaceAll(word, HIDDEN), quoted),
  );
}

/** The trace as people may see it; what the statements did has been worked out with their real texts. */
export function withoutSecrets(trace: Trace, env: ReadonlyMap<string, string>): Trace {
  const secrets = secretsOf(env);
  if (secrets.plain.length + secrets.words.length === 0) return trace;
  const error = <E extends { readonly message: string }>(given: E): E => {
    const message = hidden(given.message, secrets);
    return message === given.message ? given : { ...given, message };
  };
  const reason = <R extends { readonly reason: string }>(given: R): R => {
    const text = hidden(given.reason, secrets);
    return text === given.reason ? given : { ...given, reason: text };
  };
  const { outcome } = trace;
  return {
    ...trace,
    entries: trace.entries.map((entry) => {
      const sql = hiddenInSql(entry.statement.sql, secrets);
      const refused = entry.error && error(entry.error);
      if (sql === entry.statement.sql && refused === entry.error) return entry;
      return { ...entry, statement: { ...entry.statement, sql }, error: refused };
    }),
    outcome:
      outcome.kind === 'raised'
        ? { ...outcome, error: error(outcome.error) }
        : outcome.kind === 'threw'
          ? error(outcome)
          : outcome.kind === 'unknown'
            ? reason(outcome)
            : outcome,
    unknowns: trace.unknowns.map(reason),
  };
}
