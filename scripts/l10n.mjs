// node scripts/l10n.mjs: writes l10n/bundle.l10n.json, the English texts that translations start from.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What is said where: the editor's own texts, and those that the analysis makes and the editor translates. */
const SPOKEN = [
  ['src/extension', /\bl10n\.t\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gs],
  ['src/core/analysis', /\bsay\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gs],
];

/** All texts in the code below `root` that a person may see in another language, sorted. */
export function spokenTexts(root) {
  const found = SPOKEN.flatMap(([folder, call]) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => [...readFileSync(join(root, folder, name), 'utf8').matchAll(call)])
      .map(([, , text]) => text.replaceAll("\\'", "'")),
  );
  return [...new Set(found)].sort();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  const texts = Object.fromEntries(spokenTexts(root).map((text) => [text, text]));
  writeFileSync(join(root, 'l10n/bundle.l10n.json'), `${JSON.stringify(texts, null, 2)}\n`);
}
