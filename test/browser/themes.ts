import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Workbench } from '../support/browser';

/** The themes in which everything has to be readable, and the class that the workbench then has. */
export const themes = [
  { name: 'light', theme: 'Default Light Modern', mark: '.monaco-workbench.vs' },
  { name: 'dark', theme: 'Default Dark Modern', mark: '.monaco-workbench.vs-dark' },
  { name: 'high-contrast', theme: 'Default High Contrast', mark: '.monaco-workbench.hc-black' },
] as const;

export type Theme = (typeof themes)[number];

/** Changes the theme of an open workbench, by the settings of its folder. */
export async function useTheme({ page, folder }: Workbench, { theme, mark }: Theme): Promise<void> {
  const file = join(folder, '.vscode/settings.json');
  const settings = readSettings(file);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...settings, 'workbench.colorTheme': theme }, null, 2));
  await page.locator(mark).first().waitFor();
}

function readSettings(file: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}
