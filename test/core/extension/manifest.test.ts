import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
// @ts-expect-error a script without types
import { spokenTexts } from '../../../scripts/l10n.mjs';
import { RULES } from '../../../src/core/analysis/rules/catalog';
import {
  analysisSettings,
  commands,
  editorSettings,
  reportViewType,
  stateKey,
  states,
  views,
} from '../../../src/extension/ids';
import { DEFAULT_SETTINGS } from '../../../src/project/settings';

const read = (path: string): string => readFileSync(path, 'utf8');
const manifest = JSON.parse(read('package.json'));
const texts: Readonly<Record<string, string>> = JSON.parse(read('package.nls.json'));
const { contributes } = manifest;
const sources = readdirSync('src/extension').map((name) => ({ name, text: read(`src/extension/${name}`) }));
const code = sources.map(({ text }) => text).join('\n');
const properties: Readonly<Record<string, { readonly default: unknown }>> = Object.assign(
  {},
  ...contributes.configuration.map((group: { properties: object }) => group.properties),
);

describe('the manifest and the code', () => {
  it('have the same commands', () => {
    const declared = contributes.commands.map(({ command }: { command: string }) => command);
    assert.deepEqual(declared.sort(), Object.values(commands).sort());
  });

  it('put every command into the category, with a title from the texts', () => {
    for (const { command, category, title } of contributes.commands)
      assert.deepEqual([category, title], ['Schema Gap', `%command.${command.replace('schemaGap.', '')}%`]);
  });

  it('have the same views', () => {
    const declared = contributes.views.schemaGap.map(({ id }: { id: string }) => id);
    assert.deepEqual(declared.sort(), Object.values(views).sort());
  });

  it('have the same settings, with the same defaults', () => {
    const known = [...analysisSettings, ...editorSettings].map((key) => `schemaGap.${key}`);
    assert.deepEqual(Object.keys(properties).sort(), known.sort());
    const { policy, ...settings } = DEFAULT_SETTINGS;
    for (const [key, value] of Object.entries({ ...settings, ...policy }))
      assert.deepEqual(properties[`schemaGap.${key}`]?.default, value, key);
  });

  it('refer only to commands, views and states that exist', () => {
    const all = JSON.stringify(contributes) + Object.values(texts).join('\n');
    const named = [...all.matchAll(/command:(schemaGap\.\w+)/g)].map(([, id]) => id!);
    const inMenus = Object.values(contributes.menus as Record<string, { command: string }[]>).flat();
    for (const id of [...named, ...inMenus.map(({ command }) => command)])
      assert.ok(Object.values<string>(commands).includes(id), id);
    const compared = [...all.matchAll(new RegExp(`${stateKey.replace('.', '\\.')} == (\\w+)`, 'g'))];
    assert.deepEqual(
      [...new Set(compared.map(([, state]) => state!))].filter((state) => !states.includes(state as never)),
      [],
    );
    for (const { view } of contributes.viewsWelcome) assert.ok(Object.values<string>(views).includes(view));
  });

  it('activate for migrations and for a report that comes back, never for everything', () => {
    assert.deepEqual(manifest.activationEvents, [
      'workspaceContains:**/database/migrations/*.php',
      `onWebviewPanel:${reportViewType}`,
    ]);
  });

  it('hide from the palette the commands that need a row or a statement', () => {
    const hidden = (contributes.menus.commandPalette as { command: string; when: string }[])
      .filter(({ when }) => when === 'false')
      .map(({ command }) => command);
    const { useAsExpected, useAsActual, copyName, showFinding, applyFix } = commands;
    assert.deepEqual(hidden, [useAsExpected, useAsActual, copyName, showFinding, applyFix]);
  });

  it('show only files that are there', () => {
    const files = [
      manifest.icon,
      ...contributes.viewsContainers.activitybar.map(({ icon }: { icon: string }) => icon),
    ];
    for (const file of files) assert.ok(existsSync(file), file);
  });

  it('send nothing anywhere', () => {
    const packages = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).join(' ');
    assert.doesNotMatch(packages, /telemetry|applicationinsights|analytics|sentry/i);
    assert.doesNotMatch(code, /createTelemetryLogger|\bfetch\(|node:https?/);
  });
});

describe('the texts', () => {
  it('are all used, and none is missing', () => {
    const used = [...read('package.json').matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key!);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(texts).sort());
  });

  it('of empty views are plain: code in them would be shown with its backticks', () => {
    const welcome = Object.entries(texts).filter(([key]) => key.startsWith('welcome.'));
    assert.deepEqual(
      welcome.filter(([, text]) => text.includes('`')),
      [],
    );
  });

  it('of the code stand in the bundle that translations start from', () => {
    const bundle = Object.keys(JSON.parse(read('l10n/bundle.l10n.json')));
    assert.deepEqual(bundle.sort(), spokenTexts('.'), 'node scripts/l10n.mjs writes it anew');
  });

  it('that the analysis makes are all written where they are said', () => {
    const analysis = readdirSync('src/core/analysis', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && name !== 'said.ts')
      .map((name) => read(`src/core/analysis/${name}`));
    assert.deepEqual(
      analysis.flatMap((text) => [...text.matchAll(/\bsay\(\s*[^'"`\s][^,)]*/g)].map(([call]) => call)),
      [],
    );
  });

  it('in the code that a person sees all go through l10n', () => {
    const shown = /show(?:Information|Warning|Error)Message\(\s*['"]/;
    assert.deepEqual(
      sources.filter(({ text }) => shown.test(text)).map(({ name }) => name),
      [],
    );
  });
});

describe('the README', () => {
  it('names every setting and every command of the palette', () => {
    const readme = read('README.md');
    const hidden = new Set(
      contributes.menus.commandPalette.map(({ command }: { command: string }) => command),
    );
    const shown = contributes.commands.filter(({ command }: { command: string }) => !hidden.has(command));
    const wanted = [
      ...Object.keys(properties),
      ...shown.map(({ command }: { command: string }) =>
        texts[`command.${command.replace('schemaGap.', '')}`]!.replace('…', ''),
      ),
    ];
    assert.deepEqual(
      wanted.filter((name) => !readme.includes(name)),
      [],
    );
  });
});

describe('rule pages', () => {
  it('are there for every rule that the code sends readers to', () => {
    for (const { page } of Object.values(RULES)) assert.ok(existsSync(`docs/rules/${page}.md`), page);
  });
});
