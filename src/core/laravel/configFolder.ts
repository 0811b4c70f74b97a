import { createProgram } from '../php/run';
import type { ClassFinder } from './autoload';
import type { ConfigParts } from './config';

/**
 * Where the application keeps its configuration: `config`, unless bootstrap/app.php makes an object of a class of the
 * application that has a `configPath()` of its own, or calls `useConfigPath()`. Relative to the root.
 */
export function configFolder(parts: Omit<ConfigParts, 'folder'>): string {
  const text = parts.files.read('bootstrap/app.php') ?? '';
  const used =
    /->useConfigPath\(\s*(?:__DIR__\s*\.\s*['"]\/\.\.\/|(?:\$app->)?base(?:P|_p)ath\(\s*['"])([\w./-]+)['"]/.exec(
      text,
    );
  if (used?.[1] !== undefined) return used[1].replace(/\/+$/, '');
  const name = ownApplication(text, parts.findClass);
  return (name !== null && folderOf(parts, name)) || 'config';
}

/** The class of the application that bootstrap/app.php makes an object of, if it says where the configuration is. */
function ownApplication(text: string, findClass: ClassFinder): string | null {
  const made = /new\s+\\?([\w\\]+)\s*\(/.exec(text)?.[1];
  if (made === undefined) return null;
  const imported = new RegExp(`^use\\s+\\\\?([\\w\\\\]*\\\\${made});`, 'm').exec(text)?.[1];
  const name = imported ?? made;
  return /function\s+configPath\b/i.test(findClass(name)?.text ?? '') ? name : null;
}

/** What the class's `configPath()` answers; null where that can't be told. */
function folderOf(parts: Omit<ConfigParts, 'folder'>, name: string): string | null {
  const { library, parsed, findClass, files, env } = parts;
  const program = createProgram({
    library,
    parsed,
    findClass,
    readFile: files.read,
    budget: { steps: 100_000 },
    context: new Map<string, unknown>([['env', env]]),
  });
  const text = `<?php
    return (new class extends \\${name} {
      public function __construct() { $this->basePath = '/app'; }
      public function configFolder() { return $this->configPath(); }
    })->configFolder();`;
  const outcome = program.runFile('bootstrap/app.php', text);
  const path = outcome.kind === 'returned' ? outcome.value.returned : null;
  return typeof path === 'string' && path.startsWith('/app/')
    ? path.slice('/app/'.length).replace(/\/+$/, '')
    : null;
}
