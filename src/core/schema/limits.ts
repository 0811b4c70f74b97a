import type { Draft } from './draft';
import { checkOneAutoIncrement } from './keys';
import { type Run, refuse } from './run';
import { isInnodb } from './tableOptions';
import { isBlobLike, rowBytes } from './types';

const MAX_ROW_BYTES = 65_535;
const MAX_COLUMNS = 4096;
/** InnoDB's own limit (MySQL manual 17.21). */
const MAX_INNODB_COLUMNS = 1017;

/** What is asked of all columns before the keys are looked at: 1163, 1113, 1075; MySQL counts the visible ones later. */
export function checkTable(run: Run, draft: Draft): void {
  const mariadb = run.server.vendor === 'mariadb';
  if (!mariadb) checkOneAutoIncrement(run, draft);
  checkEngine(run, draft);
  if (mariadb && draft.columns.length > 0 && draft.columns.every(({ invisible }) => invisible))
    refuse(run, 'noColumns');
  if (mariadb) checkOneAutoIncrement(run, draft);
}

/** 1163: MEMORY has rows of one length. */
function checkEngine(run: Run, { engine, columns }: Draft): void {
  if (
    /^memory$/i.test(engine) &&
    columns.some(({ type }) => type.base === 'json' || isBlobLike(type, run.server))
  )
    refuse(run, 'engineWithoutBlobs', [engine]);
}

/** The row fits the 65,535 bytes that every server allows, and the columns are not too many. */
export function checkRow(run: Run, draft: Draft): void {
  const { columns } = draft;
  const innodb = isInnodb(draft.engine);
  if (columns.length > (innodb ? MAX_INNODB_COLUMNS : MAX_COLUMNS)) refuse(run, 'tooManyColumns');
  if (columns.every((column) => column.invisible)) refuse(run, 'noColumns');
  let bytes = 0;
  let nullable = 0;
  for (const column of columns) {
    bytes += rowBytes(column.type, column.charset);
    if (column.nullable) nullable++;
  }
  if (bytes + Math.ceil(nullable / 8) > MAX_ROW_BYTES) refuse(run, 'rowTooLarge', [`${MAX_ROW_BYTES}`]);
}
