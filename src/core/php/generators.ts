import type { Exec, Frame } from './frame';
import type { Machine } from './machine';
import { GeneratorFull } from './signals';
import type { Value } from './values';

/** So many values of one generator are kept; one that gives more is cut, and its reader told when it gets there. */
const MOST = 5000;

/**
 * A generator runs to its end as soon as somebody reads its first value: its values are kept and handed out.
 * That is the wrong order only for one whose body and reader both do something that the other can see.
 */
export interface GeneratorState {
  readonly frame: Frame;
  readonly body: Exec;
  readonly items: (readonly [Value, Value])[];
  nextKey: number;
  position: number;
  state: 'fresh' | 'running' | 'done' | 'cut';
}

export function makeGenerator(frame: Frame, body: Exec): GeneratorState {
  const state: GeneratorState = {
    frame,
    body,
    items: [],
    nextKey: 0,
    position: 0,
    state: 'fresh',
  };
  frame.generator = state;
  return state;
}

/** Adds a yielded value. */
export function giveValue(m: Machine, generator: GeneratorState, key: Value | undefined, value: Value): void {
  m.step();
  m.charge(2);
  let at = key;
  if (at === undefined) {
    at = generator.nextKey;
    generator.nextKey += 1;
  } else if (typeof at === 'number' && at >= generator.nextKey) generator.nextKey = at + 1;
  generator.items.push([at, value]);
  if (generator.items.length >= MOST) throw new GeneratorFull(generator);
}

/** Runs the generator's body if it has not been run. */
export function startGenerator(m: Machine, generator: GeneratorState): void {
  if (generator.state !== 'fresh') return;
  generator.state = 'running';
  const { frame: caller, at } = m;
  m.enter();
  m.frame = generator.frame;
  try {
    generator.body(generator.frame);
    generator.state = 'done';
  } catch (signal) {
    if (!(signal instanceof GeneratorFull && signal.generator === generator)) throw signal;
    generator.state = 'cut';
  } finally {
    m.depth -= 1;
    m.frame = caller;
    m.at = at;
  }
}

/** The pair at a position; undefined after the last. Ends the run where the generator was cut. */
export function generatorItem(
  m: Machine,
  generator: GeneratorState,
  position: number,
): readonly [Value, Value] | undefined {
  startGenerator(m, generator);
  const item = generator.items[position];
  if (item === undefined && generator.state === 'cut') {
    m.spend('steps', `a generator gave more than ${MOST} values`);
  }
  return item;
}
