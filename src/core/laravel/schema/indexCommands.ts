import { isArray, type Value } from '../../php/values';
import type { SourceRange } from '../../source';
import type { BlueprintState } from './blueprintState';
import { has } from './features';
import { FluentState } from './fluent';
import { type Compiler, expressionOf, list, text, truthy } from './wrap';

/** The command that drops each kind of index, and the kind whose conventional name it uses. */
const DROPS: Readonly<Record<string, string>> = {
  dropPrimary: 'primary',
  dropUnique: 'unique',
  dropIndex: 'index',
  dropFullText: 'fulltext',
  dropFulltext: 'fulltext',
  dropSpatialIndex: 'spatialIndex',
  dropVectorIndex: 'vectorIndex',
  dropForeign: 'foreign',
};

/**
 * Adds the command that makes (or, for `drop…`, drops) an index. `given` is one name or an array of names; a null or
 * empty `name` means the conventional one. (Blueprint::indexCommand, dropIndexCommand)
 */
export function addIndexCommand(
  c: Compiler,
  blueprint: BlueprintState,
  kind: string,
  given: Value,
  name: Value,
  range: SourceRange,
): FluentState {
  const drops = DROPS[kind];
  // Laravel casts what is no array to one, and of an Expression that leaves its text.
  const columns = expressionOf(given)?.value ?? given;
  const index = truthy(c, name) ? name : conventionalName(c, blueprint, drops ?? kind, columns);
  const command = new FluentState(
    new Map<string, Value>([
      ['name', kind === 'dropFulltext' ? 'dropFullText' : kind],
      ['index', index],
      ['columns', columns],
    ]),
    range,
    'command',
  );
  blueprint.commands.push(command);
  return command;
}

/** A `drop…` command whose argument is a name (string) or columns (array). */
export function addDropIndexCommand(
  c: Compiler,
  blueprint: BlueprintState,
  kind: string,
  index: Value,
  range: SourceRange,
): FluentState {
  return isArray(index)
    ? addIndexCommand(c, blueprint, kind, index, null, range)
    : addIndexCommand(c, blueprint, kind, null, index, range);
}

/** `{prefix}{table}_{columns}_{kind}` in lower case, `-` and `.` made `_`. (Blueprint::createIndexName) */
export function conventionalName(
  c: Compiler,
  blueprint: BlueprintState,
  kind: string,
  columns: Value,
): Value {
  const { connection, laravel } = c.flavour;
  const names = list(c, columns).map((column) => text(c, column));
  const written = text(c, blueprint.table);
  const prefix = connection.prefixIndexes ? connection.prefix : '';
  const dot = has(laravel, 'dottedIndexNames') ? written.lastIndexOf('.') : -1;
  const table = dot >= 0 ? `${written.slice(0, dot)}.${prefix}${written.slice(dot + 1)}` : prefix + written;
  return asciiLower(`${table}_${names.join('_')}_${kind}`).replace(/[-.]/g, '_');
}

/** PHP's strtolower: ASCII letters only since PHP 8.2, and in a C locale before. */
function asciiLower(value: string): string {
  return value.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
