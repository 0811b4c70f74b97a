import type { SourceRange } from '../source';
import type { Budget } from './outcome';
import type { PhpObject, Unknown } from './values';

/** How control leaves PHP code other than by its end: thrown as JavaScript exceptions, caught inside core/php. */
export class PhpThrow {
  constructor(readonly exception: PhpObject) {}
}

/** A spent budget: ends the run. */
export class Spent {
  constructor(
    readonly budget: keyof Budget,
    readonly reason: string,
    readonly range: SourceRange | null,
  ) {}
}

/** exit and die. */
export class Exited {
  constructor(readonly range: SourceRange) {}
}

/** The file at the top of the run can't be read. */
export class Unreadable {
  constructor(
    readonly message: string,
    readonly range: SourceRange,
  ) {}
}

/** A builtin met an Unknown where it needs to know: its result is that Unknown. */
export class UnknownMet {
  constructor(readonly value: Unknown) {}
}

/** What was to be run only where all of it is known has met what is not. */
export class NotCertain {
  constructor(readonly value: Unknown) {}
}

/** A generator has given as many values as we keep. */
export class GeneratorFull {
  constructor(readonly generator: unknown) {}
}
