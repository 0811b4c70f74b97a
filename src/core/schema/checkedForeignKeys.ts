import type { Draft } from './draft';
import { namesIn } from './expressions';
import { supports } from './flavour';
import type { ForeignKey, ReferenceRule } from './model';
import { findNamed, sameName } from './names';
import { type Run, refuse } from './run';
import type { CheckSpec } from './statement';

/*
 * A foreign key that changes its column by itself and a check over that column exclude each other.
 */

/** A foreign key, as written or as it is. */
export interface CheckedForeignKey {
  readonly name: string | null;
  readonly columns: readonly string[];
  readonly onDelete: ReferenceRule;
  readonly onUpdate: ReferenceRule;
}

type Added = readonly { readonly spec: CheckSpec; readonly column: string | null }[];

/** Before it looks at any parent, the server asks that of the checks that are added; MariaDB of all: 3823, 1901. */
export function checkAgainstChecks(
  run: Run,
  draft: Draft,
  foreignKeys: readonly CheckedForeignKey[],
  added: Added,
): void {
  const changing = foreignKeys.filter(changesColumns);
  if (changing.length === 0) return;
  const mysql = run.server.vendor === 'mysql';
  const checks = mysql ? namedByMySql(draft, added) : namedByMariaDb(run, draft, added);
  for (const key of changing) {
    const named = key.name ?? `${draft.name}_ibfk_1`;
    for (const column of mysql ? key.columns : affected(run, draft, key.columns)) {
      const check = checks.find(({ sql }) => isAbout(sql, column));
      if (check && mysql) checkNullable(run, draft, key, named);
      if (check) refuse(run, 'checkOnForeignKeyColumn', [column, check.name, named]);
    }
  }
}

/** MySQL asks it of the checks that are there when it comes to the foreign key. */
export function checkNotChecked(run: Run, draft: Draft, key: ForeignKey, column: string): void {
  if (run.server.vendor === 'mariadb' || !changesColumns(key)) return;
  const check = draft.checks.find(({ sql }) => isAbout(sql, column));
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

/** MariaDB asks the columns' checks first, among them those of its json. */
function namedByMariaDb({ server }: Run, draft: Draft, added: Added): readonly NamedCheck[] {
  const names = new Set(draft.checks.map(({ name }) => name.toLowerCase()));
  let unnamed = 0;
  const free = () => {
    do unnamed++;
    while (names.has(`constraint_${unnamed}`));
    return `CONSTRAINT_${unnamed}`;
  };
  const json = supports.nativeJson(server) ? [] : draft.columns.filter(({ type }) => type.base === 'json');
  return [
    ...json.map(({ name }) => ({ name, sql: quoteName(name) })),
    ...draft.checks,
    ...added.map(({ spec, column }) => ({ name: spec.name ?? column ?? free(), sql: spec.sql })),
  ];
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

/** 1830 */
function checkNullable(run: Run, draft: Draft, key: CheckedForeignKey, name: string): void {
  if (key.onDelete !== 'set null' && key.onUpdate !== 'set null') return;
  const column = key.columns.map((one) => findNamed(draft.columns, one)).find((one) => one && !one.nullable);
  if (column) refuse(run, 'setNullOnNotNull', [column.name, name], draft.name);
}
