// One spelling for what the servers' catalogs, and the engine, print in several ways; so that both can be compared.

const lower = (text) => String(text).toLowerCase();

/** Display widths say nothing (but for tinyint(1)), nor does MariaDB's long text under a json. */
function typeForm(type, isJson) {
  const text = lower(type).replace(/\s+/g, ' ').trim();
  if (isJson) return 'json';
  return text
    .replace(/^(tinyint|smallint|mediumint|int|bigint)\((\d+)\)/, (whole, name, width) =>
      name === 'tinyint' && width === '1' ? whole : name,
    )
    .replace(/^year\(4\)$/, 'year')
    .replace(/, /g, ',');
}

const momentForm = (text) => lower(text).replace(/\b(current_timestamp|now)\b(\(\))?/g, 'current_timestamp');

/** An expression without what servers add or leave out: quotes of names, parentheses, spaces, introducers. */
const expressionForm = (text) =>
  momentForm(text)
    .replace(/\\'/g, "'")
    .replace(/_utf8mb[34](?=')/g, '')
    .replace(/[()\s`]/g, '');

function defaultForm(value) {
  if (value === null || value.kind === 'none' || value.kind === 'null') return 'null';
  const text = String(value.value ?? value.sql);
  if (value.kind === 'expression') return `(${expressionForm(text)})`;
  return `'${/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text}'`;
}

const collationForm = (name) => name?.replace(/^utf8_/, 'utf8mb3_') ?? 'none';

function ruleForm(rule) {
  const text = lower(rule ?? 'no action').replace('_', ' ');
  return text === 'restrict' ? 'no action' : text;
}

const indexKind = (index) => {
  if (index.primary) return 'primary';
  if (index.type === 'FULLTEXT' || index.type === 'SPATIAL') return lower(index.type);
  return index.unique ? 'unique' : 'index';
};

const partForm = (name, length, descending) =>
  `${expressionForm(name)}${length ? `(${length})` : ''}${descending ? ' desc' : ''}`;

const keyForm = (columns, table, referenced, onDelete, onUpdate) =>
  lower(`${columns} -> ${table}.${referenced}, delete ${ruleForm(onDelete)}, update ${ruleForm(onUpdate)}`);

const isJsonCheck = (clause) => /^json_valid\(`[^`]+`\)$/i.test(clause);

/** The truth's schema (schema.php) as tables by lower-case name; those that were put there for the application left out. */
export function realTables(schema) {
  // Only MariaDB's json is a long text with a check.
  const isMariadb = /maria/i.test(schema.server);
  const tables = Object.entries(schema.tables).filter(
    ([name, { type }]) => type === 'table' && !(schema.package_tables ?? []).includes(name),
  );
  return new Map(
    tables.map(([name, table]) => [
      lower(name),
      {
        about: tableAbout(table.engine, table.collation, table.comment),
        columns: table.columns.map((column) => ({
          name: lower(column.name),
          about: {
            type: typeForm(column.type, isMariadb && column.json),
            nullable: column.nullable,
            default: defaultForm(column.default),
            autoIncrement: /auto_increment/i.test(column.extra),
            onUpdate: momentForm(/on update (\S+)/i.exec(column.extra)?.[1] ?? 'none'),
            generated: column.generated ? expressionForm(column.generated) : 'none',
            stored: /stored|persistent/i.test(column.extra),
            collation: isMariadb && column.json ? 'none' : collationForm(column.collation),
            comment: column.comment,
          },
        })),
        indexes: table.indexes.map((index) => ({
          name: lower(index.name),
          about: {
            kind: indexKind(index),
            columns: index.columns.map((part) => partForm(part.name, part.prefix, part.order === 'D')).join(),
          },
        })),
        foreignKeys: table.foreign_keys.map((key) => ({
          name: lower(key.name),
          about: {
            key: keyForm(key.columns, key.ref_table, key.ref_columns, key.on_delete, key.on_update),
          },
        })),
        checks: table.checks
          .filter(({ clause }) => !isMariadb || !isJsonCheck(clause))
          .map(({ name, clause }) => ({ name: lower(name), about: { clause: expressionForm(clause) } })),
      },
    ]),
  );
}

const tableAbout = (engine, collation, comment) => ({ engine, collation: collationForm(collation), comment });

/** What `schema-gap schema --json` says, in the same form; `uncertain` marks what is said not to be known. */
export function ourTables(document) {
  const tables = document.tables.filter(({ name }) => name !== 'migrations');
  return new Map(
    tables.map((table) => [
      lower(table.name),
      {
        about: tableAbout(table.engine, table.collation, table.comment),
        uncertain: table.tainted !== null,
        columns: table.columns.map((column) => ({
          name: lower(column.name),
          uncertain: Boolean(column.tainted),
          about: {
            type: typeForm(column.type, false),
            nullable: column.nullable,
            default: defaultForm(column.default),
            autoIncrement: column.autoIncrement,
            onUpdate: momentForm(column.onUpdate ?? 'none'),
            generated: column.generated ? expressionForm(column.generated.sql) : 'none',
            stored: column.generated?.kind === 'stored',
            collation: collationForm(column.collation),
            comment: column.comment,
          },
        })),
        indexes: table.indexes.map((index) => ({
          name: lower(index.name),
          uncertain: Boolean(index.tainted),
          about: {
            kind: index.kind,
            columns: index.columns
              .map((part) => partForm(part.name ?? part.sql, part.length, part.order === 'desc'))
              .join(),
          },
        })),
        foreignKeys: table.foreignKeys.map((key) => ({
          name: lower(key.name),
          uncertain: Boolean(key.tainted),
          about: {
            key: keyForm(
              key.columns,
              key.references.table,
              key.references.columns,
              key.onDelete,
              key.onUpdate,
            ),
          },
        })),
        checks: table.checks.map(({ name, sql }) => ({
          name: lower(name),
          about: { clause: expressionForm(sql) },
        })),
      },
    ]),
  );
}
