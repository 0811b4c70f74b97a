/** A condition of a question to information_schema; column names in lower case. */
export interface InfoCondition {
  readonly column: string;
  readonly operator: '=' | '!=' | 'like' | 'not like' | 'null' | 'not null';
  readonly values: readonly (string | number | null)[];
}

/** A question about the schema, in whichever form it was written. */
export interface InfoQuery {
  /** `tables`, `columns`, `statistics`, `key_column_usage`, `table_constraints`, `referential_constraints`. */
  readonly table: string;
  readonly conditions: readonly InfoCondition[];
  /** The names that the rows get, each with what is in it: a column (lower case) or `count(*)`; null: all columns. */
  readonly select: readonly { readonly name: string; readonly column: string }[] | null;
  /** The names of columns that SHOW gives. */
  readonly show: 'tables' | 'columns' | 'indexes' | null;
}

const NAME = '[`"]?([\\w$-]+)[`"]?';

/** Reads `SHOW TABLES|COLUMNS|INDEX …` and `DESCRIBE t`; null where the text is something else. */
export function readShow(sql: string, database: string): InfoQuery | null {
  const text = sql.trim().replace(/;\s*$/, '');
  const tables = /^show\s+(?:full\s+)?tables(?:\s+(?:from|in)\s+\S+)?(?:\s+like\s+'([^']*)')?$/i.exec(text);
  if (tables) return show('tables', 'tables', tables[1] === undefined ? [] : [like('table_name', tables[1])]);
  const describe = new RegExp(`^(?:describe|desc)\\s+${NAME}$`, 'i').exec(text);
  if (describe?.[1] !== undefined) return show('columns', 'columns', [equal('table_name', describe[1])]);
  const listed = new RegExp(
    `^show\\s+(?:full\\s+)?(columns|fields|index|indexes|keys)\\s+(?:from|in)\\s+(?:${NAME}\\.)?${NAME}(?:\\s+(.*))?$`,
    'is',
  ).exec(text);
  if (!listed?.[3]) return null;
  const [, what = '', schema, table, rest] = listed;
  if (schema !== undefined && schema !== database) return null;
  const isColumns = /^(columns|fields)$/i.test(what);
  const more = rest === undefined ? [] : readShowRest(rest, isColumns);
  if (!more) return null;
  return show(isColumns ? 'columns' : 'statistics', isColumns ? 'columns' : 'indexes', [
    equal('table_name', table),
    ...more,
  ]);
}

/** SHOW's own column names by those of information_schema. */
const SHOW_NAMES: Readonly<Record<string, string>> = {
  field: 'column_name',
  key_name: 'index_name',
  column_name: 'column_name',
  type: 'column_type',
  null: 'is_nullable',
  key: 'column_key',
  non_unique: 'non_unique',
  seq_in_index: 'seq_in_index',
};

function readShowRest(rest: string, isColumns: boolean): InfoCondition[] | null {
  const pattern = /^like\s+'([^']*)'$/i.exec(rest.trim());
  if (pattern?.[1] !== undefined) return isColumns ? [like('column_name', pattern[1])] : null;
  const where = /^where\s+(.*)$/is.exec(rest.trim());
  const conditions = where?.[1] === undefined ? null : readConditions(where[1], '');
  return (
    conditions?.map((condition) => ({
      ...condition,
      column: SHOW_NAMES[condition.column] ?? condition.column,
    })) ?? null
  );
}

function show(table: string, as: InfoQuery['show'], conditions: readonly InfoCondition[]): InfoQuery {
  return { table, conditions, select: null, show: as };
}

function equal(column: string, value: string | number | null | undefined): InfoCondition {
  return { column, operator: '=', values: [value ?? null] };
}

function like(column: string, pattern: string): InfoCondition {
  return { column, operator: 'like', values: [pattern] };
}

/** Reads `SELECT … FROM information_schema.x WHERE a = 'b' AND …`; null where there is more to it. */
export function readInfoQuery(sql: string, database: string): InfoQuery | null {
  const text = sql.trim().replace(/;\s*$/, '').replace(/\s+/g, ' ');
  const match =
    /^select (?:distinct )?(.+?) from `?information_schema`?\.`?(\w+)`?(?: (?:as )?(?!where\b|limit\b|order\b)\w+)?(?: where (.+?))?(?: order by [^()]+?)?(?: limit \d+)?$/i.exec(
      text,
    );
  if (!match) return null;
  const [, columns = '', table = '', where] = match;
  const conditions = where === undefined ? [] : readConditions(where, database);
  const select = columns.trim() === '*' ? null : readSelect(columns);
  if (!conditions || select === undefined) return null;
  return { table: table.toLowerCase(), conditions, select, show: null };
}

function readSelect(columns: string): InfoQuery['select'] | undefined {
  const parts: { name: string; column: string }[] = [];
  for (const part of columns.split(/,(?![^(]*\))/)) {
    const match =
      /^(count\s*\(\s*(?:\*|1|\w+)\s*\)|1|(?:[`\w]+\.)?`?\w+`?)(?:\s+(?:as\s+)?[`'"]?(\w+)[`'"]?)?$/i.exec(
        part.trim(),
      );
    if (!match?.[1]) return undefined;
    const raw = match[1];
    const counts = /^count/i.test(raw);
    const column = counts ? 'count(*)' : (raw.split('.').pop() ?? raw).replaceAll('`', '');
    parts.push({ name: match[2] ?? (counts ? raw : column), column: column.toLowerCase() });
  }
  return parts;
}

function readConditions(where: string, database: string): InfoCondition[] | null {
  if (/\bor\b|\bselect\b|\bexists\b/i.test(where.replace(/'[^']*'/g, "''"))) return null;
  const conditions: InfoCondition[] = [];
  const masked = where.replace(
    /\bin\s*\(([^()]*)\)/gi,
    (_, list: string) => `in (${list.replaceAll(',', '\u0001')})`,
  );
  for (const part of masked.split(/\s+and\s+/i)) {
    const condition = readCondition(
      part
        .trim()
        .replace(/^\((.*)\)$/s, '$1')
        .trim(),
      database,
    );
    if (!condition) return null;
    conditions.push(condition);
  }
  return conditions;
}

const OPERATORS: Readonly<Record<string, InfoCondition['operator']>> = {
  like: 'like',
  'not like': 'not like',
  '=': '=',
};

function readCondition(text: string, database: string): InfoCondition | null {
  const match = /^(?:[`\w]+\.)?`?(\w+)`?\s*(=|!=|<>|like|not like|in|is not null|is null)\s*(.*)$/is.exec(
    text,
  );
  if (!match?.[1] || match[2] === undefined) return null;
  const column = match[1].toLowerCase();
  const operator = match[2].toLowerCase();
  const rest = (match[3] ?? '').trim();
  if (operator === 'is null' || operator === 'is not null') {
    return rest === ''
      ? { column, operator: operator === 'is null' ? 'null' : 'not null', values: [] }
      : null;
  }
  if (operator === 'in') {
    const list = /^\((.*)\)$/s
      .exec(rest)?.[1]
      ?.split('\u0001')
      .map((each) => literal(each.trim(), database));
    return list && !list.includes(undefined)
      ? { column, operator: '=', values: list.map((each) => each ?? null) }
      : null;
  }
  const value = literal(rest, database);
  if (value === undefined) return null;
  return { column, operator: OPERATORS[operator] ?? '!=', values: [value] };
}

function literal(text: string, database: string): string | number | undefined {
  if (/^(database|schema)\s*\(\s*\)$/i.test(text)) return database;
  const quoted = /^'((?:[^']|'')*)'$/.exec(text) ?? /^"((?:[^"]|"")*)"$/.exec(text);
  if (quoted?.[1] !== undefined) return quoted[1].replaceAll("''", "'");
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
