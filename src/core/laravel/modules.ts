import type { Files } from './files';

/** A part of the application with service providers of its own, as nwidart/laravel-modules keeps them. */
export interface Module {
  readonly name: string;
  /** Relative to the root. */
  readonly folder: string;
  readonly providers: readonly string[];
}

/** Only the package looks for modules. */
const hasPackage = (files: Files): boolean =>
  files.read('composer.json')?.includes('"nwidart/laravel-modules"') ?? false;

/** The modules that are switched on, in the order in which they are booted. */
export function enabledModules(files: Files): Module[] {
  if (!hasPackage(files)) return [];
  const statuses = readObject(files, 'modules_statuses.json');
  return files
    .list(FOLDER)
    .filter((name) => name.endsWith('/'))
    .flatMap((name) => {
      const folder = `${FOLDER}/${name.slice(0, -1)}`;
      const said = readObject(files, `${folder}/module.json`);
      if (!said) return [];
      const own = typeof said.name === 'string' ? said.name : name.slice(0, -1);
      const listed = Array.isArray(said.providers) ? said.providers : [];
      const providers = listed.filter((each): each is string => typeof each === 'string');
      const priority = Number(said.priority ?? 0);
      return statuses === null || statuses[own] === true ? [{ name: own, folder, providers, priority }] : [];
    })
    .sort((a, b) => a.priority - b.priority);
}

const FOLDER = 'Modules';

/** The folder of a module, by its name in whatever case; null where there is none. */
export function moduleFolder(files: Files, name: string): string | null {
  const lower = name.toLowerCase();
  for (const each of files.list(FOLDER)) {
    if (!each.endsWith('/')) continue;
    const folder = `${FOLDER}/${each.slice(0, -1)}`;
    const said = readObject(files, `${folder}/module.json`);
    if (said && String(said.name ?? each.slice(0, -1)).toLowerCase() === lower) return folder;
  }
  return null;
}

/** The class folders that the modules' own composer.json name (wikimedia/composer-merge-plugin). */
export function moduleAutoload(files: Files): [prefix: string, folder: string][] {
  if (!hasPackage(files)) return [];
  return files
    .list(FOLDER)
    .filter((name) => name.endsWith('/'))
    .flatMap((name) => {
      const manifest = readObject(files, `${FOLDER}/${name}composer.json`);
      const autoload = manifest?.autoload as { 'psr-4'?: Record<string, unknown> } | undefined;
      return Object.entries(autoload?.['psr-4'] ?? {}).flatMap(([prefix, folders]) =>
        [folders].flat().map((folder): [string, string] => {
          const inner = String(folder).replace(/^\.?\/+|\/+$/g, '');
          return [prefix, `${FOLDER}/${name}${inner === '' ? '' : `${inner}/`}`];
        }),
      );
    });
}

function readObject(files: Files, path: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(files.read(path) ?? 'null');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
