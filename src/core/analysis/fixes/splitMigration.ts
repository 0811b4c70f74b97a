import { studlyCase } from '../../laravel/support/inflect';
import type { ClassNode, MemberNode, Statement } from '../../php/ast';
import { methodNamed, nodesOf, type PlacedNode } from '../../php/enclosing';
import { shortName } from '../../php/names';
import { parseFile } from '../../php/parse';
import { diffSchemas } from '../../schema/diff';
import type { TraceEntry } from '../../session/trace';
import type { FixDraft } from '../draft';
import { applyEdits, difference } from '../edits';
import { refusedEntries } from '../failures';
import { say } from '../said';
import type { Study } from '../study';
import { nameOf } from '../worlds';
import { type Change, changed, editOf } from './change';
import { writeDown } from './down';
import { guard } from './guard';
import { type MethodCode, methodCode } from './methodCode';
import { type Part, studiesOf } from './parts';
import { namesBehind, titleOf } from './splitNames';

/** More files than this are no help to anybody. */
const MOST_PARTS = 24;

/**
 * The edits that make several migrations of one, each with one statement, so that a run that stops half-way begins again
 * where it stopped. Each gets its part of `down()`, or one written from what it does, and a guard where it alone needs one. Code that is shared (helper methods,
 * values that statements leave to each other) leaves no such edit; nor has a migration one that is known to have run,
 * since its parts would count as pending there. `original`: the text that the edits are of.
 */
export function splitMigration(study: Study, original: string): readonly FixDraft[] {
  const { around, first, step } = study;
  if (around.ran?.has(step.migration.name) || first.outcome.kind !== 'done') return [];
  if (first.entries.some(({ uncertain, error }) => uncertain || error)) return [];
  const file = wholeFile(step.text);
  const up = file && methodCode(study, 'up');
  if (!up || up.groups.length < 2 || up.groups.length > MOST_PARTS) return [];
  const names = partNames(study, up);
  if (!names) return [];
  const own = down(study, up);
  return (own ? [own, null] : [null]).flatMap((downs) => {
    const parts = up.groups.flatMap((group, i) => {
      const text = partText(study, up, group, downs?.[i] ?? null);
      return text === null ? [] : [named(study, file, text, names[i]!)];
    });
    const written = parts.length === names.length ? withDowns(study, parts, downs) : null;
    return written ? [draftOf(study, original, guarded(study, written))] : [];
  });
}

function draftOf({ step: { migration } }: Study, text: string, [own, ...others]: readonly Part[]): FixDraft {
  const { from, to, text: replacement } = difference(text, own!.text);
  return {
    title: say('Split it into {0} migrations, one for each statement', others.length + 1),
    edits: [
      editOf(migration.file, text, { from, to, text: replacement }),
      ...others.map(({ migration: { file }, text: create }) => ({ file, create })),
    ],
  };
}

/** The class of a file that holds only it; `name`: null where it has none. */
interface WholeFile {
  readonly name: string | null;
}

/** null where code beside `up()` and `down()` may be shared by what they do. */
function wholeFile(text: string): WholeFile | null {
  const statements = parseFile('', text).children;
  const classes = nodesOf(statements).filter(({ kind }) => kind === 'class') as unknown as (ClassNode &
    PlacedNode)[];
  const [only, more] = classes;
  if (!only || more || !statements.every(isHarmless) || !only.body.every(isOwn)) return null;
  const name = typeof only.name === 'string' ? only.name : (only.name?.name ?? null);
  const mentions = name === null ? 0 : (text.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0);
  return mentions > 1 || /\$this->\w+\s*(?:\[[^\]]*\]\s*)?=[^=>]/.test(text) ? null : { name };
}

function isHarmless(statement: Statement): boolean {
  switch (statement.kind) {
    case 'namespace':
    case 'declare':
      return statement.children.every(isHarmless);
    case 'return':
      return statement.expr?.kind === 'new';
    default:
      return ['usegroup', 'class', 'inline', 'noop'].includes(statement.kind);
  }
}

/** Constants and properties are the same in every file; other methods and traits may do anything. */
function isOwn(member: MemberNode): boolean {
  if (member.kind === 'method') return /^(up|down)$/i.test(member.name.name);
  return member.kind === 'propertystatement' || member.kind === 'classconstant';
}

/** Names of the parts; the first keeps that of the file. */
function partNames({ step, around, app, first }: Study, { groups }: MethodCode): readonly string[] | null {
  const { migration } = step;
  const seen = new Map<string, number>();
  const titles = groups.slice(1).map((group) => {
    const title = titleOf(
      group.map((entry) => first.entries[entry]!),
      app.prefix,
    );
    const count = (seen.get(title) ?? 0) + 1;
    seen.set(title, count);
    return count === 1 ? title : `${title}_${count}`;
  });
  const all = around.steps.map((each) => each.migration);
  const taken = new Set(all.map(({ name }) => name.replace(/^[\d_]+/, '')));
  const free = titles.map((title) => (taken.has(title) ? `${title}_again` : title));
  const names = namesBehind(migration, all, free);
  return names && [migration.name, ...names];
}

/** One part's text: its statements of `up()`, and those of `down()`; null where either can't be told apart. */
function partText(
  { step: { text } }: Study,
  up: MethodCode,
  group: readonly number[],
  down: Change | null,
): string | null {
  const own = up.with(new Set(group));
  if (!own) return null;
  return withoutImports(text, changed(text, 0, text.length, down ? [own, down] : [own]));
}

/** Imports that nothing names any more. */
function withoutImports(before: string, after: string): string {
  return after.replace(
    /^use\s+([\w\\]+?)(?:\s+as\s+(\w+))?\s*;[ \t]*\r?\n/gm,
    (line, path: string, alias?: string) => {
      const name = alias ?? shortName(path);
      const uses = (text: string) => text.match(new RegExp(`(?<![\\\\\\w$>:])${name}\\b`, 'g'))?.length ?? 0;
      return uses(before.replace(line, '')) > 0 && uses(after.replace(line, '')) === 0 ? '' : line;
    },
  );
}

function named({ step: { migration } }: Study, file: WholeFile, text: string, name: string): Part {
  const folder = migration.file.slice(0, migration.file.lastIndexOf('/') + 1);
  const isOwnName = name === migration.name;
  const className = studlyCase(name.split('_').slice(4).join('_'));
  return {
    migration: { name, file: isOwnName ? migration.file : `${folder}${name}.php` },
    text: isOwnName || file.name === null ? text : text.replace(new RegExp(`\\b${file.name}\\b`), className),
  };
}

/**
 * The change of `down()` for each group of `up()`: a statement of it goes to the first group that made what it takes back.
 * null where the code has no such parts.
 */
function down(study: Study, { groups }: MethodCode): readonly (Change | null)[] | null {
  const back = study.down();
  if (back.outcome.kind !== 'done' || back.entries.some(({ error, uncertain }) => error || uncertain))
    return null;
  const code = methodCode({ ...study, first: back }, 'down');
  if (!code) return null;
  const made = groups.map((group) => new Set(group.flatMap((at) => changesOf(study.first.entries[at]!))));
  const owners = code.groups.map((group) => {
    const undone = group.flatMap((at) => changesOf(back.entries[at]!, true));
    return made.findIndex((changes) => undone.some((change) => changes.has(change)));
  });
  if (owners.includes(-1)) return null;
  const changes = groups.map((_, i) =>
    code.with(new Set(code.groups.flatMap((group, at) => (owners[at] === i ? group : [])))),
  );
  return changes.every((change) => change !== null) ? changes : null;
}

/** What a statement makes, changes and takes away, or what it would undo. */
function changesOf(
  { before, after, statement: { statement } }: TraceEntry,
  isUndone = false,
): readonly string[] {
  if (statement.kind === 'data') return statement.table ? [`rows of ${statement.table.name}`] : [];
  const [from, to] = isUndone ? [after, before] : [before, after];
  return diffSchemas(from, to, { columnOrder: false }).map((each) => `${each.change} ${nameOf(each)}`);
}

/** The parts, where the whole has a `down()`, each with one: its own of the code, else written from what it does. */
function withDowns(
  study: Study,
  parts: readonly Part[],
  own: readonly (Change | null)[] | null,
): readonly Part[] | null {
  if (!methodNamed(study.step.text, 'down')) return parts;
  const whole = studiesOf(study, parts).flatMap((part) => {
    const { migration, text } = part.step;
    if (own && part.down().entries.length > 0) return [{ migration, text }];
    const [fix] = writeDown(part);
    return fix ? [{ migration, text: applyEdits(text, fix.edits) }] : [];
  });
  return whole.length === parts.length ? whole : null;
}

/** A part that is refused where a second run of the whole was not gets a guard: the whole had taken away what it meets. */
function guarded(study: Study, parts: readonly Part[]): readonly Part[] {
  const known = new Set(refusedEntries(study.second()).map(({ statement: { sql } }) => sql));
  return studiesOf(study, parts).map((part) => {
    const { migration, text } = part.step;
    const news = refusedEntries(part.second()).find(({ statement: { sql } }) => !known.has(sql));
    const [fix] = news ? guard(part, news) : [];
    return { migration, text: fix ? applyEdits(text, fix.edits) : text };
  });
}
