import { checkClauses } from './charsetNames';
import { type Charset, resolveCharset } from './columns';
import { checkNameLength } from './lookup';
import { type Run, refuse } from './run';
import type { TableOptions } from './statement';

/** Is it InnoDB, however it is written? */
export const isInnodb = (engine: string): boolean => /^innodb$/i.test(engine);

/** Engines as the server prints them. */
const ENGINES: Readonly<Record<string, string>> = {
  innodb: 'InnoDB',
  myisam: 'MyISAM',
  memory: 'MEMORY',
  heap: 'MEMORY',
  csv: 'CSV',
  archive: 'ARCHIVE',
  blackhole: 'BLACKHOLE',
  merge: 'MRG_MYISAM',
  mrg_myisam: 'MRG_MYISAM',
  federated: 'FEDERATED',
  ndb: 'ndbcluster',
  ndbcluster: 'ndbcluster',
};
const MARIADB_ENGINES: Readonly<Record<string, string>> = {
  aria: 'Aria',
  sequence: 'SEQUENCE',
  rocksdb: 'ROCKSDB',
  columnstore: 'Columnstore',
  spider: 'SPIDER',
  connect: 'CONNECT',
};

/** The engine as the server prints it: 1286 where it has none of that name and may not take another. */
export function resolveEngine(run: Run, engine: string | null): string {
  if (engine === null) return 'InnoDB';
  const { server } = run;
  const lower = engine.toLowerCase();
  const known = ENGINES[lower] ?? (server.vendor === 'mariadb' ? MARIADB_ENGINES[lower] : undefined);
  if (known) return known;
  if (server.sqlMode.includes('NO_ENGINE_SUBSTITUTION')) refuse(run, 'unknownEngine', [engine]);
  return 'InnoDB';
}

/** Options whose value is the default, whatever is written: NORMAL-FORM O2 to O4. */
const DEFAULTS: Readonly<Record<string, RegExp>> = {
  ROW_FORMAT: /^(?:dynamic|default)$/i,
  CHECKSUM: /^0$/,
  DELAY_KEY_WRITE: /^0$/,
  ENCRYPTION: /^'?[nN]'?$/,
  KEY_BLOCK_SIZE: /^0$/,
  PACK_KEYS: /^default$/i,
  STATS_PERSISTENT: /^default$/i,
  STATS_AUTO_RECALC: /^default$/i,
  STATS_SAMPLE_PAGES: /^default$/i,
  TABLESPACE: /^`?innodb_file_per_table`?$/i,
  INSERT_METHOD: /^no$/i,
};

/** The other options after those written: what is the default leaves no trace. */
export function mergeOptions(
  before: Readonly<Record<string, string>>,
  written: Readonly<Record<string, string>>,
): Record<string, string> {
  const merged = { ...before };
  for (const [name, value] of Object.entries(written)) {
    const key = name.toUpperCase();
    if (DEFAULTS[key]?.test(value)) delete merged[key];
    else merged[key] = value;
  }
  return merged;
}

/** Engine and character set must be ones that the server has; it says so before it opens any table. */
export function checkOptions(run: Run, options: TableOptions): void {
  checkClauses(run, options.clauses);
  resolveEngine(run, options.engine);
  resolveCharset(run, options.charset, options.collation, { charset: 'binary', collation: 'binary' });
}

/** The table's own character set and collation. */
export function tableCharset(run: Run, options: TableOptions, around: Charset): Charset {
  return resolveCharset(run, options.charset, options.collation, around);
}

export function checkTableName(run: Run, name: string): void {
  checkNameLength(run, name);
  if (name === '' || name.endsWith(' ')) refuse(run, 'wrongTableName', [name]);
}
