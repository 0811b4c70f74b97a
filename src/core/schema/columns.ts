import {
  bytesPerCharacter,
  canonicalCharset,
  canonicalCollation,
  charsetOfCollation,
  defaultCollation,
  knowsCharset,
} from './charsets';
import { noteFault } from './columnFaults';
import { checkDefaultFunctions, checkEarlyFunctions, checkGeneratedFunctions } from './disallowedFunctions';
import { supports } from './flavour';
import { foldJson } from './json';
import { canonicalLiteral, literalOfBytes } from './literals';
import type { Column, ColumnDefault, ColumnType } from './model';
import { nameLength } from './names';
import { type Run, refuse, warn } from './run';
import type { ColumnSpec, WrittenDefault } from './statement';
import { canonicalType, familyOf, hasCharset } from './types';

/** Character set and collation of what a column is put into. */
export interface Charset {
  readonly charset: string;
  readonly collation: string;
}

/** CHARACTER SET and COLLATE as written, resolved: 1115, 1273, 1253. Without either, what is around. */
export function resolveCharset(
  run: Run,
  charset: string | null,
  collation: string | null,
  around: Charset,
): Charset {
  const { server } = run;
  if (charset !== null && !knowsCharset(server, charset)) refuse(run, 'unknownCharset', [charset]);
  const wanted = charset === null ? null : canonicalCharset(charset);
  if (collation === null)
    return wanted === null ? around : { charset: wanted, collation: defaultCollation(server, wanted) };
  const name = canonicalCollation(collation);
  // The attribute BINARY: of whatever character set there is.
  if (name === '_bin') {
    const base = wanted ?? around.charset;
    return { charset: base, collation: base === 'binary' ? base : `${base}_bin` };
  }
  if (/^uca1400_/.test(name) && server.vendor === 'mariadb') {
    const base = wanted ?? around.charset;
    return { charset: base, collation: `${base}_${name}` };
  }
  const own = charsetOfCollation(server, name);
  if (own === null) return refuse(run, 'unknownCollation', [collation]);
  if (wanted !== null && wanted !== own) refuse(run, 'collationMismatch', [name, wanted]);
  return { charset: own, collation: name };
}

const NO_CHARSET: Charset = { charset: 'binary', collation: 'binary' };
/** Families that take no literal default on MySQL. */
export const NO_LITERAL = /^(?:text|blob|json|spatial)$/;
const MAX_VARCHAR_BYTES = { mysql: 65_535, mariadb: 65_532 } as const;

/** What the server says of a column before it looks at any table. MySQL: Create_field::init. */
export function checkSpec(run: Run, spec: ColumnSpec): void {
  const { name, type } = spec;
  const mysql = run.server.vendor === 'mysql';
  if (mysql) resolveCharset(run, ownCharset(run, spec), spec.collation, NO_CHARSET);
  if (nameLength(name) > 64) refuse(run, 'nameTooLong', [name]);
  if (nameLength(spec.comment) > 1024) refuse(run, 'commentTooLong', [name]);
  if (!mysql) resolveCharset(run, ownCharset(run, spec), spec.collation, NO_CHARSET);
  checkSupported(run, type);
  const family = familyOf(type);
  const given = spec.default;
  if (mysql && spec.generated && spec.besideGenerated)
    refuse(run, 'wrongUsage', [spec.besideGenerated, 'generated column']);
  if (given?.kind === 'expression') checkMomentDefault(run, name, type, given);
  // MySQL gives TRUE, FALSE and the current time no look here, and an AUTO_INCREMENT column no default of them.
  const isMoment =
    given?.kind === 'expression' && NOW.test(given.sql) && /^(?:datetime|timestamp)$/.test(family);
  const isTruth = mysql && (isMoment || (given?.kind === 'literal' && given.isTruth));
  if (spec.autoIncrement && given !== undefined && given !== null && !isTruth)
    refuse(run, 'invalidDefault', [name]);
  const notNull = spec.nullable === false || spec.key === 'primary';
  if (notNull && given === null && !spec.autoIncrement) refuse(run, 'invalidDefault', [name]);
  checkEarlyFunctions(run, spec);
  if (spec.onUpdate !== null) {
    if (family !== 'datetime' && family !== 'timestamp') refuse(run, 'invalidOnUpdate', [name]);
    if (run.server.vendor === 'mysql' && currentTimestamp(type) !== spec.onUpdate)
      refuse(run, 'invalidOnUpdate', [name]);
  }
  checkType(run, name, type);
  if (
    spec.autoIncrement &&
    family !== 'integer' &&
    !(family === 'float' && supports.floatAutoIncrement(run.server))
  )
    refuse(run, 'wrongColumnSpecifier', [name]);
  if (losesDefault(run, spec)) warn(run, 'blobDefault', [name]);
  else if (
    given &&
    !supports.blobDefault(run.server) &&
    NO_LITERAL.test(family) &&
    !(given.kind === 'expression' && supports.expressionDefault(run.server))
  )
    refuse(run, 'blobDefault', [name]);
}

/** MySQL takes no COLLATE but `binary` for what is bytes. */
function ownCharset(run: Run, { type, charset }: ColumnSpec): string | null {
  return run.server.vendor === 'mysql' && BYTES.test(familyOf(type)) ? 'binary' : charset;
}
const BYTES = /^(?:binary|blob|json|spatial)$/;

/** Where it is not strict, MySQL takes an empty default of a text or blob for none. */
const losesDefault = ({ server }: Run, { type, default: given }: ColumnSpec): boolean =>
  !server.strict &&
  !supports.blobDefault(server) &&
  given?.kind === 'literal' &&
  given.value === '' &&
  /^(?:text|blob)$/.test(familyOf(type));

/** Types that only some servers have. */
function checkSupported(run: Run, type: ColumnType): void {
  const { server } = run;
  const missing =
    (type.base === 'uuid' && !supports.uuidType(server)) ||
    (type.base === 'vector' && !supports.vectorType(server)) ||
    ((type.base === 'inet4' || type.base === 'inet6') && server.vendor === 'mysql');
  if (!missing) return;
  if (server.vendor === 'mariadb') refuse(run, 'unknownDataType', [type.base]);
  refuse(run, 'syntax', [type.base, 1]);
}

function checkType(run: Run, name: string, type: ColumnType): void {
  const { length, scale } = type;
  switch (familyOf(type)) {
    case 'integer':
      if (length !== null && length > 255) refuse(run, 'widthOutOfRange', [name, 255]);
      return;
    case 'decimal':
      if (length !== null && length > 65) refuse(run, 'precisionTooBig', [name, length, 65]);
      if (scale !== null && scale > (run.server.vendor === 'mysql' ? 30 : 38))
        refuse(run, 'scaleTooBig', [name, scale, run.server.vendor === 'mysql' ? 30 : 38]);
      if (scale !== null && scale > (length ?? 10)) refuse(run, 'scaleBeyondPrecision', [name]);
      return;
    case 'float':
      if (length !== null && scale === null && length > 53) refuse(run, 'wrongColumnSpecifier', [name]);
      if (length !== null && scale !== null && scale > length) refuse(run, 'scaleBeyondPrecision', [name]);
      return;
    case 'char':
    case 'binary':
      if (length !== null && length > 255 && !type.base.startsWith('var'))
        refuse(run, 'columnTooLong', [name, 255]);
      return;
    case 'bit':
      if (length === 0 && run.server.vendor === 'mysql') refuse(run, 'invalidSize', [name]);
      if (length !== null && length > 64) refuse(run, 'widthOutOfRange', [name, 64]);
      return;
    case 'time':
    case 'datetime':
    case 'timestamp':
      if (length !== null && length > 6) refuse(run, 'precisionTooBig', [name, length, 6]);
      return;
    default:
  }
}

/** 1291 for a member that its collation takes for another; only a strict server refuses it. */
function checkMembers(run: Run, name: string, type: ColumnType, collation: string): void {
  const seen = new Map<string, string>();
  for (const member of type.members ?? []) {
    const key = memberKey(member.replace(/ +$/, ''), collation);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, member);
    else if (run.server.strict)
      noteFault(run, name, 'duplicateMember', [name, first, type.base.toUpperCase()]);
    else warn(run, 'duplicateMember', [name, first, type.base.toUpperCase()]);
  }
}

/** What a collation compares: `_bin` all, `_cs` case and accents, others neither. */
function memberKey(member: string, collation: string): string {
  if (/(?:^binary|_bin|_cs(?:_ks)?)$/.test(collation)) return member;
  const lower = member.toLowerCase();
  return /_as_ci$/.test(collation) ? lower : lower.normalize('NFD').replace(/\p{Mn}/gu, '');
}

function checkLength(run: Run, name: string, type: ColumnType, charset: string | null): void {
  if (type.length === null) return;
  const bytes = MAX_VARCHAR_BYTES[run.server.vendor];
  const most = Math.floor(bytes / bytesPerCharacter(charset));
  if (type.base === 'varchar' && type.length > most) noteFault(run, name, 'columnTooLong', [name, most]);
  if (type.base === 'varbinary' && type.length > bytes) noteFault(run, name, 'columnTooLong', [name, bytes]);
}

/** The default as the server keeps it; refuses with 1067 what the type can't hold. */
export function resolveDefault(
  run: Run,
  name: string,
  type: ColumnType,
  charset: string | null,
  written: WrittenDefault | null | undefined,
): ColumnDefault | null {
  if (!written) return null;
  const given: Exclude<WrittenDefault, { readonly kind: 'bytes' }> =
    written.kind === 'bytes' ? { kind: 'literal', value: literalOfBytes(type, charset, written) } : written;
  const family = familyOf(type);
  if (given.kind === 'literal' && !supports.blobDefault(run.server) && NO_LITERAL.test(family))
    refuse(run, 'blobDefault', [name]);
  if (given.kind === 'literal' && family === 'spatial' && written.kind === 'literal') {
    if (given.value !== '' || !supports.emptyGeometry(run.server)) run.badDefaults.push(name);
    return { kind: 'literal', value: given.value };
  }
  if (given.kind === 'literal') {
    const value = canonicalLiteral(run.server, type, given.value, given.isNumber);
    if (value === null && type.members) noteFault(run, name, 'invalidDefault', [name]);
    else if (value === null) run.badDefaults.push(name);
    return { kind: 'literal', value: value ?? given.value };
  }
  checkDefaultFunctions(run, name, given.sql);
  const constant = run.server.vendor === 'mariadb' ? sumOf(given.sql) : null;
  if (constant !== null && canonicalLiteral(run.server, type, constant, true) === null)
    run.badDefaults.push(name);
  const now = NOW.test(given.sql);
  if (now && (family === 'datetime' || family === 'timestamp'))
    return { kind: 'expression', sql: currentTimestamp(type) };
  return { kind: 'expression', sql: given.sql };
}

/** The number that a sum of literals makes, which MariaDB computes at once; null of all else. */
function sumOf(sql: string): string | null {
  if (!/^-?\d+(?:\.\d+)?(?: [-+] \d+(?:\.\d+)?)+$/.test(sql)) return null;
  const [first = '0', ...rest] = sql.split(' ');
  let sum = Number(first);
  for (let i = 0; i < rest.length; i += 2) sum += Number(rest[i + 1]) * (rest[i] === '-' ? -1 : 1);
  return String(sum);
}

const NOW = /^CURRENT_TIMESTAMP(?:\((\d)\))?$/;

/** MySQL takes CURRENT_TIMESTAMP as it stands only of moments that are as precise. */
function checkMomentDefault(
  run: Run,
  name: string,
  type: ColumnType,
  given: Extract<WrittenDefault, { readonly kind: 'expression' }>,
): void {
  const now = NOW.exec(given.sql);
  if (!now || run.server.vendor !== 'mysql' || given.inParentheses) return;
  const isMoment = type.base === 'datetime' || type.base === 'timestamp';
  if (!isMoment || Number(now[1] ?? 0) !== (type.length ?? 0)) refuse(run, 'invalidDefault', [name]);
}

const currentTimestamp = (type: ColumnType) =>
  type.length ? `CURRENT_TIMESTAMP(${type.length})` : 'CURRENT_TIMESTAMP';

/** MariaDB: who does not see a column can't give it a value. */
export function checkInvisible(run: Run, columns: readonly Column[]): void {
  if (run.server.vendor !== 'mariadb') return;
  const bare = columns.find(
    (column) =>
      column.invisible &&
      !column.nullable &&
      column.default === null &&
      !column.autoIncrement &&
      !column.generated,
  );
  if (bare) refuse(run, 'invisibleWithoutDefault', [bare.name]);
}

/** Refuses the defaults that were found not to fit. */
export function checkDefaults(run: Run, columns: readonly Column[]): void {
  const bad = columns.find(({ name }) => run.badDefaults.includes(name));
  if (!bad) return;
  if (familyOf(bad.type) === 'spatial' && bad.default) refuse(run, 'noGeometry');
  // MySQL says of a decimal what else is in the text.
  const said = bad.type.base === 'decimal' && bad.default?.kind === 'literal' ? bad.default.value : null;
  if (run.server.vendor === 'mysql' && said !== null && startsWithNumber(said))
    refuse(run, 'decimalValue', [said, bad.name]);
  refuse(run, 'invalidDefault', [bad.name]);
}

const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/i;

const startsWithNumber = (text: string): boolean =>
  text.replace(NUMBER, '').trim() !== '' && NUMBER.test(text);

/**
 * Columns that are there are asked again by every ALTER and LIKE: a zero date that was let in before, or that MariaDB
 * gave by itself, is refused where the sql_mode takes none.
 */
export function noteZeroDates(run: Run, columns: readonly Column[]): void {
  for (const { name, type, default: given } of columns) {
    const isDay = /^(?:date|datetime|timestamp)$/.test(type.base);
    if (isDay && given?.kind === 'literal' && canonicalLiteral(run.server, type, given.value) === null)
      run.badDefaults.push(name);
  }
}

/** The column that the server makes of what is written; a primary key makes it NOT NULL later (keys.ts). */
export function resolveColumn(run: Run, spec: ColumnSpec, around: Charset): Column {
  const { name } = spec;
  if (name === '' || name.endsWith(' ')) noteFault(run, name, 'wrongColumnName', [name]);
  const textual = hasCharset(spec.type);
  const charset = textual ? resolveCharset(run, spec.charset, spec.collation, around) : null;
  if (spec.type.members) checkMembers(run, name, spec.type, charset?.collation ?? '');
  // The expression is read before other columns of the name are looked for.
  checkGeneratedFunctions(run, spec);
  const type = canonicalType(trimMembers(spec.type), charset?.charset ?? null);
  checkLength(run, name, type, charset?.charset ?? null);
  const kept = hasCharset(type) ? charset : null;
  const given = spec.onUpdate === null ? null : currentTimestamp(type);
  if (spec.saysNull || spec.default === null) run.explicitNulls.add(name.toLowerCase());
  const nullable = isNullable(run, spec);
  const column: Column = {
    name,
    type,
    nullable,
    default:
      losesDefault(run, spec) || spec.autoIncrement
        ? null
        : resolveDefault(run, name, type, kept?.charset ?? null, spec.default),
    autoIncrement: spec.autoIncrement,
    onUpdate: given,
    generated: spec.generated,
    charset: kept?.charset ?? null,
    collation: kept?.collation ?? null,
    comment: spec.comment,
    invisible: spec.invisible && supports.invisibleColumn(run.server),
    srid: spec.srid,
    taint: null,
    origin: run.origin,
  };
  return foldJson(run.server, spec, withZeroDate(run, column));
}

/** MariaDB gives a moment that it updates and that is never NULL the zero date for a default. */
export function withZeroDate(run: Run, column: Column): Column {
  const bare = column.default === null && column.onUpdate !== null && !column.nullable;
  if (!bare || run.server.vendor === 'mysql' || !run.server.explicitDefaultsForTimestamp) return column;
  const fraction = column.type.length ? `.${'0'.repeat(column.type.length)}` : '';
  return { ...column, default: { kind: 'literal', value: `0000-00-00 00:00:00${fraction}` } };
}

function isNullable(run: Run, spec: ColumnSpec): boolean {
  if (spec.autoIncrement || (spec.key === 'primary' && spec.nullable === null)) return false;
  if (spec.nullable !== null) return spec.nullable;
  return !(spec.type.base === 'timestamp' && !run.server.explicitDefaultsForTimestamp);
}

/** Trailing spaces of enum and set members are not kept. */
function trimMembers(type: ColumnType): ColumnType {
  if (!type.members?.some((member) => member.endsWith(' '))) return type;
  return { ...type, members: type.members.map((member) => member.replace(/ +$/, '')) };
}

/**
 * Without explicit_defaults_for_timestamp the first new NOT NULL timestamp without a default gets the current time,
 * the others the zero date (MySQL 5.7 manual 5.1.7).
 */
export function promoteTimestamps(run: Run, specs: readonly ColumnSpec[], columns: Column[]): void {
  if (run.server.explicitDefaultsForTimestamp) return;
  let first = true;
  specs.forEach((spec, i) => {
    const column = columns[i]!;
    if (column.type.base !== 'timestamp') return;
    const bare =
      !column.nullable && spec.default === undefined && column.onUpdate === null && column.generated === null;
    if (bare) {
      const now = currentTimestamp(column.type);
      columns[i] = first
        ? { ...column, default: { kind: 'expression', sql: now }, onUpdate: now }
        : { ...column, default: resolveDefault(run, column.name, column.type, null, ZERO_TIMESTAMP) };
    }
    first = false;
  });
}

const ZERO_TIMESTAMP: ColumnDefault = { kind: 'literal', value: '0000-00-00 00:00:00' };
