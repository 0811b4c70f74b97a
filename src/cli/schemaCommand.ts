import type { SchemaDocument, TableShape } from '../core/analysis/results';
import {
  columnText,
  failureText,
  foreignKeyText,
  indexText,
  manualText,
  place,
} from '../core/report/describe';
import type { Paint } from '../core/report/text';
import type { Analysis } from '../worker/api';
import { type Io, type Verdict, writeJson } from './io';
import type { Options } from './options';
import { paintFor } from './paint';
import { printableDocument } from './printable';
import { warnOfProblems } from './problems';
import { isUnsure } from './unsure';

/** `schema-gap schema [SOURCE]`: the tables of a source, column by column. */
export async function schemaCommand(analysis: Analysis, options: Options, io: Io): Promise<Verdict> {
  const source = options.positionals[0] ?? 'migrations';
  const { document, problems } = await analysis.schema(source, options.stopAtFailure, options.statements);
  warnOfProblems(io, problems);
  if (options.json) writeJson(io, document);
  else io.write(printText(printableDocument(document), paintFor(io, options)));
  const tainted = document.tainted !== null || document.tables.some(isTainted);
  return { errors: document.failed.length, warnings: 0, unsure: isUnsure(document, problems, tainted) };
}

function isTainted(table: TableShape): boolean {
  const parts = [table, ...table.columns, ...table.indexes, ...table.foreignKeys];
  return parts.some(({ tainted }) => (tainted ?? null) !== null);
}

function printText(document: SchemaDocument, paint: Paint): string {
  const lines: string[] = [];
  for (const { name, statements } of document.migrations ?? [])
    lines.push(paint('bold', name), ...statements.map((sql) => `  ${sql}`), '');
  for (const table of document.tables) {
    lines.push(`${paint('bold', table.name)}  ${paint('dim', `${table.engine}, ${table.collation}`)}`);
    const width = Math.max(...table.columns.map((column) => column.name.length), 0);
    for (const column of table.columns) lines.push(`  ${column.name.padEnd(width)}  ${columnText(column)}`);
    for (const { name, tainted } of table.columns)
      if (tainted) lines.push(paint('yellow', `  ${name} is not certain: ${tainted}`));
    for (const index of table.indexes) lines.push(paint('dim', `  ${index.name}: ${indexText(index)}`));
    for (const key of table.foreignKeys) lines.push(paint('dim', `  ${key.name}: ${foreignKeyText(key)}`));
    if (table.tainted !== null) lines.push(paint('yellow', `  not certain: ${table.tainted}`));
    lines.push('');
  }
  for (const view of document.views) lines.push(`${paint('bold', view.name)}  ${paint('dim', 'view')}`, '');
  lines.push(`${document.tables.length} tables, ${document.views.length} views (${document.source})`);
  const manual = manualText(document.fromTheManual);
  if (manual) lines.push(paint('dim', manual));
  for (const failure of document.failed)
    lines.push(paint('red', `fails: ${failure.migration}  ${failureText(failure)}  ${place(failure)}`));
  for (const unknown of document.unknown)
    lines.push(paint('yellow', `not known: ${place(unknown)}  ${unknown.reason}`));
  return `${lines.join('\n')}\n`;
}
