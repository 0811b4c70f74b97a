import { isAtLeast } from './flavour';
import type { Column, Expression } from './model';
import { type Run, refuse } from './run';
import type { AlterAction, ColumnSpec } from './statement';

/** Spellings of one function. */
const ALIASES: Readonly<Record<string, string>> = {
  current_timestamp: 'now',
  localtime: 'now',
  localtimestamp: 'now',
  current_date: 'curdate',
  current_time: 'curtime',
  session_user: 'user',
  system_user: 'user',
  schema: 'database',
};

/** What MySQL allows in no generated column and no check: it is another value each time, or reaches out. */
const CHANGING = new Set(
  (
    'uuid uuid_short rand now sysdate curdate curtime utc_date utc_time utc_timestamp unix_timestamp user ' +
    'current_user version database connection_id last_insert_id found_rows row_count random_bytes sleep benchmark ' +
    'get_lock release_lock is_free_lock is_used_lock load_file current_role master_pos_wait'
  ).split(' '),
);
/** MySQL's checks take these all the same. */
const CHECK_TAKES = new Set(['sysdate', 'random_bytes']);
/** MariaDB's virtual columns take none of these; the others are forbidden where the value is stored. */
const NEVER = new Set(
  'last_insert_id found_rows row_count random_bytes sleep benchmark get_lock release_lock is_free_lock is_used_lock load_file'.split(
    ' ',
  ),
);
/** A default with one of these can't be added to rows that are there (MySQL manual 13.6). */
const UNSAFE_DEFAULT = new Set('uuid uuid_short rand sysdate user current_user random_bytes'.split(' '));

/** What MariaDB takes in no check and nothing stored: it depends on the session's time zone or language. */
const OF_SESSION = new Set(['date_format', 'dayname', 'monthname', 'from_unixtime']);
/** With a language of its own it does not. */
const DATE_FORMAT_IN = /\bdate_format\s*\((?:[^(),]|\([^()]*\))*,[^,()]*,/g;

/** Functions that only MySQL has and that migrations use in defaults. */
const MYSQL_ONLY = new Set(['uuid_to_bin', 'bin_to_uuid', 'is_uuid']);

const STRING_OR_NAME = /'(?:[^'\\]|''|\\.)*'|"(?:[^"\\]|""|\\.)*"|`(?:[^`]|``)*`/gs;
const CALL =
  /\b([a-z_]\w*)\s*\(\s*(\))?|\b(current_timestamp|current_date|current_time|localtime|localtimestamp)\b/gi;

interface Call {
  readonly name: string;
  readonly bare: boolean;
}

/** The functions that an expression calls, by their usual names, in order. */
function callsIn(sql: Expression): Call[] {
  const plain = sql.replace(STRING_OR_NAME, "''").replace(DATE_FORMAT_IN, '(');
  return [...plain.matchAll(CALL)].map((match) => {
    const name = (match[1] ?? match[3])!.toLowerCase();
    return { name: ALIASES[name] ?? name, bare: match[1] === undefined || match[2] !== undefined };
  });
}

/** The function as the server's message names it. */
function spoken(run: Run, name: string): string {
  if (isComponent(run, { name, bare: true })) return `\`${name}\``;
  if (run.server.vendor === 'mysql') return name === 'version' ? 'version()' : name;
  return `${name === 'now' ? 'current_timestamp' : name}()`;
}

/** MariaDB takes unix_timestamp of a value; MySQL does not. */
const isChanging = (run: Run, call: Call) =>
  changes(run, call) ||
  isComponent(run, call) ||
  (run.server.vendor === 'mariadb' && OF_SESSION.has(call.name));

/** MySQL 9.6 moved these into a component; what a component brings is allowed nowhere. */
const isComponent = (run: Run, { name }: Call) =>
  /^(?:md5|sha1?)$/.test(name) && run.server.vendor === 'mysql' && isAtLeast(run.server, [9, 6, 0]);

const changes = (run: Run, { name, bare }: Call) =>
  CHANGING.has(name) && !(run.server.vendor === 'mariadb' && name === 'unix_timestamp' && !bare);

/** It is the same for every row and at every time. */
export const isConstant = (run: Run, sql: Expression): boolean =>
  !sql.includes('`') && !callsIn(sql).some((call) => isChanging(run, call));

/** 3763 for a generated column; MariaDB 1901. */
export function checkGeneratedFunctions(run: Run, column: Pick<Column, 'name' | 'generated'>): void {
  if (!column.generated) return;
  const virtual = run.server.vendor === 'mariadb' && !column.generated.stored;
  const found = callsIn(column.generated.sql).find(
    (call) => isChanging(run, call) && (!virtual || NEVER.has(call.name)),
  );
  if (found) refuse(run, 'generatedFunction', [column.name, spoken(run, found.name)]);
}

/** MySQL's defaults take what changes, but not what reaches out: 3770. */
const NO_DEFAULT = new Set(
  (
    'version last_insert_id found_rows row_count sleep benchmark get_lock release_lock is_free_lock is_used_lock ' +
    'load_file master_pos_wait'
  ).split(' '),
);

/** 3763, 3770 (MariaDB 1901): what the server says of a column's functions as soon as it has read the column. */
export function checkEarlyFunctions(
  run: Run,
  { name, generated, default: given }: Pick<ColumnSpec, 'name' | 'generated' | 'default'>,
): void {
  const mysql = run.server.vendor === 'mysql';
  const inValue = (call: Call) =>
    mysql ? changes(run, call) && !CHECK_TAKES.has(call.name) : NEVER.has(call.name);
  const value = callsIn(generated?.sql ?? '').find(inValue);
  if (value) refuse(run, 'generatedFunction', [name, spoken(run, value.name)]);
  const sql = given?.kind === 'expression' ? given.sql : '';
  const inDefault = ({ name: called }: Call) =>
    mysql ? NO_DEFAULT.has(called) : NEVER.has(called) && called !== 'random_bytes';
  const found = callsIn(sql).find(inDefault);
  if (found) refuse(run, mysql ? 'mysqlDefaultFunction' : 'defaultFunction', [name, spoken(run, found.name)]);
}

/** 1901: MariaDB indexes nothing that changes by itself. */
export function checkIndexedFunctions(
  run: Run,
  { name, generated }: Pick<Column, 'name' | 'generated'>,
): void {
  const found = callsIn(generated?.sql ?? '').find((call) => isChanging(run, call));
  if (found) refuse(run, 'generatedFunction', [name, spoken(run, found.name)]);
}

/** 3758 for an index over an expression. */
export function checkFunctionalFunctions(run: Run, index: string, sql: Expression): void {
  if (callsIn(sql).some((call) => isChanging(run, call))) refuse(run, 'functionalFunction', [index]);
}

/** 3814 for a check; MariaDB 1901. */
export function checkCheckFunctions(run: Run, name: string, sql: Expression): void {
  const allowed = run.server.vendor === 'mysql' ? CHECK_TAKES : new Set<string>();
  const found = callsIn(sql).find((call) => isChanging(run, call) && !allowed.has(call.name));
  if (found) refuse(run, 'checkFunction', [name, spoken(run, found.name)]);
}

/** MariaDB takes what it does not know for a stored function, which no default may call: 1901. */
export function checkDefaultFunctions(run: Run, column: string, sql: Expression): void {
  if (run.server.vendor !== 'mariadb') {
    const hash = callsIn(sql).find((call) => isComponent(run, call));
    if (hash) refuse(run, 'mysqlDefaultFunction', [column, spoken(run, hash.name)]);
    return;
  }
  const found = callsIn(sql).find(({ name }) => MYSQL_ONLY.has(name));
  if (found) refuse(run, 'defaultFunction', [column, `\`${found.name}\`()`]);
}

/** 1674: where MySQL adds a column, no default that is written differs from row to row. */
export function checkAddedDefaults(run: Run, actions: readonly AlterAction[]): void {
  const { server } = run;
  if (server.vendor !== 'mysql' || !isAtLeast(server, [8, 0, 13])) return;
  if (!actions.some(({ kind }) => kind === 'addColumn')) return;
  const differs = (sql: Expression) => callsIn(sql).some(({ name }) => UNSAFE_DEFAULT.has(name));
  for (const action of actions) {
    if (action.kind !== 'addColumn' && action.kind !== 'changeColumn') continue;
    const given = action.column.default;
    if (given?.kind === 'expression' && differs(given.sql)) refuse(run, 'unsafeDefault');
  }
}
