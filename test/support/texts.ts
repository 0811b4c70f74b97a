import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Application, openApplication } from '../../src/core/laravel/application';
import type { Schema } from '../../src/core/schema/model';
import { tableEntries } from '../../src/core/schema/tableMap';
import type { Trace, World } from '../../src/core/session/trace';
import { demoWorkspace } from './paths';

/** The texts of an application, which may be changed under it. */
export function openTexts(texts: Map<string, string>): Application {
  return openApplication({
    read: (path) => texts.get(path) ?? null,
    list: (folder) => [
      ...new Set(
        [...texts.keys()]
          .filter((path) => path.startsWith(`${folder}/`))
          .map((path) => path.slice(folder.length + 1).replace(/\/.*/, '/')),
      ),
    ],
  });
}

/** The demo's code. */
export function demoTexts(): Map<string, string> {
  const texts = new Map<string, string>();
  for (const path of readdirSync(demoWorkspace, { recursive: true, encoding: 'utf8' }))
    if (/\.(?:php|json|lock)$/.test(path)) texts.set(path, readFileSync(join(demoWorkspace, path), 'utf8'));
  return texts;
}

/** A schema with its tables as an object, to be compared. */
export const plainSchema = ({ tables, views, ...rest }: Schema) => ({
  ...rest,
  tables: Object.fromEntries(tableEntries(tables)),
  views: Object.fromEntries(tableEntries(views)),
});

export const plainWorld = (world: World) =>
  [...world.connections].map(([name, { schema, rows, server: profile }]) => ({
    name,
    profile,
    schema: plainSchema(schema),
    rows: { base: rows.base, tables: Object.fromEntries(tableEntries(rows.tables)) },
  }));

/** All of a trace that a person may see, but for the schemas. */
export const plainTrace = (trace: Trace) => ({
  migration: trace.migration,
  outcome: trace.outcome,
  unknowns: trace.unknowns.map(({ reason, range }) => ({ reason, range })),
  entries: trace.entries.map(({ before: _b, after: _a, ...rest }) => rest),
});
