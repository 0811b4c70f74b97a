import { shortName } from '../php/names';
import type { Application } from './application';
import { enabledModules } from './modules';

/** A service provider's class. */
export interface ProviderSource {
  readonly className: string;
  readonly file: string;
  /** Its text, and those of the application's classes and traits that it extends and uses. */
  readonly texts: readonly string[];
  /** Laravel finds it by itself, in a package. */
  readonly isPackage: boolean;
}

/** Laravel's order: providers of packages first, then what config/app.php or bootstrap/providers.php name. */
export function providerSources(app: Application): ProviderSource[] {
  const byFile = new Map<string, ProviderSource>();
  const add = (className: string, isPackage: boolean) => {
    const found = app.findClass(className);
    if (!found || byFile.has(found.file)) return;
    byFile.set(found.file, {
      className,
      file: found.file,
      texts: textsOf(app, found.text, new Set([found.file])),
      isPackage,
    });
  };
  for (const name of app.packageProviders) add(name, true);
  for (const name of namedProviders(app)) add(name, false);
  for (const { providers } of enabledModules(app.files)) for (const name of providers) add(name, false);
  // Older applications register providers in ways that are not followed; what lies there is in use.
  for (const name of app.files.list('app/Providers')) {
    const text = name.endsWith('.php') ? app.files.read(`app/Providers/${name}`) : null;
    const className = text === null ? null : declaredClass(text);
    if (className !== null) add(className, false);
  }
  return [...byFile.values()];
}

function namedProviders({ files, config }: Application): string[] {
  const text = files.read('bootstrap/providers.php') ?? files.read(`${config.folder}/app.php`) ?? '';
  return [...text.matchAll(/([\w\\]+)::class/g)].map((match) => resolveName(text, match[1] ?? ''));
}

const MOST_ANCESTORS = 8;

/** The text, and those of the parents and traits of its class that the application has. */
function textsOf({ findClass }: Application, text: string, seen: Set<string>): string[] {
  const texts = [text];
  for (let i = 0; i < texts.length && texts.length < MOST_ANCESTORS; i++) {
    const one = texts[i] ?? '';
    const body = one.slice(one.search(/^\s*(?:(?:abstract|final|readonly)\s+)*(?:class|trait)\s/m));
    const names = [...body.matchAll(/(?:\bextends|^\s+use)\s+([\w\\]+(?:\s*,\s*[\w\\]+)*)\s*[;{\n]/gm)];
    for (const name of names.flatMap((match) => (match[1] ?? '').split(/\s*,\s*/))) {
      const found = findClass(resolveName(one, name));
      if (found && !seen.has(found.file)) {
        seen.add(found.file);
        texts.push(found.text);
      }
    }
  }
  return texts;
}

const DECLARATION = /^\s*(?:(?:abstract|final|readonly)\s+)*(?:class|interface|trait|enum)\s/m;

/** The full name of a class that a text names, by its imports and its namespace. */
export function resolveName(text: string, name: string): string {
  if (name.startsWith('\\')) return name.slice(1);
  const [first = '', ...rest] = name.split('\\');
  const declared = text.search(DECLARATION);
  for (const [full, alias] of importsOf(declared < 0 ? text : text.slice(0, declared))) {
    if ((alias ?? shortName(full)) === first) return [full, ...rest].join('\\');
  }
  const namespace = /^\s*namespace\s+([\w\\]+)/m.exec(text)?.[1];
  return namespace === undefined ? name : `${namespace}\\${name}`;
}

/** `use A\B;`, `use A\B as C;`, `use A\{B, C as D};`: full names and the names given to them. */
function* importsOf(text: string): Generator<readonly [full: string, alias: string | undefined]> {
  for (const [, prefix = '', group, alias] of text.matchAll(
    /^\s*use\s+\\?([\w\\]+?)(?:\\\{([^}]*)\}|(?:\s+as\s+(\w+))?)\s*;/gm,
  )) {
    if (group === undefined) yield [prefix, alias];
    for (const part of group?.split(',') ?? []) {
      const [, name, short] = /^\s*([\w\\]+)(?:\s+as\s+(\w+))?\s*$/.exec(part) ?? [];
      if (name !== undefined) yield [`${prefix}\\${name}`, short];
    }
  }
}

function declaredClass(text: string): string | null {
  const name = /^\s*(?:final\s+)?class\s+(\w+)/m.exec(text)?.[1];
  if (name === undefined) return null;
  const namespace = /^\s*namespace\s+([\w\\]+)/m.exec(text)?.[1];
  return namespace === undefined ? name : `${namespace}\\${name}`;
}
