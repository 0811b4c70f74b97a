import type { Application } from '../laravel/application';
import type { MigrationFile } from '../laravel/migrations';
import type { Policy } from '../policy/policy';
import type { Trace } from '../session/trace';
import { doubtsOf } from './doubts';
import type { Draft } from './draft';
import type { Pieces } from './pieces';
import { proof } from './prove';
import type { ReplayStep } from './replay';
import type { Finding, Fix, UnknownShape } from './results';
import { ruleOf } from './rules/catalog';
import { draftsOf, draftsOfCode } from './rules/questions';
import { baseName, strangerDrafts } from './rules/strangers';
import { spoken } from './said';
import { makeRuns, type Study, type Surroundings, studyOf } from './study';
import { withoutSuppressed } from './suppressions';

export interface Linted {
  readonly findings: readonly Finding[];
  readonly unknown: readonly UnknownShape[];
}

/** What an answer holds: only the findings, or also their fixes, whose proofs take longer than all the rest. */
export type Wanted = 'findings' | 'fixes';

/**
 * Everything that would hurt somebody who runs this migration, where wanted with the fixes that have been run and proven.
 * `unknown`: what can't be told of its runs.
 */
export function* lintMigration(
  app: Application,
  { migration, text, before, trace }: ReplayStep,
  around: Surroundings,
  wanted: Wanted,
): Pieces<Linted> {
  const first = doubtsOf(trace, before, 'tell');
  if (text === null) return { findings: [], unknown: first };
  const study = studyOf(app, { migration, text, before, trace }, around);
  yield* makeRuns(study);
  const drafts = draftsOf(study);
  const findings: Finding[] = [];
  for (const draft of drafts) {
    const finding = findingOf(study, draft);
    if (!finding) continue;
    yield;
    findings.push(wanted === 'fixes' ? { ...finding, fixes: yield* fixesOf(study, drafts, draft) } : finding);
  }
  // The second run often only rests on what the first left unknown, which is said already.
  const further = doubtsOf(study.second(), study.first.world, 'tell').filter(
    ({ reason }) => !first.some((known) => reason === known.reason || reason.endsWith(`: ${known.reason}`)),
  );
  return { findings: withoutSuppressed(text, findings, study.first), unknown: [...first, ...further] };
}

/** Why artisan does not run a file that holds a migration. Empty for one that it runs, and for one that holds none. */
export function lintStranger(
  app: Application,
  migrations: readonly MigrationFile[],
  file: string,
  policy: Policy,
): readonly Finding[] {
  return strangerDrafts(app, migrations, file).flatMap(
    (draft) => shown(policy, { migration: baseName(file), file }, draft) ?? [],
  );
}

const findingOf = (study: Study, draft: Draft): Finding | null =>
  shown(study.around.policy, study.first, draft);

/** A finding, as yet without fixes; null where a setting turns the rule off. */
function shown(
  policy: Policy,
  { migration, file }: Pick<Trace, 'migration' | 'file'>,
  draft: Draft,
): Finding | null {
  const severity = policy.rules[draft.rule] ?? ruleOf(draft.rule).severity;
  if (severity === 'off') return null;
  const range = draft.range ?? { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return {
    rule: draft.rule,
    severity,
    ...range,
    migration,
    method: draft.method,
    message: spoken(draft.message),
    said: draft.message,
    statement: draft.statement,
    serverError: draft.serverError,
    related: (draft.related ?? []).map(({ range: place, message }) => ({
      ...place,
      message: spoken(message),
      said: message,
    })),
    fixes: [],
  };
}

/** Is a finding neither turned off nor suppressed by a comment? */
export function isShown(study: Study, draft: Draft): boolean {
  const finding = findingOf(study, draft);
  return finding !== null && withoutSuppressed(study.step.text, [finding], study.first).includes(finding);
}

/** Of several ways to the same (by their title) the first that is proven. */
function* fixesOf(study: Study, drafts: readonly Draft[], draft: Draft): Pieces<readonly Fix[]> {
  const found = new Set<string>();
  const fixes: Fix[] = [];
  for (const fix of draft.fixes?.() ?? []) {
    const { title, edits, suggestion } = fix;
    if (found.has(spoken(title))) continue;
    const proven = yield* proof(study, drafts, draft, fix, draftsOfCode);
    if (proven) found.add(spoken(title));
    if (proven || suggestion) fixes.push({ title: spoken(title), said: title, proven, edits });
  }
  return fixes;
}
