/** Random choices that a seed decides. */
export interface Random {
  /** 0 … n-1 */
  below(n: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of several ways, the likelier the larger its weight. */
  way<T>(ways: readonly (readonly [weight: number, make: () => T])[]): T;
  /** Some of the list, none twice. */
  some<T>(list: readonly T[], most: number): T[];
  /** All of the list in another order. */
  shuffled<T>(list: readonly T[]): T[];
  /** The text, or nothing. */
  maybe(probability: number, text: () => string): string;
}

/** The same seed makes the same choices (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const take = <T>(list: readonly T[], count: number): T[] => {
    const left = [...list];
    return Array.from(
      { length: Math.min(count, list.length) },
      () => left.splice(random.below(left.length), 1)[0]!,
    );
  };
  const random: Random = {
    below: (n) => Math.floor(next() * n),
    chance: (probability) => next() < probability,
    pick: (list) => list[random.below(list.length)]!,
    way(ways) {
      let at = next() * ways.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, make] of ways) {
        at -= weight;
        if (at < 0) return make();
      }
      return ways.at(-1)![1]();
    },
    some: (list, most) => take(list, 1 + random.below(Math.min(most, list.length))),
    shuffled: (list) => take(list, list.length),
    maybe: (probability, text) => (random.chance(probability) ? text() : ''),
  };
  return random;
}
