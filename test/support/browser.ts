import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { launchChromium } from './chromium';
import { demoWorkspace, root } from './paths';
import { until, whenDone } from './processes';
import { have, type Real } from './real';
import { serveWorkbench } from './workbench';

/** VS Code's browser build with the packaged extension installed, as a user has it, and its page. */
export interface Workbench {
  readonly page: Page;
  /** The opened folder: a copy that the test may change. */
  readonly folder: string;
  /** Writes out/screenshots/NAME.png. Returns its path. */
  screenshot(name: string): Promise<string>;
  /** Runs a command by its title, through the command palette. */
  command(title: string): Promise<void>;
  /** The inside of the webview that is shown. */
  webview(): FrameLocator;
  close(): Promise<void>;
}

export interface WorkbenchOptions {
  /** The folder to copy and open; the demo unless said. */
  readonly workspace?: string;
  /** User settings on top of the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Whether the workspace is trusted; it is unless said. */
  readonly trusted?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
}

/** The packaged extension: test/run.mjs makes it and names it in the environment. */
export const vsixFile = (): string => process.env.SCHEMA_GAP_VSIX ?? '';

/** Installs the .vsix into a fresh VS Code, opens the folder in a browser and waits for the workbench. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Real<Workbench>> {
  const source = options.workspace ?? demoWorkspace;
  const home = mkdtempSync(join(tmpdir(), 'schema-gap-browser-'));
  const remove = () => rmSync(home, { recursive: true, force: true });
  const forget = whenDone(remove);
  const folder = join(home, basename(source));
  cpSync(source, folder, { recursive: true });
  const settings = {
    'workbench.colorTheme': 'Default Light Modern',
    'security.workspace.trust.enabled': options.trusted === false,
    ...options.settings,
  };
  const served = await serveWorkbench({ vsix: vsixFile(), folder, settings });
  if (!served.ok) return served;
  const browser = await launchChromium();
  const close = async () => {
    if (browser.ok) await browser.value.close();
    await served.value.stop();
    forget();
    remove();
  };
  if (!browser.ok) {
    await close();
    return browser;
  }
  const page = await browser.value.newPage({ viewport: options.size ?? { width: 1440, height: 900 } });
  await page.goto(served.value.address);
  await page.waitForSelector('.monaco-workbench .activitybar', { timeout: 60_000 });
  return have({
    page,
    folder,
    close,
    async screenshot(name) {
      const path = join(root, 'out/screenshots', `${name}.png`);
      mkdirSync(join(root, 'out/screenshots'), { recursive: true });
      await page.screenshot({ path });
      return path;
    },
    command: (title) => runCommand(page, title),
    webview: () => page.frameLocator('iframe.webview.ready').frameLocator('#active-frame'),
  });
}

/** The palette does not learn of commands that an extension brings while it is open: it is opened again. */
async function runCommand(page: Page, title: string): Promise<void> {
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
  const found = await until(
    async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget input').first().fill(`>${title}`);
      return row.waitFor({ timeout: 1_500 }).then(
        () => true,
        () => undefined,
      );
    },
    { timeout: 30_000 },
  );
  if (!found) throw new Error(`no command '${title}' in the palette after 30 s`);
  await row.click();
}
