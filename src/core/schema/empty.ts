import { canonicalCharset, canonicalCollation } from './charsets';
import type { Schema } from './model';
import { emptyTableMap } from './tableMap';

/** A database without tables; its character set and collation are what new tables take. */
export function emptySchema(charset: string, collation: string): Schema {
  return {
    tables: emptyTableMap(),
    views: emptyTableMap(),
    charset: canonicalCharset(charset),
    collation: canonicalCollation(collation),
    taint: null,
  };
}
