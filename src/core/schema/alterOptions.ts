import { bytesPerCharacter } from './charsets';
import { type Charset, resolveCharset } from './columns';
import type { Draft } from './draft';
import { supports } from './flavour';
import type { Column, Schema } from './model';
import { alterPartitions, checkPartitionable } from './partitions';
import { referencesTo } from './references';
import { type Run, refuse } from './run';
import type { AlterAction, TableOptions } from './statement';
import { mergeOptions, resolveEngine } from './tableOptions';
import { canonicalType, familyOf, hasCharset } from './types';

/** Table options, CONVERT TO CHARACTER SET and partitioning. */
export function alterOptions(run: Run, schema: Schema, draft: Draft, actions: readonly AlterAction[]): void {
  for (const action of actions) {
    switch (action.kind) {
      case 'setOptions':
        setOptions(run, schema, draft, action.options);
        break;
      case 'convertCharset':
        Object.assign(draft, convertTarget(run, schema, action));
        break;
      case 'partitionBy':
        if (action.partitioning) checkPartitionable(run, schema, draft);
        else if (!draft.partitioning) refuse(run, 'notPartitioned');
        draft.partitioning = action.partitioning;
        break;
      case 'partition':
        alterPartitions(run, draft, action);
        break;
      default:
    }
  }
}

function setOptions(run: Run, schema: Schema, draft: Draft, options: TableOptions): void {
  if (options.engine !== null) {
    const engine = resolveEngine(run, options.engine);
    const tied = draft.foreignKeys.length > 0 || referencesTo(schema, run.server, draft.name).length > 0;
    if (engine !== draft.engine && tied && engine !== 'InnoDB') refuse(run, 'changeEngine');
    draft.engine = engine;
    // Aria's default is said, and stays with the table.
    if (engine === 'Aria' && draft.options.PAGE_CHECKSUM === undefined)
      draft.options = { ...draft.options, PAGE_CHECKSUM: '1' };
  }
  if (options.charset !== null || options.collation !== null) {
    const { charset, collation } = resolveCharset(run, options.charset, options.collation, draft);
    draft.charset = charset;
    draft.collation = collation;
  }
  if (options.comment !== null) draft.comment = options.comment;
  draft.options = mergeOptions(draft.options, options.other);
}

/** What CONVERT TO CHARACTER SET means: DEFAULT is the database's. */
export function convertTarget(
  run: Run,
  schema: Schema,
  action: { readonly charset: string; readonly collation: string | null },
): Charset {
  if (/^default$/i.test(action.charset)) return { charset: schema.charset, collation: schema.collation };
  return resolveCharset(run, action.charset, action.collation, schema);
}

/** Texts grow to the next size where a longer character set could overflow them. */
export function converted(run: Run, column: Column, { charset, collation }: Charset): Column {
  if (losesJson(run, column, collation))
    return { ...column, type: { ...column.type, base: 'longtext' }, charset, collation };
  if (!hasCharset(column.type) || column.charset === 'binary') return column;
  const grows = bytesPerCharacter(charset) > bytesPerCharacter(column.charset);
  const type =
    familyOf(column.type) === 'text' && grows
      ? { ...column.type, base: NEXT_TEXT[column.type.base] ?? column.type.base }
      : column.type;
  const after = canonicalType(type, charset);
  const textual = hasCharset(after);
  return { ...column, type: after, charset: textual ? charset : null, collation: textual ? collation : null };
}

/** MariaDB's json is a text of utf8mb4_bin with a check; in another collation only the text and the check are left. */
export function losesJson(run: Run, column: Column, collation: string): boolean {
  return column.type.base === 'json' && !supports.nativeJson(run.server) && collation !== 'utf8mb4_bin';
}

const NEXT_TEXT: Readonly<Record<string, string>> = {
  tinytext: 'text',
  text: 'mediumtext',
  mediumtext: 'longtext',
};
