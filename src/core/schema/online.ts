import { isAtLeast } from './flavour';
import type { Table } from './model';
import { doubt, type Run, refuse } from './run';
import type { AlterAction } from './statement';

/**
 * ALGORITHM and LOCK: 1221 where MySQL takes no LOCK beside INSTANT; else 1845 or 1846 is possible, and only told for
 * what both servers surely do at once or by a copy.
 */
export function checkOnline(run: Run, { engine }: Table, actions: readonly AlterAction[]): void {
  const said = (kind: 'algorithm' | 'lock') => {
    const found = actions.find((action) => action.kind === kind);
    const value = found && 'value' in found ? found.value.toUpperCase() : 'DEFAULT';
    return value;
  };
  const algorithm = said('algorithm');
  const lock = said('lock');
  const instant = algorithm === 'INSTANT';
  if (run.server.vendor === 'mysql' && instant && lock !== 'DEFAULT')
    refuse(run, 'wrongUsage', ['ALGORITHM=INSTANT', 'LOCK=NONE/SHARED/EXCLUSIVE']);
  const isLoose = (algorithm === 'DEFAULT' || algorithm === 'COPY') && lock !== 'NONE';
  const inPlace = /^(?:DEFAULT|INPLACE)$/.test(algorithm) && engine.toLowerCase() === 'innodb';
  const isKnown = (action: AlterAction) =>
    isOnline(action) || isAtOnce(run, action) || (inPlace && isInPlace(action));
  if (isLoose || actions.every(isKnown)) return;
  doubt(
    run,
    `whether the server can do it with ${instant || lock === 'DEFAULT' ? `ALGORITHM=${algorithm}` : `LOCK=${lock}`}`,
  );
}

const isOnline = ({ kind }: AlterAction): boolean => kind === 'algorithm' || kind === 'lock';

/** What both servers do in place while others write: a plain or unique key over columns, made or dropped. */
function isInPlace(action: AlterAction): boolean {
  switch (action.kind) {
    case 'addIndex': {
      const { kind, parts } = action.index;
      return (kind === 'index' || kind === 'unique') && parts.every((part) => 'column' in part);
    }
    case 'dropIndex':
    case 'renameIndex':
    case 'dropForeignKey':
      return true;
    default:
      return false;
  }
}

/** What needs no look at the rows on any server that knows INSTANT. */
function isAtOnce(run: Run, action: AlterAction): boolean {
  const { vendor } = run.server;
  switch (action.kind) {
    case 'addColumn': {
      const { column, position } = action;
      const isPlain = !column.generated?.stored && !column.autoIncrement && !column.key && !column.references;
      const isConstant = column.default?.kind !== 'expression' || vendor === 'mariadb';
      const anywhere = isAtLeast(run.server, vendor === 'mysql' ? [8, 0, 29] : [10, 4, 0]);
      return isPlain && isConstant && !column.check && (anywhere || !position || position.kind === 'last');
    }
    case 'alterDefault':
    case 'renameTo':
      return true;
    case 'dropColumn':
      return isAtLeast(run.server, vendor === 'mysql' ? [8, 0, 29] : [10, 4, 0]);
    default:
      return false;
  }
}
