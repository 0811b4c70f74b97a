import type { Finding } from './results';
import { isRule } from './rules/catalog';
import { type Said, say, spoken } from './said';

/**
 * A comment that says why a finding is meant: `// schema-gap-ignore rule: reason` above a statement or on its first line,
 * or `// schema-gap-ignore-file rule: reason` anywhere for the whole file. Several rules are separated by commas.
 */
interface Suppression {
  /** 1-based; the comment's own. */
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly rules: readonly string[];
  readonly reason: string;
  readonly wholeFile: boolean;
}

const COMMENT =
  /(?:\/\/|#|\/\*+|^\s*\*)\s*schema-gap-ignore(?<file>-file)?[ \t]+(?<rules>[\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)[ \t]*(?::[ \t]*(?<reason>.*?))?[ \t]*(?:\*\/.*)?$/;

/**
 * The findings of a file without those that its comments suppress, and with one for each comment that has no reason, names
 * no rule, or suppresses nothing any more.
 */
export function withoutSuppressed(
  text: string,
  findings: readonly Finding[],
  about: { readonly migration: string; readonly file: string },
): readonly Finding[] {
  if (!text.includes('schema-gap-ignore')) return findings;
  const lines = text.split('\n');
  const suppressions = lines.flatMap((line, i) => suppressionIn(line, i + 1) ?? []);
  const used = new Set<Suppression>();
  const kept = findings.filter((finding) => {
    const found = suppressions.filter(
      (one) =>
        one.reason !== '' &&
        one.rules.includes(finding.rule) &&
        (one.wholeFile || (finding.file === about.file && covers(lines, one, finding.line))),
    );
    for (const one of found) used.add(one);
    return found.length === 0;
  });
  return [...kept, ...suppressions.flatMap((one) => (used.has(one) ? [] : [complaint(one, about)]))];
}

/** Can a comment suppress findings of this rule? Not those about such comments, nor about a file that is not run. */
export const canBeSuppressed = (rule: string): boolean =>
  isRule(rule) && !/^suppression-/.test(rule) && !['not-picked-up', 'same-base-name'].includes(rule);

function suppressionIn(text: string, line: number): Suppression | null {
  const found = COMMENT.exec(text.replace(/\r$/, ''));
  if (!found?.groups) return null;
  const { file, rules = '', reason = '' } = found.groups;
  return {
    line,
    column: found.index + 1,
    endColumn: found.index + found[0].length + 1,
    rules: rules.split(',').map((rule) => rule.trim()),
    reason: reason.trim(),
    wholeFile: file !== undefined,
  };
}

/** A comment covers its own line, and the next one that holds code: other comments may stand between. */
function covers(lines: readonly string[], { line }: Suppression, of: number): boolean {
  if (of < line) return false;
  return lines
    .slice(line - 1, of - 1)
    .every((text, i) => (i === 0 ? isComment(text) : text.trim() === '' || isComment(text)));
}

const isComment = (line: string): boolean => /^\s*(?:\/\/|#(?!\[)|\/\*|\*)/.test(line);

function complaint(one: Suppression, { migration, file }: { migration: string; file: string }): Finding {
  const [rule, said] = complaintText(one);
  return {
    rule,
    severity: 'hint',
    file,
    line: one.line,
    column: one.column,
    endLine: one.line,
    endColumn: one.endColumn,
    migration,
    method: 'up',
    message: spoken(said),
    said,
    statement: '',
    serverError: null,
    related: [],
    fixes: [],
  };
}

function complaintText({ reason, rules }: Suppression): readonly [rule: string, message: Said] {
  if (reason === '')
    return [
      'suppression-without-reason',
      say('This suppresses nothing until it says why: {0}', `schema-gap-ignore ${rules.join(', ')}: reason`),
    ];
  const unknown = rules.find((rule) => !isRule(rule));
  return [
    'suppression-unused',
    unknown === undefined
      ? say('Nothing here is suppressed by this any more')
      : say('There is no rule {0}', unknown),
  ];
}
