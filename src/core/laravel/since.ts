import type { NativeCall, NativeClass, NativeMethod } from '../php/classes';
import type { Value } from '../php/values';
import { callMacro } from './macros';
import { maybeRuntime } from './runtime';
import { inRange, type LaravelVersion, type VersionRange } from './version';

/**
 * What not all versions from 8.0 on have, from the releases of laravel/framework: the first version with it and,
 * after a dash, the first without. `where` has all methods of query builders with such names, as Laravel takes what
 * follows `where` for a column where it has no method; `or` has those that some versions lack.
 */
const SINCE = {
  functions: `
    broadcast_if 12.18, broadcast_unless 12.18, context 11.2, data_forget 10.15, data_has 12.37, defer
    11.23, dispatch_now 8.0-10.0, dispatch_sync 8.36, fake 9.18, fluent 11.2, lang_path 8.64, literal 11.0,
    once 11.0, precognitive 9.33, report_if 9.42, report_unless 9.42, str 9.0, to_action 12.22, to_route
    9.0, uri 12.9, when 11.23`,
  'Illuminate\\Support\\Str': `
    apa 10.40, betweenFirst 9.2, charAt 10.3, chopEnd 11.13, chopStart 11.13, convertCase 10.21, counted
    13.19, deduplicate 11.20, doesntContain 11.27, doesntEndWith 12.20, doesntStartWith 12.20, excerpt 9.1,
    fromBase64 10.44, headline 8.65, initials 12.55, inlineMarkdown 9.20, isJson 9.15, isMatch 10.2, isUlid
    9.30.1, isUrl 10.15, lcfirst 9.4, ltrim 11.2, markdown 8.26, mask 8.69, match 8.47, matchAll 8.47,
    numbers 11.0, pascal 11.43, password 10.0, pluralPascal 11.43, position 10.24, remove 8.34, repeat 8.36,
    replace 8.41, replaceEnd 10.21, replaceMatches 10.29, replaceStart 10.21, reverse 8.74, rtrim 11.2,
    squish 9.7, substrReplace 8.76, swap 8.83, take 10.25, toBase64 10.44, trans 13.18.1, transliterate
    8.82, trim 11.2, ucsplit 8.81, ucwords 12.37, ulid 9.30.1, unwrap 10.42, uuid7 11.17, wordCount 8.38,
    wordWrap 10.19, wrap 9.31`,
  'Illuminate\\Support\\Stringable': `
    apa 10.40, betweenFirst 9.2, charAt 10.3, chopEnd 11.13, chopStart 11.13, classBasename 8.15,
    convertCase 10.25, counted 13.19, decrypt 12.18, deduplicate 11.20, doesntContain 12.33, doesntEndWith
    12.20, doesntStartWith 12.20, encrypt 12.18, excerpt 9.1, fromBase64 10.44, hash 12.15, headline 8.65,
    initials 12.55, inlineMarkdown 9.20, isJson 9.15, isMatch 10.2, isUlid 9.42, isUrl 10.15, isUuid 8.55,
    jsonSerialize 8.25, lcfirst 9.4, markdown 8.26, mask 8.69, newLine 9.6, numbers 11.0, pascal 11.43, pipe
    8.25, pluralPascal 11.43, position 10.24, remove 8.34, repeat 8.36, replaceEnd 10.21, replaceStart
    10.21, reverse 8.74, scan 8.81, squish 9.7, stripTags 8.64, substrReplace 8.76, swap 8.83, take 10.25,
    test 8.31, toBase64 10.44, toBoolean 9.32, toDate 9.32, toFloat 9.32, toHtmlString 8.78, toInteger 9.32,
    toString 9.0, toUri 12.16, transliterate 10.33, ucsplit 8.81, ucwords 12.37, unless 8.41, unwrap 10.42,
    value 9.0, whenContains 8.79, whenContainsAll 8.79, whenDoesntEndWith 12.20, whenDoesntStartWith 12.20,
    whenEndsWith 8.79, whenExactly 8.79, whenIs 8.79, whenIsAscii 8.79, whenIsUlid 9.43, whenIsUuid 8.79,
    whenNotEmpty 8.39, whenNotExactly 9.25, whenStartsWith 8.79, whenTest 8.79, wordCount 8.38, wordWrap
    10.19, wrap 9.5`,
  'Illuminate\\Support\\Arr': `
    array 12.11, arrayable 12.14, boolean 12.11, every 12.22, exceptValues 12.46, float 12.11, from 12.14,
    hasAll 12.16, integer 12.11, isList 8.66, join 9.11, keyBy 9.2, map 9.13, mapSpread 11.0.3, mapWithKeys
    10.10.1, onlyValues 12.46, partition 12.1, prependKeysWith 9.14, push 12.24, reject 11.43, select 10.44,
    sole 12.4, some 12.22, sortDesc 9.49, sortRecursiveDesc 10.10, string 12.11, take 10.44, toCssClasses
    8.51, toCssStyles 9.50, undot 8.74, whereNotNull 8.75`,
  'Illuminate\\Support\\Collection': `
    after 11.11, before 11.11, collapseWithKeys 11.20, containsManyItems 12.46, containsOneItem 8.30,
    doesntContain 8.76.2, doesntContainStrict 12.22, dot 10.2, ensure 10.17, escapeWhenCastingToString 8.68,
    firstOrFail 8.56, fromJson 12.8, getOrPut 8.81, hasAny 8.64, hasMany 12.50, hasSole 12.49,
    intersectAssoc 9.49, intersectAssocUsing 9.49, intersectUsing 9.49, multiply 11.12, percentage 10.19,
    pipeInto 8.8, pipeThrough 8.78.1, reduceInto 13.19, reduceSpread 8.65, select 10.44, sliding 8.48, sole
    8.39, sortKeysUsing 8.80, splitIn 8.16, toPrettyJson 12.26, toResourceCollection 12.7, undot 8.74,
    unshift 11.8, value 9.13`,
  'Illuminate\\Database\\Query\\Builder': `
    afterQuery 11.4, beforeQuery 8.43, chunkByIdDesc 10.27, chunkMap 8.27, clone 8.10, crossJoinSub 8.5,
    cursorPaginate 8.41, ddRawSql 10.15, decrementEach 9.48, dumpRawSql 10.15, explain 8.12, findOr 9.12,
    firstOrFail 11.23, forceIndex 9.52, havingNested 9.0, havingNotBetween 12.45, havingNotNull 9.0,
    havingNull 9.0, ignoreIndex 9.52, incrementEach 9.48, inOrderOf 12.55, insertOrIgnoreReturning 13.0,
    insertOrIgnoreUsing 10.43, joinLateral 10.46, lazy 8.34, lazyById 8.34, lazyByIdDesc 8.73,
    leftJoinLateral 10.46, orderedChunkById 10.27, orHavingBetween 12.45, orHavingNotBetween 12.45,
    orHavingNotNull 9.0, orHavingNull 9.0, pipe 12.4, rawValue 9.36.4, reorderDesc 12.17, sole 8.23,
    soleValue 9.4, straightJoin 13.0, straightJoinSub 13.0, straightJoinWhere 13.0, timeout 12.51, toRawSql
    10.15, updateFrom 8.65, upsert 8.10, useIndex 9.52`,
  'Illuminate\\Database\\Eloquent\\Builder': `
    afterQuery 11.4, chunkByIdDesc 10.27, chunkMap 8.27, clone 8.37, createOrFirst 10.20, createQuietly
    11.33, cursorPaginate 8.41, decrementEach 13.3, except 12.22, fillAndInsert 12.6, fillAndInsertGetId
    12.6, fillAndInsertOrIgnore 12.6, findOr 9.10, findSole 11.43, firstOrFail 8.0, forceCreateQuietly 10.12, incrementEach
    13.3, incrementOrCreate 11.39.1, lazy 8.34, lazyById 8.34, lazyByIdDesc 8.73, modelKeys 13.24,
    orderedChunkById 10.27, pipe 12.4, qualifyColumns 8.55, sole 8.23, soleValue 9.4, touch 9.25, upsert
    8.10, valueOrFail 8.60, withAggregate 8.12, withAttributes 11.40, withAvg 8.12, withExists 8.42, withMax
    8.12, withMin 8.12, withOnly 8.40, withoutEagerLoad 9.17, withoutEagerLoads 9.9,
    withoutGlobalScopesExcept 12.29, withSum 8.12, withWhereHas 9.16, withWhereRelation 11.43`,
  or: `
    orWhereAfterToday 11.42, orWhereAll 10.47, orWhereAny 10.47, orWhereAttachedTo 12.7, orWhereBeforeToday
    11.42, orWhereBelongsTo 8.63, orWhereDoesntHaveRelation 11.37, orWhereFullText 8.79, orWhereFuture
    11.42, orWhereJsonContainsKey 9.7, orWhereJsonDoesntContainKey 9.7, orWhereJsonDoesntOverlap 11.7,
    orWhereJsonOverlaps 11.7, orWhereLike 11.17, orWhereMorphDoesntHaveRelation 11.37, orWhereMorphedTo
    8.59, orWhereMorphRelation 8.57, orWhereNone 11.19, orWhereNot 9.3, orWhereNotLike 11.17,
    orWhereNotMorphedTo 9.12, orWhereNowOrFuture 11.42, orWhereNowOrPast 11.42, orWhereNullSafeEquals 12.53,
    orWherePast 11.42, orWhereRelation 8.57, orWhereToday 11.42, orWhereTodayOrAfter 11.42,
    orWhereTodayOrBefore 11.42, orWhereValueBetween 12.21, orWhereValueNotBetween 12.21,
    orWhereVectorDistanceLessThan 12.47`,
  where: `
    whereAfterToday 11.42, whereAll 10.47, whereAny 10.47, whereAttachedTo 12.7, whereBeforeToday 11.42,
    whereBelongsTo 8.63, whereBetween 8.0, whereBetweenColumns 8.0, whereColumn 8.0, whereDate 8.0, whereDay
    8.0, whereDoesntHave 8.0, whereDoesntHaveMorph 8.0, whereDoesntHaveRelation 11.37, whereExists 8.0,
    whereFullText 8.79, whereFuture 11.42, whereHas 8.0, whereHasMorph 8.0, whereIn 8.0, whereIntegerInRaw
    8.0, whereIntegerNotInRaw 8.0, whereJsonContains 8.0, whereJsonContainsKey 9.7, whereJsonDoesntContain
    8.0, whereJsonDoesntContainKey 9.7, whereJsonDoesntOverlap 11.7, whereJsonLength 8.0, whereJsonOverlaps
    11.7, whereKey 8.0, whereKeyNot 8.0, whereLike 11.17, whereMonth 8.0, whereMorphDoesntHaveRelation
    11.37, whereMorphRelation 8.57, whereMorphedTo 8.59, whereNested 8.0, whereNone 11.19, whereNot 9.3,
    whereNotBetween 8.0, whereNotBetweenColumns 8.0, whereNotExists 8.0, whereNotIn 8.0, whereNotLike 11.17,
    whereNotMorphedTo 9.12, whereNotNull 8.0, whereNowOrFuture 11.42, whereNowOrPast 11.42, whereNull 8.0,
    whereNullSafeEquals 12.53, wherePast 11.42, whereRaw 8.0, whereRelation 8.57, whereRowValues 8.0,
    whereTime 8.0, whereToday 11.42, whereTodayOrAfter 11.42, whereTodayOrBefore 11.42, whereValueBetween
    12.21, whereValueNotBetween 12.21, whereVectorDistanceLessThan 12.47, whereVectorSimilarTo 12.47,
    whereYear 8.0`,
  'Illuminate\\Database\\Eloquent\\Model': `
    autoloadRelationsUsing 12.8, automaticallyEagerLoadRelationships 12.8, deleteOrFail 8.61, deleteQuietly
    9.23, discardChanges 9.29, encryptUsing 8.14, escapeWhenCastingToString 8.68, except 12.4, forceDestroy
    11.21, fromEncryptedString 8.12, getAppends 9.31, getPrevious 12.15, mergeAppends 12.25, mergeHidden
    12.25, mergeVisible 12.25, preventAccessingMissingAttributes 9.35, preventLazyLoading 8.43,
    preventSilentlyDiscardingAttributes 9.28, pushQuietly 9.52, qualifyColumns 8.55, replicateQuietly 9.20,
    saveOrIgnore 13.0, shouldBeStrict 9.35, through 9.51, toPrettyJson 12.26, toResource 12.8, touch 8.0, touchQuietly
    9.38, updateOrFail 8.58, updateQuietly 8.41, withoutAppends 12.50, withoutBroadcasting 8.57,
    withoutRelation 12.54, withoutTimestamps 9.31, withoutTimestampsOn 9.31, withRelationshipAutoloading
    12.9`,
  'Illuminate\\Database\\Eloquent\\Casts\\Attribute': `
    get 8.77, make 9.2, set 8.77, shouldCache 9.6, withoutObjectCaching 8.81`,
  'Illuminate\\Support\\Facades\\File': `
    allDirectories 12.36.1, hasSameHash 9.6, isEmptyDirectory 9.15, json 10.4, replaceInFile 8.51`,
};

type Owner = keyof typeof SINCE;

const tables = new Map<string, ReadonlyMap<string, VersionRange>>();

function tableOf(owner: string): ReadonlyMap<string, VersionRange> {
  let table = tables.get(owner);
  if (!table) {
    const text = owner in SINCE ? SINCE[owner as Owner] : '';
    const entries = [...text.matchAll(/(\w+)\s+([\d.]+)(?:-([\d.]+))?/g)];
    table = new Map(
      entries.map(([, name = '', since = '', until]) => [name.toLowerCase(), [since, until ?? null]]),
    );
    tables.set(owner, table);
  }
  return table;
}

/** Has this Laravel the helper function? Undefined for a function that all of its versions have, or none. */
export function hasHelper(version: LaravelVersion, name: string): boolean | undefined {
  const range = tableOf('functions').get(name.toLowerCase());
  return range && inRange(version, range);
}

/** Has this Laravel's query builder the method, whose name begins with `where`? */
export function hasWhere(version: LaravelVersion, name: string): boolean {
  const range = tableOf('where').get(name.toLowerCase());
  return range !== undefined && inRange(version, range);
}

const MODEL = 'Illuminate\\Database\\Eloquent\\Model';
const ELOQUENT = 'Illuminate\\Database\\Eloquent\\Builder';
const QUERY = 'Illuminate\\Database\\Query\\Builder';
const ATTRIBUTE = 'Illuminate\\Database\\Eloquent\\Casts\\Attribute';

/** A class and those that it forwards to what it does not have. */
const FORWARDS: readonly (readonly string[])[] = [
  [MODEL, ELOQUENT, QUERY],
  [ELOQUENT, QUERY],
];

/** Where the methods of the call's object or class are, the nearest first. */
function ownersOf(call: NativeCall, owner: string): readonly string[] {
  const cls = call.self?.class ?? call.static;
  return FORWARDS.find(([first = '']) => owner === first || (cls && call.php.isA(cls, first))) ?? [owner];
}

/** The method where this Laravel has it, else what insteadOf() does. */
function checked(call: NativeCall, owner: string, method: string, run: () => Value): Value {
  const instead = insteadOf(call, owner, method);
  return instead === undefined ? run() : instead;
}

/** Throws, or calls a macro, where the application's Laravel has not yet the method, or no more. */
function insteadOf(call: NativeCall, owner: string, method: string): Value | undefined {
  const version = maybeRuntime(call.php)?.application.laravel;
  if (!version) return undefined;
  const lower = method.toLowerCase();
  const range = ownersOf(call, owner)
    .map((each) => tableOf(each).get(lower))
    .find((each) => each !== undefined);
  if (inRange(version, range)) return undefined;
  const macro = callMacro(call, owner, method);
  return macro === undefined ? refuse(call, owner, method) : macro;
}

function refuse(call: NativeCall, owner: string, method: string): never {
  const forwards = FORWARDS.some((owners) => owners.includes(owner));
  const name = owner.replace('Support\\Facades\\File', 'Filesystem\\Filesystem');
  const cls = forwards ? (call.self?.class.name ?? call.static?.name ?? name) : name;
  if (owner === ATTRIBUTE) return call.php.throw('Error', `Call to undefined method ${cls}::${method}()`);
  return call.php.throw(
    'BadMethodCallException',
    forwards ? `Call to undefined method ${cls}::${method}()` : `Method ${cls}::${method} does not exist.`,
  );
}

/** The class as each version of Laravel has it: a method that a version lacks is refused there. */
export function byVersion(native: NativeClass): NativeClass {
  const owners = FORWARDS.find(([first]) => first === native.name) ?? [native.name];
  const isListed = (name: string) => owners.some((owner) => tableOf(owner).has(name.toLowerCase()));
  if (owners.every((owner) => tableOf(owner).size === 0)) return native;
  const all = (methods: Readonly<Record<string, NativeMethod>> = {}) =>
    Object.fromEntries(
      Object.entries(methods).map(([name, run]): [string, NativeMethod] => [
        name,
        isListed(name) ? (call) => checked(call, native.name, name, () => run(call)) : run,
      ]),
    );
  const hook =
    (run: NonNullable<NativeClass['call']>): NativeClass['call'] =>
    (call, method) =>
      checked(call, native.name, method, () => run(call, method));
  return {
    ...native,
    methods: all(native.methods),
    statics: all(native.statics),
    ...(native.call && { call: hook(native.call) }),
    ...(native.callStatic && { callStatic: hook(native.callStatic) }),
  };
}
