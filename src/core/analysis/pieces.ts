/** Long work in pieces: whoever does it may do something else between two of them, or leave the rest. */
export type Pieces<T> = Generator<undefined, T, undefined>;

/** Does all pieces, one after the other. */
export function atOnce<T>(work: Pieces<T>): T {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
  }
}
