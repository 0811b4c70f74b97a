import type { ServerError } from '../schema/server';
import type { Outcome, TraceEntry } from '../session/trace';
import type { SourceRange } from '../source';
import type { FileEdit } from './results';
import type { RuleId } from './rules/catalog';
import type { Said } from './said';
import type { Study } from './study';

/** What a question finds in a migration, before anybody has judged, suppressed or proven anything. */
export interface Draft {
  readonly rule: RuleId;
  readonly method: 'up' | 'down';
  /** null: it is about the migration as a whole. */
  readonly range: SourceRange | null;
  readonly message: Said;
  /** With the rule, by what it is known again after an edit has moved it: the statement's text, a column's name. */
  readonly subject: string;
  /** The statement that it is about; '' where there is none. */
  readonly statement: string;
  /** null where the server refuses nothing. */
  readonly serverError: ServerError | null;
  /** Other places that belong to it, such as the statement that it conflicts with. */
  readonly related?: readonly Related[];
  /** Edits that may take it away, the best first; made only when somebody asks. */
  readonly fixes?: () => readonly FixDraft[];
}

export interface Related {
  readonly range: SourceRange;
  readonly message: Said;
}

/** An edit that may take a finding away: `prove.ts` runs the edited text before anybody is offered it. */
export interface FixDraft {
  readonly title: Said;
  readonly edits: readonly FileEdit[];
  /**
   * What the edited text's first run has to leave; without it exactly the same schema as before the edit. For a fix whose
   * purpose is another schema: is it the one wanted?
   */
  readonly leaves?: (edited: Study) => boolean;
  /** True: where it can't be proven it is offered all the same, as a plain suggestion. */
  readonly suggestion?: true;
}

/** Why the server refuses a statement. */
export interface Cause {
  readonly rule: RuleId;
  /** Without it: the server's own words are enough. */
  readonly message?: Said;
  readonly fixes?: () => readonly FixDraft[];
}

/** A question about one migration. All are answered by runs of the engine, none by searching the text. */
export type Question = (study: Study) => readonly Draft[];

/** The parts of a draft that a statement's entry in a trace gives. */
export function aboutEntry(
  entry: TraceEntry,
): Pick<Draft, 'range' | 'subject' | 'statement' | 'serverError'> {
  const { sql, origin } = entry.statement;
  return { range: origin?.range ?? null, subject: sql, statement: sql, serverError: entry.error };
}

/** How a run ended that the code's own exception stopped. */
export type Thrown = Extract<Outcome, { kind: 'threw' }>;

/** An exception's class and message, without the place that PHP puts behind those about types. */
export const wordsOf = ({ exception, message }: Thrown): readonly [string, string] => [
  exception,
  message.replace(/, called in \S+ on line \d+$/, ''),
];

/** The parts of a draft that an exception of the code's own gives. */
export function aboutThrown({
  exception,
  message,
  range,
}: Thrown): Pick<Draft, 'range' | 'subject' | 'statement' | 'serverError'> {
  return { range, subject: `${exception}: ${message}`, statement: '', serverError: null };
}
