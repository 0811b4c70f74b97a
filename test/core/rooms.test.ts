import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';

/** Which rooms a room may import from, itself apart (ARCHITECTURE.md). Inside core only downwards. */
const CORE = [
  'core/schema',
  'core/sql',
  'core/php',
  'core/session',
  'core/laravel',
  'core/policy',
  'core/analysis',
  'core/report',
];
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'core/schema': [],
  'core/sql': ['core/schema'],
  'core/php': [],
  'core/session': ['core/schema', 'core/sql', 'core/php'],
  'core/laravel': ['core/schema', 'core/sql', 'core/php', 'core/session'],
  'core/policy': [],
  'core/analysis': ['core/schema', 'core/sql', 'core/php', 'core/session', 'core/laravel', 'core/policy'],
  'core/report': CORE,
  project: CORE,
  server: [...CORE, 'project'],
  recovery: [...CORE, 'project', 'server'],
  worker: [...CORE, 'project', 'server', 'recovery'],
  cli: [...CORE, 'project', 'server', 'recovery', 'worker'],
  // of webview only the messages that both sides check
  extension: [...CORE, 'project', 'server', 'recovery', 'worker', 'webview'],
  webview: ['core/analysis', 'core/report'],
};

/** Packages and Node modules that only some rooms may use. */
const PACKAGES: readonly { readonly matches: RegExp; readonly rooms: readonly string[] }[] = [
  { matches: /^vscode$/, rooms: ['extension'] },
  { matches: /^(mysql2|kysely)(\/|$)/, rooms: ['server'] },
  { matches: /^php-parser$/, rooms: ['core/php'] },
  { matches: /^@vscode\/webview-ui-toolkit$/, rooms: ['webview'] },
  { matches: /^node:/, rooms: ['project', 'server', 'recovery', 'worker', 'cli', 'extension'] },
];

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
}

function typescriptFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name).split(sep).join('/'));
}

function roomOf(path: string): string {
  const parts = path.replace(/^src\//, '').split('/');
  return parts[0] === 'core' ? (parts.length > 2 ? `core/${parts[1]}` : 'core') : (parts[0] ?? '');
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(/(?:\bfrom|\bimport|\brequire\(|\bimport\()\s*\(?['"]([^'"\n]+)['"]/g);
  return [...found].map(([, target = '']) => ({ file, room: roomOf(file), target }));
}

const imports = [...typescriptFiles('src'), ...typescriptFiles('webview')].flatMap(importsOf);

describe('rooms', () => {
  it('import only from the rooms below them', () => {
    const wrong = imports
      // the manifest is in no room
      .filter(({ target }) => target.startsWith('.') && !target.endsWith('/package.json'))
      .map((found) => ({
        ...found,
        to: roomOf(
          normalize(join(dirname(found.file), found.target))
            .split(sep)
            .join('/'),
        ),
      }))
      // core/source.ts is for every room
      .filter(({ room, to }) => room !== to && to !== 'core' && !ALLOWED[room]?.includes(to))
      .map(({ file, target }) => `${file} imports ${target}`);
    assert.deepEqual(wrong, []);
  });

  it('use packages only where they belong', () => {
    const wrong = imports
      .filter(({ room, target }) =>
        PACKAGES.some(({ matches, rooms }) => matches.test(target) && !rooms.includes(room)),
      )
      .map(({ file, target }) => `${file} imports ${target}`);
    assert.deepEqual(wrong, []);
  });
});
