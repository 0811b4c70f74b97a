type Constants = Readonly<Record<string, number>>;

/** Names in the order of their values. */
function counted(prefix: string, first: number, names: string): Constants {
  return Object.fromEntries(names.split(/\s+/).map((name, i) => [prefix + name, first + i]));
}

export function prefixed(prefix: string, constants: Constants): Constants {
  return Object.fromEntries(Object.entries(constants).map(([name, value]) => [prefix + name, value]));
}

/** PDO's constants: config/database.php names them. (php-src: ext/pdo/php_pdo_driver.h) */
export const PDO_CONSTANTS: Constants = {
  ...counted(
    'ATTR_',
    0,
    `AUTOCOMMIT PREFETCH TIMEOUT ERRMODE SERVER_VERSION CLIENT_VERSION SERVER_INFO CONNECTION_STATUS CASE CURSOR_NAME
    CURSOR ORACLE_NULLS PERSISTENT STATEMENT_CLASS FETCH_TABLE_NAMES FETCH_CATALOG_NAMES DRIVER_NAME STRINGIFY_FETCHES
    MAX_COLUMN_LEN DEFAULT_FETCH_MODE EMULATE_PREPARES DEFAULT_STR_PARAM`,
  ),
  ...counted('FETCH_', 0, 'DEFAULT LAZY ASSOC NUM BOTH OBJ BOUND COLUMN CLASS INTO FUNC NAMED KEY_PAIR'),
  FETCH_GROUP: 65_536,
  FETCH_UNIQUE: 196_608,
  FETCH_CLASSTYPE: 262_144,
  FETCH_SERIALIZE: 524_288,
  FETCH_PROPS_LATE: 1_048_576,
  ...counted('ERRMODE_', 0, 'SILENT WARNING EXCEPTION'),
  ...counted('CASE_', 0, 'NATURAL UPPER LOWER'),
  ...counted('NULL_', 0, 'NATURAL EMPTY_STRING TO_STRING'),
  ...counted('PARAM_', 0, 'NULL INT STR LOB STMT BOOL'),
  ...counted('CURSOR_', 0, 'FWDONLY SCROLL'),
  ERR_NONE: 0,
  PGSQL_ATTR_DISABLE_PREPARES: 1000,
};

/** Those of the MySQL driver, as `Pdo\\Mysql` has them; PDO's own begin with `MYSQL_`. (ext/pdo_mysql/php_pdo_mysql_int.h) */
export const PDO_MYSQL_CONSTANTS: Constants = counted(
  'ATTR_',
  1000,
  `USE_BUFFERED_QUERY LOCAL_INFILE INIT_COMMAND COMPRESS DIRECT_QUERY FOUND_ROWS IGNORE_SPACE SSL_KEY SSL_CERT SSL_CA
  SSL_CAPATH SSL_CIPHER SERVER_PUBLIC_KEY MULTI_STATEMENTS SSL_VERIFY_SERVER_CERT LOCAL_INFILE_DIRECTORY`,
);
