import type {
  ColumnShape,
  Difference,
  FailureShape,
  FeatureState,
  ForeignKeyShape,
  IndexShape,
  MissingTable,
  ReportDocument,
  TableShape,
  WhyMissing,
} from '../analysis/results';

/** Short texts for people, shared by every form of the report. Plain text: the caller escapes for its medium. */

export const WHY: Readonly<Record<WhyMissing, string>> = {
  'never-attempted': 'never attempted',
  pending: 'pending',
  failed: 'its migration fails',
  'ran-but-absent': 'recorded as run, but not there',
  'not-in-migrations': 'no migration makes it',
  'hidden-by-privileges': 'may be hidden by missing privileges',
  'not-known': 'not known whether its migration ran',
};

/** Why a table is missing, or why it is not known whether it is. */
export function whyText(table: Pick<MissingTable, 'why' | 'certain' | 'reason'>): string {
  if (table.certain) return WHY[table.why];
  return table.reason ? `not known: ${table.reason}` : 'not known';
}

/** `no`, `partly` or `yes`; `not known` where a table that is needed may be there unseen. */
export function featureText(state: FeatureState, certain = true): FeatureState | 'not known' {
  return state === 'yes' || certain ? state : 'not known';
}

/** `there`, `missing`, or `not known`. */
export function presenceText(table: { readonly present: boolean; readonly certain?: boolean }): string {
  if (table.present) return 'there';
  return table.certain === false ? 'not known' : 'missing';
}

/** `196 missing`, or `196 missing (12 of them not known)`. */
export function missingText({ missingTables }: Pick<ReportDocument, 'missingTables'>): string {
  const unsure = missingTables.filter((table) => !table.certain).length;
  return `${missingTables.length} missing${unsure > 0 ? ` (${unsure} of them not known)` : ''}`;
}

/** The extra tables, each that the other side may have too with a word. */
export function extraNames(
  report: Pick<ReportDocument, 'extraTables' | 'uncertainExtras'>,
): readonly Extra[] {
  const uncertain = new Set(report.uncertainExtras);
  return report.extraTables.map((name) => ({ name, note: uncertain.has(name) ? ' (not known)' : '' }));
}

export interface Extra {
  readonly name: string;
  /** Empty where it is certain. */
  readonly note: string;
}

/** `1060 Duplicate column name 'priority'`, or the message of code that threw. */
export function failureText(failure: FailureShape): string {
  return failure.serverError
    ? `${failure.serverError.code} ${failure.serverError.message}`
    : (failure.message ?? 'the migration throws');
}

export function place(at: { readonly file: string; readonly line: number }): string {
  return `${at.file}:${at.line}`;
}

export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;
}

/** `int not null default '999'`: a column as one would write it, without its name. */
export function columnText(column: ColumnShape): string {
  const value = column.default;
  return [
    column.type,
    column.generated && `as (${column.generated.sql}) ${column.generated.kind}`,
    column.nullable ? 'null' : 'not null',
    value && `default ${value.kind === 'literal' ? quote(value.value) : value.sql}`,
    column.onUpdate && `on update ${column.onUpdate}`,
    column.autoIncrement && 'auto_increment',
    column.invisible && 'invisible',
    column.collation && `collate ${column.collation}`,
    column.comment && `comment ${quote(column.comment)}`,
    column.tainted && '(details not known)',
  ]
    .filter(Boolean)
    .join(' ');
}

export function indexText(index: IndexShape): string {
  const parts = index.columns.map((part) => {
    const name = 'name' in part ? `${part.name}${part.length ? `(${part.length})` : ''}` : `(${part.sql})`;
    return part.order === 'desc' ? `${name} desc` : name;
  });
  return `${index.kind === 'primary' ? 'primary key' : index.kind} (${parts.join(', ')})`;
}

export function foreignKeyText(key: ForeignKeyShape): string {
  const rules = [key.onDelete && `on delete ${key.onDelete}`, key.onUpdate && `on update ${key.onUpdate}`];
  return [
    `(${key.columns.join(', ')}) → ${key.references.table} (${key.references.columns.join(', ')})`,
    ...rules,
  ]
    .filter(Boolean)
    .join(' ');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** One side of a difference as one line; `—` where it is not there. */
export function sideText(difference: Pick<Difference, 'kind'>, side: unknown): string {
  if (side === null || side === undefined) return '—';
  switch (difference.kind) {
    case 'column':
      return columnText(side as ColumnShape);
    case 'index':
      return indexText(side as IndexShape);
    case 'foreign-key':
      return foreignKeyText(side as ForeignKeyShape);
    case 'table':
      return count((side as TableShape).columns?.length ?? 0, 'column');
    case 'check':
    case 'view':
      return (side as { sql: string | null }).sql ?? 'hidden by privileges';
    case 'option':
      return String(side);
  }
}

/** `services.priority`, `services, index services_slug_index`. */
export function differenceName(difference: Pick<Difference, 'kind' | 'table' | 'name'>): string {
  switch (difference.kind) {
    case 'column':
      return `${difference.table}.${difference.name}`;
    case 'table':
    case 'view':
      return difference.table;
    default:
      return `${difference.table}, ${difference.kind.replace('-', ' ')} ${difference.name}`;
  }
}

/** Critical tables first, then by name. */
export function criticalFirst(tables: readonly MissingTable[]): MissingTable[] {
  return [...tables].sort((a, b) => Number(b.critical) - Number(a.critical) || (a.name < b.name ? -1 : 1));
}

/** The report in one sentence. */
export function headline(report: ReportDocument): string {
  const { expected, actual, missingTables } = report;
  const present = expected.tables - missingTables.length;
  if (missingTables.length === 0 && report.differences.length === 0 && report.extraTables.length === 0)
    return `${actual.source} is complete: all ${expected.tables} tables are there, and nothing differs.`;
  return `${actual.source} has ${present} of ${count(expected.tables, 'table')}: ${report.completePercent.toFixed(1)} % complete, ${missingText(report)}.`;
}

/** `MySQL 8.4: from the manual`, a quiet mark under an answer that rests on servers no test asked; null where none does. */
export function manualText(servers: readonly string[]): string | null {
  return servers.length === 0 ? null : `${servers.join(', ')}: from the manual`;
}

/** How many tables that are on both sides differ in something; a view is no table. */
export function differentTables(report: ReportDocument): number {
  const tables = report.differences.filter((difference) => difference.kind !== 'view');
  return new Set(tables.map((difference) => difference.table)).size;
}
