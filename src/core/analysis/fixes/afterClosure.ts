import type { Expression } from '../../php/ast';
import { methodCall, type PlacedNode } from '../../php/enclosing';
import { getTable } from '../../schema/tableMap';
import type { Study } from '../study';
import { offsetsOf, type Place, placeAt } from './place';
import type { Step } from './steps';
import { phpString } from './writeBlueprint';

/*
 * `$table->after('name', function ($table) { … })` puts each column behind the one before it in the closure. A guard that
 * passes over one leaves the next behind `name`, so all columns are guarded together, and each says where it belongs.
 */

interface AfterClosure {
  readonly node: PlacedNode;
  /** The column that the first one stands behind. */
  readonly column: Expression | undefined;
}

function afterClosure({ path, statement }: Place): AfterClosure | null {
  for (const node of path.slice(0, path.indexOf(statement)).toReversed()) {
    const found = methodCall(node);
    if (!found) continue;
    const [column, closure] = found.call.arguments;
    if (found.name.toLowerCase() === 'after' && closure) return { node, column: column as Expression };
  }
  return null;
}

/** The places of all columns that stand in the same closure of `after()`, the place's own among them; empty where it stands in none. */
export function placesInClosure(study: Study, place: Place): readonly (Place | null)[] {
  const around = afterClosure(place)?.node.loc;
  if (!around) return [];
  const ranges = study.first.entries.flatMap(({ statement: { statement }, after }) =>
    statement.kind !== 'alterTable'
      ? []
      : statement.actions.flatMap((action) => {
          const name = action.kind === 'addColumn' ? action.column.name : null;
          const columns = getTable(after.tables, statement.table.name)?.columns ?? [];
          const range = columns.find((column) => column.name === name)?.origin?.range;
          return range?.file === study.step.migration.file ? [range] : [];
        }),
  );
  return ranges
    .filter((range) => {
      const { from, to } = offsetsOf(place.text, range);
      return around.start.offset <= from && to <= around.end.offset;
    })
    .map((range) => placeAt(place.text, range));
}

/** `->after('…')` for a column of such a closure that an ALTER of its own adds behind another of them; else nothing. */
export function ownPosition(place: Place, { entry, actions }: Step): string {
  const [action] = actions;
  const closure = afterClosure(place);
  if (!closure || action?.kind !== 'addColumn' || action.position.kind !== 'after') return '';
  const { column: after } = action.position;
  const isFirst = closure.column?.kind === 'string' && closure.column.value === after;
  const isPlaced = place.calls.some(({ name }) => /^(after|first)$/i.test(name));
  const { statement } = entry.statement;
  const isTogether =
    statement.kind === 'alterTable' &&
    statement.actions.some((each) => each.kind === 'addColumn' && each.column.name === after);
  return isFirst || isPlaced || isTogether ? '' : `->after(${phpString(after)})`;
}
