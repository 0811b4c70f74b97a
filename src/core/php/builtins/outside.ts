import { alike } from '../arithmetic';
import { phpVersion } from '../constants';
import { formatMoment, Moment, momentOf, parseMoment } from '../moments';
import { isUnknown, surelyThere, unknown, type Value } from '../values';
import type { BuiltinCall, BuiltinTable } from './builtin';

/** Functions whose results nobody can know from the code, by why. */
const REASONS: Readonly<Record<string, string>> = {
  'the time of the run':
    'time date gmdate mktime gmmktime microtime hrtime getdate localtime idate strtotime date_create date_create_immutable date_default_timezone_get strftime gmstrftime date_parse date_diff date_add date_format uniqid getmypid getlastmod',
  'the machine it runs on':
    'gethostname php_uname sys_getloadavg memory_get_usage memory_get_peak_usage memory_reset_peak_usage getmyuid get_current_user sys_get_temp_dir disk_free_space disk_total_space php_sapi_name php_ini_loaded_file get_loaded_extensions getrusage gc_status getopt',
  'runs a program': 'exec shell_exec system passthru proc_open popen pcntl_fork',
  'calls the network':
    'curl_init curl_setopt curl_setopt_array curl_exec curl_error curl_errno curl_getinfo curl_close fsockopen stream_socket_client gethostbyname gethostbyaddr dns_get_record mail ftp_connect get_headers http_response_code',
  'works on files':
    'fwrite fputcsv fputs ftell fseek fflush ftruncate stat lstat fileperms fileowner filemtime filectime fileatime filesize tempnam tmpfile readfile parse_ini_file opendir readdir closedir md5_file sha1_file hash_file simplexml_load_file finfo_open finfo_file mime_content_type',
  'is not followed':
    'password_hash password_verify password_get_info crypt openssl_encrypt openssl_decrypt openssl_random_pseudo_bytes hash_hmac hash_algos hash_pbkdf2 gzcompress gzuncompress gzencode gzdecode gzinflate gzdeflate pack unpack simplexml_load_string dom_import_simplexml xml_parser_create parse_str sscanf money_format setlocale localeconv nl_langinfo debug_backtrace error_get_last get_defined_functions get_declared_classes get_defined_constants bcadd bcsub bcmul bcdiv bccomp bcmod bcpow bcsqrt gmp_add collator_create transliterator_transliterate normalizer_normalize mb_encode_mimeheader mb_ereg vfprintf fprintf ob_start ob_get_clean ob_get_contents ob_end_clean ob_end_flush assert_options highlight_string php_strip_whitespace token_get_all',
};

/** What it gives depends on the machine; it is only Unknown where somebody uses it, so nobody is told. */
const UNTOLD: Value = unknown('the settings of PHP', null);

/** Functions that change nothing that is followed here, and what they give. */
const HARMLESS: Readonly<Record<string, Value>> = {
  error_log: true,
  trigger_error: true,
  set_time_limit: true,
  ignore_user_abort: UNTOLD,
  error_reporting: UNTOLD,
  set_error_handler: UNTOLD,
  restore_error_handler: true,
  set_exception_handler: UNTOLD,
  restore_exception_handler: true,
  register_shutdown_function: null,
  ini_set: UNTOLD,
  ini_restore: null,
  gc_collect_cycles: UNTOLD,
  gc_enable: null,
  gc_disable: null,
  gc_enabled: UNTOLD,
  gc_mem_caches: UNTOLD,
  sleep: 0,
  usleep: null,
  flush: null,
  ob_flush: null,
  ob_implicit_flush: null,
  date_default_timezone_set: true,
  clearstatcache: null,
  opcache_reset: true,
  opcache_invalidate: true,
  assert: true,
  mb_substitute_character: true,
  mb_regex_encoding: true,
  libxml_use_internal_errors: UNTOLD,
  syslog: true,
  openlog: true,
  headers_sent: UNTOLD,
  header: null,
  connection_status: UNTOLD,
  extension_loaded: UNTOLD,
  var_dump: null,
  debug_print_backtrace: null,
  debug_zval_refcount: null,
  fscanf: false,
};

/** Writing functions: what they do isn't done, and whether it would work isn't known. */
const WRITES = 'rmdir chmod chown chgrp symlink link move_uploaded_file putenv';

/** Of those, functions that never give null. */
const MADE = new Set('password_hash crypt openssl_encrypt hash_hmac hash_pbkdf2'.split(' '));

const anything = (run: (c: BuiltinCall) => Value) => ['...args', run] as const;

function unknowns(): BuiltinTable {
  const table: Record<string, readonly [string, (c: BuiltinCall) => Value]> = {};
  for (const [reason, names] of Object.entries(REASONS))
    for (const name of names.split(' ')) {
      const isThere = reason === 'the time of the run' || MADE.has(name);
      const told = (c: BuiltinCall) => c.m.unknown(`${name}(): ${reason}`);
      table[name] = anything((c) => (isThere ? surelyThere(told(c)) : told(c)));
    }
  for (const name of WRITES.split(' ')) table[name] = anything((c) => c.unknown(`${name}(): changes files`));
  for (const [name, value] of Object.entries(HARMLESS)) table[name] = anything(() => value);
  return table;
}

const timeOfRun = (c: BuiltinCall): Value =>
  surelyThere(c.m.unknown(`${c.builtin.name}(): the time of the run`));

/** `date('Y-m-d', $seconds)` of a moment that the code has fixed. */
function written(c: BuiltinCall, isUtc: boolean): Value {
  const seconds = c.raw(1);
  if (!isUtc || typeof seconds !== 'number') return timeOfRun(c);
  return formatMoment(new Moment(seconds * 1000), c.text(0)) ?? timeOfRun(c);
}

/** `mktime(0, 0, 0, 12, 31, 2020)`: what is not given is of the run. */
function secondsOf(c: BuiltinCall, isUtc: boolean): Value {
  if (!isUtc || c.count < 6) return timeOfRun(c);
  const [hour = 0, minute = 0, second = 0, month = 0, day = 0, year = 0] = [0, 1, 2, 3, 4, 5].map((i) =>
    c.int(i),
  );
  return momentOf(year, month, day, [hour, minute, second]).ms / 1000;
}

export const OUTSIDE_FUNCTIONS: BuiltinTable = {
  ...unknowns(),
  checkdate: [
    'month day year',
    (c) => {
      const [month, day, year] = [c.int(0), c.int(1), c.int(2)];
      if (month < 1 || month > 12 || day < 1 || year < 1 || year > 32767) return false;
      const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
      return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
    },
  ],
  date: ['format timestamp?', (c) => written(c, c.m.options.isUtc ?? false)],
  gmdate: ['format timestamp?', (c) => written(c, true)],
  strtotime: [
    'datetime baseTimestamp?',
    (c) => {
      const moment = parseMoment(c.text(0));
      return moment && c.m.options.isUtc ? Math.floor(moment.ms / 1000) : timeOfRun(c);
    },
  ],
  mktime: ['hour minute? second? month? day? year?', (c) => secondsOf(c, c.m.options.isUtc ?? false)],
  gmmktime: ['hour minute? second? month? day? year?', (c) => secondsOf(c, true)],
  getenv: ['name? local_only?', (c) => c.unknown('getenv(): the environment of the run')],
  ini_get: ['option', (c) => c.unknown(`ini_get('${c.text(0)}'): the settings of PHP`)],
  phpversion: [
    'extension?',
    (c) => {
      const { phpLeast } = c.m.options;
      return c.count > 0 || phpLeast === undefined
        ? c.unknown('the version of PHP')
        : phpVersion(c.m, phpLeast);
    },
  ],
  version_compare: ['version1 version2 operator?', versionCompare],
  php_uname: ['mode?', (c) => c.unknown('the machine it runs on')],
};

const RANKS: Readonly<Record<string, number>> = {
  dev: 0,
  alpha: 1,
  a: 1,
  beta: 2,
  b: 2,
  RC: 3,
  rc: 3,
  '#': 4,
  pl: 5,
  p: 5,
};

function rank(part: string | undefined): number {
  if (part === undefined) return -1;
  if (/^\d/.test(part)) return 4;
  return RANKS[part] ?? -5;
}

function compareVersions(a: string, b: string): number {
  const split = (text: string): string[] => text.replace(/[-_+]/g, '.').match(/\d+|[a-zA-Z]+/g) ?? [];
  const left = split(a);
  const right = split(b);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const x = left[i];
    const y = right[i];
    if (x !== undefined && y !== undefined && /^\d/.test(x) && /^\d/.test(y)) {
      const result = Math.sign(Number(x) - Number(y));
      if (result !== 0) return result;
      continue;
    }
    if (x === undefined) return rank(y) >= 4 ? -1 : compareRank(4, rank(y));
    if (y === undefined) return rank(x) >= 4 ? 1 : compareRank(rank(x), 4);
    const result = compareRank(rank(x), rank(y));
    if (result !== 0) return result;
  }
  return 0;
}

const compareRank = (a: number, b: number): number => Math.sign(a - b);

const VERSION_TESTS: Readonly<Record<string, (order: number) => boolean>> = {
  '<': (n) => n < 0,
  lt: (n) => n < 0,
  '<=': (n) => n <= 0,
  le: (n) => n <= 0,
  '>': (n) => n > 0,
  gt: (n) => n > 0,
  '>=': (n) => n >= 0,
  ge: (n) => n >= 0,
  '==': (n) => n === 0,
  eq: (n) => n === 0,
  '!=': (n) => n !== 0,
  ne: (n) => n !== 0,
  '<>': (n) => n !== 0,
};

/** A version as PHP_VERSION_ID tells one; null for a text that is more than three numbers. */
function versionId(text: string): number | null {
  const [, major, minor = 0, patch = 0] = /^(\d+)(?:\.(\d+))?(?:\.(\d+))?$/.exec(text) ?? [];
  return major === undefined ? null : Number(major) * 10_000 + Number(minor) * 100 + Number(patch);
}

function versionCompare(c: BuiltinCall): Value {
  const given = c.raw(0);
  const least = given !== null && isUnknown(given) ? given.least : undefined;
  const other = least === undefined ? null : versionId(c.text(1));
  const asked = least === undefined || c.raw(2) === null ? undefined : VERSION_TESTS[c.text(2)];
  if (least !== undefined && other !== null && asked) {
    const answer = alike(asked, other < least ? [1] : other === least ? [0, 1] : []);
    if (answer !== undefined) return answer;
  }
  const order = compareVersions(c.text(0), c.text(1));
  if (c.raw(2) === null) return order;
  const test = VERSION_TESTS[c.text(2)];
  return test ? test(order) : c.throwValueError(2, 'must be a valid comparison operator');
}
