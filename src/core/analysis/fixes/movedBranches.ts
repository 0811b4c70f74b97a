import { nodesOf, type PlacedNode } from '../../php/enclosing';
import type { Study } from '../study';
import { type Change, changed, type Layout, layoutAt, outdented, wrapped } from './change';
import { argumentText, type Place, placeBetween } from './place';
import { stepsOf } from './steps';
import { type Asked, condition, type Test } from './tests';

/**
 * An `if` of a Blueprint's closure whose branches do nothing but make keys, with a guard around each key, laid out to stand
 * in another closure. What this run does not come to is guarded by the name or the columns that the code gives. null where
 * a branch does anything else.
 */
export function movedBranches(
  study: Study,
  branches: PlacedNode,
  asked: Asked,
  layout: Layout,
): string | null {
  const { text } = study.step;
  const own = layoutAt(text, branches);
  const guarded: Change[] = [];
  for (const statement of statementsOf(branches)) {
    const { start, end } = statement.loc;
    const place = placeBetween(text, start.offset, end.offset);
    const test = place?.root.kind === 'variable' ? condition(testsFor(study, place, asked), asked) : null;
    const inner = layoutAt(text, statement);
    if (!test || !inner) return null;
    const code = text.slice(start.offset, end.offset);
    guarded.push({ from: start.offset, to: end.offset, text: wrapped(inner, test, code) });
  }
  if (!own || guarded.length === 0) return null;
  const code = changed(text, branches.loc.start.offset, branches.loc.end.offset, guarded);
  const deeper = own.indent.startsWith(layout.indent) ? own.indent.slice(layout.indent.length) : '';
  return deeper === '' ? code : outdented(code, deeper);
}

/** The statements in all branches, whatever they are. */
const statementsOf = (branches: PlacedNode): readonly PlacedNode[] =>
  nodesOf([branches]).filter(({ kind }) => !/^(if|block)$/.test(kind) && STATEMENT.test(kind));

const STATEMENT = /statement$|^(foreach|for|while|do|switch|try|return|throw|echo|unset|static|global)$/;

const KEYS: Readonly<Record<string, Pick<Test, 'kind' | 'type'>>> = {
  index: { kind: 'index' },
  unique: { kind: 'index', type: 'unique' },
  fulltext: { kind: 'index', type: 'fulltext' },
  spatialindex: { kind: 'index' },
  foreign: { kind: 'foreignKey' },
};

/** What asks for the key; empty where the statement makes anything else. */
function testsFor(study: Study, place: Place, asked: Asked): readonly Test[] {
  const [call] = place.calls;
  const known = KEYS[call?.name.toLowerCase() ?? ''];
  if (!call || !known) return [];
  const [step] = stepsOf(study, place, asked.table.includes('$'));
  if (step) return step.tests;
  const columns = argumentText(place, call, 0);
  const listed = columns === null || call.call.arguments[0]?.kind === 'array' ? columns : `[${columns}]`;
  const written = argumentText(place, call, 1) ?? listed;
  return written === null ? [] : [{ ...known, there: false, names: [''], columns: [], written }];
}
