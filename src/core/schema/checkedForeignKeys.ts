import { checkCheckFunctions } from './disallowedFunctions';
import type { Draft } from './draft';
import { namesIn } from './expressions';
import { supports } from './flavour';
import type { Check, ForeignKey, ReferenceRule, Table } from './model';
import { findNamed, sameName } from './names';
import { type Run, refuse } from './run';
import type { CheckSpec } from './statement';

/*
 * A foreign key that changes its column by itself and a check over that column exclude each other.
 */

/** A foreign key, as written or as it is. */
export interface CheckedForeignKey {
  readonly name: string | null;
  readonly indexName?: string | null;
  readonly columns: readonly string[];
  readonly onDelete: ReferenceRule;
  readonly onUpdate: ReferenceRule;
}

type Added = readonly { readonly spec: CheckSpec; readonly column: string | null }[];

/** Before it looks at any parent, MySQL asks that of the checks that are added: 3823. */
export function checkAgainstChecks(
  run: Run,
  draft: Draft,
  foreignKeys: readonly CheckedForeignKey[],
  added: Added,
): void {
  const checks = namedByMySql(draft, added);
  for (const key of foreignKeys.filter(changesColumns)) {
    const named = key.name ?? `${draft.name}_ibfk_1`;
    for (const column of key.columns) {
      const check = checks.find(({ sql }) => isAbout(sql, column));
      if (check) checkNullable(run, draft, key, named);
      if (check) refuse(run, 'checkOnForeignKeyColumn', [column, check.name, named]);
    }
  }
}

/**
 * What MariaDB asks of its checks, one after the other, as soon as it knows the keys: that no key has the name (1826),
 * what they call, and that no foreign key changes what they are about (1901). `staying`: those of the table.
 */
export function checkChecksInTurn(
  run: Run,
  draft: Draft,
  foreignKeys: readonly CheckedForeignKey[],
  staying: readonly Check[],
  added: Added,
): void {
  const changed = [
    ...foreignKeys.filter(changesColumns).flatMap(({ columns }) => affected(run, draft, columns)),
    ...computedOfAuto(draft),
  ];
  const taken = new Set(
    [...foreignKeys.map((key) => key.indexName ?? key.name), ...uniqueNames(draft)].map((name) =>
      name?.toLowerCase(),
    ),
  );
  for (const { name, sql, isNamed, isNew } of checksInTurn(run, draft, staying, added)) {
    if (isNamed && taken.has(name.toLowerCase())) refuse(run, 'duplicateCheck', [name]);
    if (isNamed) taken.add(name.toLowerCase());
    if (isNew) checkCheckFunctions(run, name, sql);
    const column = namesIn(sql).find((one) => changed.some((other) => sameName(other, one)));
    // A column that is not there is said before.
    const isWhole = namesIn(sql).every((one) => findNamed(draft.columns, one));
    if (column !== undefined && isWhole) refuse(run, 'checkOnForeignKeyColumn', [column, name, '']);
  }
}

const uniqueNames = ({ indexes }: Draft): readonly string[] =>
  indexes.filter(({ kind }) => kind === 'unique').map(({ name }) => name);

/** MySQL asks it of the checks that are there when it comes to the foreign key. */
export function checkNotChecked(run: Run, draft: Draft, key: ForeignKey, column: string): void {
  if (run.server.vendor === 'mariadb' || !changesColumns(key)) return;
  const byName = [...draft.checks].sort((a, b) => (a.name < b.name ? -1 : 1));
  const check = byName.find(({ sql }) => isAbout(sql, column));
  if (check) refuse(run, 'checkOnForeignKeyColumn', [column, check.name, key.name]);
}

const changesColumns = ({ onDelete, onUpdate }: CheckedForeignKey): boolean =>
  onUpdate === 'cascade' ||
  [onDelete, onUpdate].some((rule) => rule === 'set null' || rule === 'set default');

const isAbout = (sql: string, column: string): boolean => namesIn(sql).some((name) => sameName(name, column));

interface NamedCheck {
  readonly name: string;
  readonly sql: string;
}

function namedByMySql(draft: Draft, added: Added): readonly NamedCheck[] {
  let unnamed = 0;
  return added.map(({ spec }) => ({ name: spec.name ?? `${draft.name}_chk_${++unnamed}`, sql: spec.sql }));
}

interface CheckInTurn extends NamedCheck {
  readonly isNamed: boolean;
  readonly isNew: boolean;
}

/** The columns' checks come first, among them those of MariaDB's json. */
function checksInTurn(
  { server }: Run,
  draft: Draft,
  staying: readonly Check[],
  added: Added,
): readonly CheckInTurn[] {
  const names = new Set(staying.map(({ name }) => name.toLowerCase()));
  let unnamed = 0;
  const free = () => {
    do unnamed++;
    while (names.has(`constraint_${unnamed}`));
    return `CONSTRAINT_${unnamed}`;
  };
  const json = supports.nativeJson(server) ? [] : draft.columns.filter(({ type }) => type.base === 'json');
  const all = [
    ...json.map(({ name }) => ({ name, sql: quoteName(name), isNamed: false, isNew: false })),
    ...staying.map(({ name, sql, column }) => ({ name, sql, isNamed: column === null, isNew: false })),
    ...added.map(({ spec, column }) => ({
      name: spec.name ?? column ?? free(),
      sql: spec.sql,
      isNamed: spec.name !== null,
      isNew: true,
    })),
  ];
  const ofColumn = ({ isNamed, name }: CheckInTurn) => !isNamed && !/^CONSTRAINT_\d+$/.test(name);
  return [...all.filter(ofColumn), ...all.filter((one) => !ofColumn(one))];
}

const quoteName = (name: string) => `\`${name.replaceAll('`', '``')}\``;

/** What MariaDB computes of a column changes with it, unless it is stored, which it does not allow: 1901. */
function affected(run: Run, draft: Draft, columns: readonly string[]): readonly string[] {
  const all = [...columns];
  for (const { name, generated } of draft.columns) {
    const used = generated && all.find((column) => isAbout(generated.sql, column));
    if (used && generated.stored) refuse(run, 'generatedFunction', [name, used]);
    if (used) all.push(name);
  }
  return all;
}

/** The columns that are computed of an AUTO_INCREMENT column. */
export function computedOfAuto({ columns }: Pick<Table, 'columns'>): readonly string[] {
  const auto = columns.find(({ autoIncrement }) => autoIncrement);
  const found: string[] = [];
  for (const { name, generated } of auto ? columns : [])
    if (generated && [auto!.name, ...found].some((one) => isAbout(generated.sql, one))) found.push(name);
  return found;
}

/** 1830 */
function checkNullable(run: Run, draft: Draft, key: CheckedForeignKey, name: string): void {
  if (key.onDelete !== 'set null' && key.onUpdate !== 'set null') return;
  const column = key.columns.map((one) => findNamed(draft.columns, one)).find((one) => one && !one.nullable);
  if (column) refuse(run, 'setNullOnNotNull', [column.name, name], draft.name);
}
