import type { TenantPolicy } from '../../policy/policy';
import type { Column, ForeignKey, Index, Table } from '../../schema/model';
import { findNamed, sameName } from '../../schema/names';
import { hasCharset } from '../../schema/types';
import type { SourceRange } from '../../source';
import type { Draft, FixDraft, Question } from '../draft';
import { cascadeTenant, requireTenant } from '../fixes/tenant';
import { indexPair, indexTenant, tenantFirst } from '../fixes/tenantKeys';
import { addTenant, addTenantKey } from '../fixes/tenantParent';
import { type Said, say } from '../said';
import type { Study } from '../study';
import { type LeftTable, leftTables, placeOf } from '../tablesOfStudy';
import type { RuleId } from './catalog';

/**
 * Does every table that this migration makes belong to a tenant, in the way in which the settings say that tables do? Of a
 * table that was there only what this migration changes is judged. Judgements: the server refuses none of it.
 */
export const tenant: Question = (study) => {
  const { tenant: policy } = study.around.policy;
  return policy
    ? leftTables(study)
        .filter(({ table }) => !table.temporary && isTenantTable(study, policy, table.name))
        .flatMap((left) => judge(study, policy, left))
    : [];
};

function isTenantTable(study: Study, { parent, exempt }: TenantPolicy, name: string): boolean {
  const { prefix, migrationsTable } = study.app;
  const bare = name.startsWith(prefix) ? name.slice(prefix.length) : name;
  return ![parent, migrationsTable, ...exempt].some((pattern) => fits(pattern, bare));
}

/** `*` stands for any letters. */
const fits = (pattern: string, name: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 'i').test(name);

function judge(study: Study, policy: TenantPolicy, left: LeftTable): readonly Draft[] {
  const { table, before } = left;
  const column = findNamed(table.columns, policy.column);
  const old = before && findNamed(before.columns, policy.column);
  const drafts = polymorphic(study, policy, left);
  if (!column) {
    if (before && !old) return drafts;
    return [
      draft('tenant-column', table, say("The team's policy: {0} has no {1}", table.name, policy.column), {
        range: placeOf(study, left, table),
        fixes: () => (before ? [] : addTenant(study, policy, left, placeOf(study, left, table))),
      }),
      ...drafts,
    ];
  }
  return [
    ...nullable(study, left, column, old ?? null),
    ...foreignKey(study, policy, left, column, old ?? null),
    ...index(study, left, column, old ?? null),
    ...uniques(study, left, column),
    ...drafts,
  ];
}

function draft(
  rule: RuleId,
  table: Table,
  message: Said,
  rest: {
    readonly range: SourceRange | null;
    readonly about?: string;
    readonly fixes?: () => readonly FixDraft[];
  },
): Draft {
  const { range, about = '', fixes } = rest;
  const subject = `${table.name} ${about}`;
  return {
    rule,
    method: 'up',
    range,
    subject,
    statement: '',
    serverError: null,
    message,
    ...(fixes && { fixes }),
  };
}

function nullable(study: Study, left: LeftTable, column: Column, old: Column | null): readonly Draft[] {
  if (!column.nullable || old?.nullable) return [];
  return [
    draft(
      'tenant-column',
      left.table,
      say("The team's policy: {0}.{1} may be NULL", left.table.name, column.name),
      {
        range: placeOf(study, left, column),
        fixes: () => requireTenant(study, left, column),
      },
    ),
  ];
}

const over = (table: Table | null, column: string): readonly ForeignKey[] =>
  table?.foreignKeys.filter(({ columns: [first, more] }) => !more && sameName(first ?? '', column)) ?? [];

function foreignKey(
  study: Study,
  policy: TenantPolicy,
  left: LeftTable,
  column: Column,
  old: Column | null,
): readonly Draft[] {
  const { table, before } = left;
  const [keys, oldKeys] = [over(table, column.name), over(before, column.name)];
  // Was anything of it touched?
  if (old && keys.length === oldKeys.length && keys.every((key) => oldKeys.includes(key))) return [];
  const parent = `${study.app.prefix}${policy.parent}`;
  const key = keys.find(({ referencedTable }) => sameName(referencedTable, parent));
  const place = { range: placeOf(study, left, key ?? column) };
  if (!key)
    return [
      draft(
        'tenant-foreign-key',
        table,
        say("The team's policy: {0}.{1} has no foreign key to {2}", table.name, column.name, policy.parent),
        { ...place, fixes: () => addTenantKey(study, policy, left, column) },
      ),
    ];
  if (key.taint || key.onDelete === 'unknown' || key.onUpdate === 'unknown') return [];
  const missing = [
    ...(key.onDelete === 'cascade' ? [] : ['ON DELETE CASCADE']),
    ...(key.onUpdate === 'cascade' ? [] : ['ON UPDATE CASCADE']),
  ];
  if (missing.length === 0) return [];
  return [
    draft(
      'tenant-foreign-key',
      table,
      say(
        "The team's policy: the foreign key of {0}.{1} has no {2}",
        table.name,
        column.name,
        missing.join(', '),
      ),
      { ...place, about: missing.join(), fixes: () => cascadeTenant(study, left, key) },
    ),
  ];
}

const first = ({ parts: [part] }: Index): string | null => (part && 'column' in part ? part.column : null);

const startsWith = (all: readonly Index[], column: string): boolean =>
  all.some(
    (index) => index.kind !== 'fulltext' && index.kind !== 'spatial' && sameName(first(index) ?? '', column),
  );

function index(study: Study, left: LeftTable, column: Column, old: Column | null): readonly Draft[] {
  const { table, before } = left;
  if (startsWith(table.indexes, column.name)) return [];
  if (before && old && !startsWith(before.indexes, column.name)) return [];
  const message = say("The team's policy: no index of {0} starts with {1}", table.name, column.name);
  const fixes = () => indexTenant(study, left, column);
  return [draft('tenant-index', table, message, { range: placeOf(study, left, column), fixes })];
}

function uniques(study: Study, left: LeftTable, column: Column): readonly Draft[] {
  const { table, before } = left;
  return table.indexes
    .filter(
      (one) =>
        one.kind === 'unique' &&
        one.origin?.migration === study.step.migration.name &&
        !before?.indexes.includes(one) &&
        !sameName(first(one) ?? '', column.name),
    )
    .map((one) =>
      draft(
        'tenant-unique',
        table,
        say(
          "The team's policy: the unique key {0} of {1} does not start with {2}",
          one.name,
          table.name,
          column.name,
        ),
        {
          range: one.origin?.range ?? null,
          about: one.name,
          fixes: () => tenantFirst(study, left, one, column),
        },
      ),
    );
}

/** `*_type` and `*_id` that were made together are looked up together. */
function polymorphic(study: Study, policy: TenantPolicy, left: LeftTable): readonly Draft[] {
  const { table, before } = left;
  return table.columns.flatMap((type) => {
    const stem = /^(.+)_type$/i.exec(type.name)?.[1];
    const id = stem === undefined ? undefined : findNamed(table.columns, `${stem}_id`);
    const isNew = type.origin?.migration === study.step.migration.name && !before?.columns.includes(type);
    if (!id || !hasCharset(type.type) || type.type.members || !isNew) return [];
    if (over(table, id.name).length > 0 || table.indexes.some((one) => findsPair(one, type, id, policy)))
      return [];
    return [
      draft(
        'tenant-polymorphic',
        table,
        say("The team's policy: no index of {0} finds a row by {1} and {2}", table.name, type.name, id.name),
        {
          range: type.origin?.range ?? null,
          about: type.name,
          fixes: () => indexPair(study, left, type, id),
        },
      ),
    ];
  });
}

/** The two stand together at its beginning, in either order, the tenant column before them or not. */
function findsPair({ parts, kind }: Index, type: Column, id: Column, policy: TenantPolicy): boolean {
  if (kind === 'fulltext' || kind === 'spatial') return false;
  const names = parts.map((part) => ('column' in part ? part.column.toLowerCase() : ''));
  const rest = names[0] === policy.column.toLowerCase() ? names.slice(1, 3) : names.slice(0, 2);
  return [type, id].every(({ name }) => rest.includes(name.toLowerCase()));
}
