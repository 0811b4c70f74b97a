import type { Severity } from '../results';

/** One rule: what a finding is called, how bad it is unless a setting says otherwise, and its page in docs/rules. */
export interface Rule {
  readonly severity: Severity;
  /** A line for lists and settings. */
  readonly title: string;
  /** File name in docs/rules, without `.md`. */
  readonly page: string;
  /** True: no fact about the server, but a judgement, which its messages say. */
  readonly judgement?: true;
  /** True: about the chosen environment as it stands, not about the code, so no edit of the code answers for it. */
  readonly environment?: true;
}

const rule = (severity: Severity, page: string, title: string): Rule => ({ severity, page, title });
const inEnvironment = (severity: Severity, page: string, title: string): Rule => ({
  ...rule(severity, page, title),
  environment: true,
});
const judgement = (severity: Severity, page: string, title: string): Rule => ({
  ...rule(severity, page, title),
  judgement: true,
});
/** All rules by id. Ids stay: suppressions, baselines and settings name them. */
export const RULES = {
  // A second run of up() on the schema it leaves.
  'create-table-unguarded': rule('warning', 'second-run', 'A second run meets its own table'),
  'add-column-unguarded': rule('warning', 'add-column-unguarded', 'A second run meets its own column'),
  'add-index-unguarded': rule('warning', 'second-run', 'A second run meets its own index or primary key'),
  'add-fk-unguarded': rule('warning', 'second-run', 'A second run meets its own foreign key'),
  'drop-table-no-if-exists': rule('warning', 'second-run', 'A second run does not find the table it dropped'),
  'drop-column-unguarded': rule('warning', 'second-run', 'A second run does not find the column it dropped'),
  'drop-index-unguarded': rule('warning', 'second-run', 'A second run does not find the index it dropped'),
  'drop-fk-unguarded': rule('warning', 'second-run', 'A second run does not find the foreign key it dropped'),
  'drop-primary-unguarded': rule(
    'warning',
    'second-run',
    'A second run does not find the primary key it dropped',
  ),
  'change-unguarded': rule('warning', 'second-run', 'A second run does not find the column it changes'),
  'rename-unguarded': rule('warning', 'second-run', 'A second run does not find the old name'),
  'insert-not-idempotent': rule('warning', 'second-run', 'A second run meets its own row'),
  'second-run-fails': rule('warning', 'second-run', 'A second run stops'),
  // Guards that do not do what they are there for.
  'guard-mismatch': rule('warning', 'guards', 'A guard asks for something else than it protects'),
  'guard-hides-drift': inEnvironment('info', 'guards', 'A guard passes over what is there in another form'),
  'guard-without-table': inEnvironment(
    'warning',
    'guards',
    'A guard asks for a column of a table that is not there',
  ),
  // up() again after a run that stopped half-way.
  'resume-stops': rule('warning', 'resume', 'A run after one that stopped half-way stops, too'),
  'resume-differs': rule('warning', 'resume', 'A run after one that stopped half-way leaves another schema'),
  'insert-repeats': rule('info', 'resume', 'A second run inserts the same rows again'),
  // down() straight after up().
  'down-missing': rule('hint', 'rollback', 'Rollback undoes nothing'),
  'down-fails': rule('warning', 'rollback', 'Rollback stops'),
  'down-destroys': rule('warning', 'rollback', 'Rollback takes away what up() did not make'),
  'down-leaves': rule('info', 'rollback', 'Rollback leaves something behind'),
  'down-differs': rule('info', 'rollback', 'Rollback does not bring back what was'),
  // The first run of up(), where the migrations before it have run.
  'name-too-long': rule('error', 'name-too-long', 'A name has more than 64 characters'),
  'key-too-long': rule('error', 'key-length', 'A key is longer than the server allows'),
  'index-needs-length': rule('error', 'key-length', 'An index of a text has no length'),
  'fk-parent-missing': rule('error', 'foreign-keys', 'A foreign key refers to what is not there'),
  'fk-type-mismatch': rule(
    'error',
    'foreign-keys',
    'A foreign key and what it refers to are of different types',
  ),
  'fk-parent-not-unique': rule(
    'error',
    'foreign-keys',
    'A foreign key refers to columns without a unique key',
  ),
  'set-null-not-null': rule('error', 'foreign-keys', 'SET NULL on a column that is NOT NULL'),
  'foreign-key-twice': rule('error', 'first-run', 'A foreign key is made twice'),
  'column-twice': rule('error', 'first-run', 'A column is made twice'),
  'index-twice': rule('error', 'first-run', 'An index is made twice'),
  'after-missing-column': rule('error', 'column-position', 'after() names a column that is not there'),
  'after-in-create': rule('error', 'column-position', 'after() or first() where a table is made'),
  'drop-by-column-name': rule('error', 'drop-by-column-name', 'A key is dropped by the name of its column'),
  'drop-order': rule('error', 'drop-order', 'Something is dropped before the foreign key that needs it'),
  'first-run-fails': rule('error', 'first-run', 'The first run stops'),
  // What the code does not say, or says where nobody reads it.
  'change-drops-attributes': rule(
    'warning',
    'change-drops-attributes',
    'change() drops what its chain leaves out',
  ),
  // The place of a migration among the others.
  'needs-later-migration': rule('error', 'order', 'A migration needs what only a later one makes'),
  'same-timestamp': rule('info', 'order', 'Two migrations of one second, and their order matters'),
  'pending-behind-ran': inEnvironment('info', 'order', 'A migration has not run, and later ones have'),
  'same-base-name': rule('warning', 'order', 'Another file of the same name runs in its place'),
  'not-picked-up': rule('warning', 'order', 'artisan does not run this file'),
  // Comments that suppress findings.
  'suppression-without-reason': rule('hint', 'suppress', 'A comment that suppresses gives no reason'),
  'suppression-unused': rule('hint', 'suppress', 'A comment that suppresses nothing'),
  'modifier-after-constrained': rule(
    'warning',
    'modifier-after-constrained',
    'A modifier behind constrained() is lost',
  ),
  // Indexes that nobody needs.
  'duplicate-index': rule('warning', 'needless-indexes', 'An index is the same as another'),
  'redundant-index': rule('info', 'needless-indexes', 'An index is the beginning of another'),
  'index-left-by-drop-foreign': rule('info', 'needless-indexes', 'A foreign key goes, its index stays'),
  'too-many-indexes': judgement('warning', 'needless-indexes', 'A table has more indexes than the limit set'),
  'unique-with-soft-delete': rule(
    'warning',
    'unique-with-soft-delete',
    'A unique key does not protect rows that are not deleted',
  ),
  // The team's policy: every table belongs to one tenant.
  'tenant-column': judgement(
    'warning',
    'tenant-policy',
    'A table has no tenant column, or one that may be NULL',
  ),
  'tenant-foreign-key': judgement(
    'warning',
    'tenant-policy',
    'The tenant column has no cascading foreign key',
  ),
  'tenant-index': judgement('warning', 'tenant-policy', 'No index starts with the tenant column'),
  'tenant-unique': judgement(
    'warning',
    'tenant-policy',
    'A unique key does not start with the tenant column',
  ),
  'tenant-polymorphic': judgement('warning', 'tenant-policy', 'A polymorphic pair has no index'),
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof RULES;

export const ruleOf = (id: RuleId): Rule => RULES[id];
export const isRule = (id: string): id is RuleId => Object.hasOwn(RULES, id);
