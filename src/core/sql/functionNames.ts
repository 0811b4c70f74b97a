/** Functions with several names, lower case, to the canonical one (what SHOW CREATE prints differs by server). */
export const FUNCTION_NAMES: Readonly<Record<string, string>> = {
  adddate: 'date_add',
  atan2: 'atan',
  ceil: 'ceiling',
  character_length: 'char_length',
  current_date: 'curdate',
  current_time: 'curtime',
  current_timestamp: 'now',
  day: 'dayofmonth',
  lcase: 'lower',
  localtime: 'now',
  localtimestamp: 'now',
  mid: 'substr',
  nvl: 'ifnull',
  octet_length: 'length',
  power: 'pow',
  sha1: 'sha',
  schema: 'database',
  session_user: 'user',
  subdate: 'date_sub',
  substring: 'substr',
  system_user: 'user',
  ucase: 'upper',
};

/** Functions that may be written without parentheses, upper case, to their canonical text. */
export const PLAIN_NAMES: Readonly<Record<string, string>> = {
  CURRENT_DATE: 'curdate()',
  CURRENT_TIME: 'curtime()',
  CURRENT_TIMESTAMP: 'CURRENT_TIMESTAMP',
  CURRENT_USER: 'current_user()',
  LOCALTIME: 'CURRENT_TIMESTAMP',
  LOCALTIMESTAMP: 'CURRENT_TIMESTAMP',
  UTC_DATE: 'utc_date()',
  UTC_TIME: 'utc_time()',
  UTC_TIMESTAMP: 'utc_timestamp()',
};

/** Units of INTERVAL and EXTRACT. */
export const UNITS: ReadonlySet<string> = new Set(
  `MICROSECOND SECOND MINUTE HOUR DAY WEEK MONTH QUARTER YEAR SECOND_MICROSECOND MINUTE_MICROSECOND MINUTE_SECOND
HOUR_MICROSECOND HOUR_SECOND HOUR_MINUTE DAY_MICROSECOND DAY_SECOND DAY_MINUTE DAY_HOUR YEAR_MONTH`.split(
    /\s+/,
  ),
);
