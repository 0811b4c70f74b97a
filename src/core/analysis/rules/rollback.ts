import { methodNamed } from '../../php/enclosing';
import type { SchemaDifference } from '../../schema/diffTypes';
import type { SourceRange } from '../../source';
import { aboutEntry, type Draft, type Question } from '../draft';
import { refusedEntries } from '../failures';
import { completeDown, orderDown, writeDown } from '../fixes/down';
import { type Said, say } from '../said';
import type { Study } from '../study';
import { diffWorlds, nameOf, sameSchemas, someNames } from '../worlds';
import type { RuleId } from './catalog';

/** Does `down()`, straight after `up()`, run to its end and give back the schema that was there before? */
export const rollback: Question = (study) => {
  const { first, step } = study;
  if (first.outcome.kind !== 'done' || first.entries.some((entry) => entry.uncertain)) return [];
  if (sameSchemas(step.before, first.world)) return [];
  const down = study.down();
  if (down.outcome.kind === 'unknown' || down.entries.some((entry) => entry.uncertain)) return [];
  if (down.outcome.kind === 'threw')
    return [
      about(
        study,
        'down-fails',
        say('Rollback stops: {0}: {1}', down.outcome.exception, down.outcome.message),
        down.outcome.range,
      ),
    ];
  if (down.entries.length === 0) return nothingUndone(study);
  const refused = refusedEntries(down).map((entry, i): Draft => {
    const { code = 0, message = '' } = entry.error ?? {};
    return {
      ...aboutEntry(entry),
      rule: 'down-fails',
      method: 'down',
      message:
        i === 0
          ? say('Rollback stops here: {0} {1}', code, message)
          : say('Rollback would stop here next: {0} {1}', code, message),
      fixes: () => [...orderDown(study, entry), ...writeDown(study)],
    };
  });
  return refused.length > 0 ? refused : leftovers(study);
};

/** `down()` that is not there, empty, or does nothing after this `up()`. */
function nothingUndone(study: Study): readonly Draft[] {
  const method = methodNamed(study.step.text, 'down');
  const message = method
    ? say('Rollback undoes nothing: down() sends no statement, and the migration counts as not run')
    : say('Rollback undoes nothing: there is no down(), and the migration counts as not run');
  return [{ ...about(study, 'down-missing', message, null), fixes: () => writeDown(study) }];
}

/** What is not as it was before `up()`. */
function leftovers(study: Study): readonly Draft[] {
  const { before } = study.step;
  const differences = diffWorlds(before, study.down().world).filter((one) => !isOnlyPlace(one));
  if (differences.length === 0 || !differences.every(({ certain }) => certain)) return [];
  const untouched = new Set(differences.filter(({ change }) => change === 'missing').map(nameOf));
  // What up() had taken away is not destroyed by down(), only not brought back.
  for (const { change, ...rest } of diffWorlds(before, study.first.world))
    if (change !== 'extra') untouched.delete(nameOf({ change, ...rest }));
  const destroyed = differences.filter((one) => one.change === 'missing' && untouched.has(nameOf(one)));
  const left = differences.filter(({ change }) => change === 'extra');
  const changed = differences.filter((one) => !destroyed.includes(one) && !left.includes(one));
  const fixes = () => completeDown(study, differences);
  const names = { destroyed: someNames(destroyed), left: someNames(left), changed: someNames(changed) };
  const groups: readonly [RuleId, Said, readonly SchemaDifference[]][] = [
    ['down-destroys', say('Rollback takes away what up() did not make: {0}', names.destroyed), destroyed],
    ['down-leaves', say('Rollback leaves {0} behind', names.left), left],
    ['down-differs', say('Rollback does not bring back {0}', names.changed), changed],
  ];
  return groups.flatMap(([rule, message, group]) =>
    group.length === 0 ? [] : [{ ...about(study, rule, message, downPlace(study)), fixes }],
  );
}

/** A column that is back, but stands elsewhere, is back. */
const isOnlyPlace = ({ change, properties }: SchemaDifference): boolean =>
  change === 'different' && properties.length > 0 && properties.every((property) => property === 'position');

function about(study: Study, rule: RuleId, message: Said, range: SourceRange | null): Draft {
  return {
    rule,
    method: 'down',
    range: range ?? downPlace(study),
    message,
    subject: '',
    statement: '',
    serverError: null,
  };
}

/** The name of `down()`, else of `up()`. */
function downPlace(study: Study): SourceRange | null {
  const method = methodNamed(study.step.text, 'down') ?? methodNamed(study.step.text, 'up');
  return method?.name.loc ? placeOf(study.first.file, method.name.loc) : null;
}

function placeOf(file: string, { start, end }: { readonly start: Place; readonly end: Place }): SourceRange {
  return { file, line: start.line, column: start.column + 1, endLine: end.line, endColumn: end.column + 1 };
}

interface Place {
  readonly line: number;
  readonly column: number;
}
