import { textOf } from '../../php/enclosing';
import type { ServerProfile } from '../../schema/server';
import type { TraceEntry } from '../../session/trace';
import type { FixDraft } from '../draft';
import { say } from '../said';
import type { Study } from '../study';
import { type Change, editOf } from './change';
import { placeAt } from './place';

/** A clause of SQL behind which `IF EXISTS` or `IF NOT EXISTS` may stand, and on which servers it may. */
interface Clause {
  readonly pattern: RegExp;
  readonly there: boolean;
  readonly mariaDbOnly: boolean;
}

const CLAUSES: readonly Clause[] = [
  { pattern: /\bcreate\s+table\b/gi, there: false, mariaDbOnly: false },
  { pattern: /\bdrop\s+(?:table|view)\b/gi, there: true, mariaDbOnly: false },
  { pattern: /\bcreate\s+(?:unique\s+|fulltext\s+|spatial\s+)?index\b/gi, there: false, mariaDbOnly: true },
  { pattern: /\badd\s+column\b/gi, there: false, mariaDbOnly: true },
  {
    pattern: /\badd\s+(?:unique\s+|fulltext\s+|spatial\s+)?(?:index|key)\b(?!\s*\()/gi,
    there: false,
    mariaDbOnly: true,
  },
  {
    pattern:
      /\badd\b(?!\s+(?:column|index|key|unique|fulltext|spatial|primary|constraint|foreign|check|partition)\b|\s*\()/gi,
    there: false,
    mariaDbOnly: true,
  },
  { pattern: /\b(?:drop|modify|change|rename)\s+column\b/gi, there: true, mariaDbOnly: true },
  { pattern: /\bdrop\s+(?:index|key|foreign\s+key)\b/gi, there: true, mariaDbOnly: true },
];

/** `IF NOT EXISTS` or `IF EXISTS` in the SQL that the code has as a literal, where the server has that. */
export function ifExistsInSql(study: Study, entry: TraceEntry): readonly FixDraft[] {
  const literal = literalOf(study, entry);
  const server = study.first.world.connections.get(entry.connection)?.server;
  if (!literal || !server || entry.statement.statement.kind === 'data') return [];
  const changes = clausesOf(literal, server);
  if (changes.length === 0) return [];
  const { file } = study.step.migration;
  const words = [...new Set(changes.map(({ text }) => text.trim().toUpperCase()))].join(', ');
  return [
    {
      title: say('Write {0}', words),
      edits: changes.map((change) => editOf(file, study.step.text, change)),
    },
  ];
}

function clausesOf({ code, from }: Literal, server: ServerProfile): readonly Change[] {
  return CLAUSES.filter(({ mariaDbOnly }) => !mariaDbOnly || server.vendor === 'mariadb').flatMap(
    ({ pattern, there }) =>
      [...code.matchAll(pattern)].flatMap((match) => {
        const at = match.index + match[0].length;
        if (/^\s+if\b/i.test(code.slice(at))) return [];
        const words = there ? ' if exists' : ' if not exists';
        const text = match[0] === match[0].toUpperCase() ? words.toUpperCase() : words;
        return [{ from: from + at, to: from + at, text }];
      }),
  );
}

interface Literal {
  readonly code: string;
  readonly from: number;
}

const SENDS = /^(statement|unprepared|insert)$/i;

/** The literal that `DB::statement(…)` is given, as the code writes it. */
export function literalOf(study: Study, { statement: { origin } }: TraceEntry): Literal | null {
  if (!origin || origin.range.file !== study.step.migration.file) return null;
  const { text } = study.step;
  const call = placeAt(text, origin.range)?.calls.find(({ name }) => SENDS.test(name));
  const [given] = call?.call.arguments ?? [];
  if (!given?.loc || !(given.kind === 'string' || given.kind === 'nowdoc' || given.kind === 'encapsed'))
    return null;
  return { code: textOf(text, given) ?? '', from: given.loc.start.offset };
}
