import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { openWorkbench, type Workbench } from '../support/browser';
import { needs } from '../support/real';
import { themes, useTheme } from './themes';

const stray = '2025_10_23_162250_add_priority_to_services_table';
const pending = '2025_12_11_070815_add_sentiment_score_to_calls_table';

describe('the views, as a person uses them', () => {
  let workbench: Workbench;
  let page: Page;

  before(async function () {
    workbench = needs(this, await openWorkbench({ size: { width: 1680, height: 1200 } }));
    page = workbench.page;
    await page.locator('.activitybar [aria-label^="Schema Gap"]').first().click();
    await row('Would fail').waitFor({ timeout: 60_000 });
  });
  after(() => workbench?.close());

  const row = (text: string): Locator => page.locator('.sidebar .monaco-list-row', { hasText: text }).first();

  it('open a table by the keyboard down to the columns that differ', async () => {
    await page.locator('.sidebar .monaco-list-row[aria-label^="Other tables"]').first().click();
    await page.keyboard.press('ArrowRight');
    await page.locator('.sidebar .monaco-list-row[aria-label^="calls,"]').first().click();
    await page.keyboard.press('ArrowRight');
    await page.locator('.sidebar .monaco-list-row[aria-label^="Columns"]').first().waitFor();
    await workbench.screenshot('tables');
    await page.locator('.sidebar .monaco-list-row[aria-label^="calls,"]').first().click();
    await page.keyboard.press('ArrowLeft');
  });

  it('lead from a migration to the statement that fails, with its lens', async () => {
    await row(stray).click();
    const lens = page.locator('.codelens-decoration', { hasText: 'a second run stops here' }).first();
    await lens.waitFor({ timeout: 60_000 });
    assert.match((await lens.textContent()) ?? '', /1060 Duplicate column name 'priority'/);
  });

  it('open another by name, which has the whole line: what happens, the fix, the run', async () => {
    await page.keyboard.press('Control+p');
    await page.locator('.quick-input-widget input').first().fill(pending);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: pending }).first().waitFor();
    await page.keyboard.press('Enter');
    const line = page.locator('.codelens-decoration', { hasText: 'Show run' }).first();
    await line.waitFor({ timeout: 60_000 });
    await page.locator('.codelens-decoration', { hasText: 'Guard' }).first().waitFor();
    assert.match(
      (await line.textContent()) ?? '',
      /a second run stops here: 1060 Duplicate column name 'sentiment_score'.*Guard 'sentiment_score' with Schema::hasColumn.*Show run/,
    );
  });

  for (const theme of themes)
    it(`are readable in ${theme.name}`, async () => {
      await useTheme(workbench, theme);
      await page.locator('.codelens-decoration', { hasText: 'Guard' }).first().waitFor();
      await workbench.screenshot(`lens-${theme.name}`);
      await page.locator('.codelens-decoration a').first().click();
      await page.locator('.monaco-hover:visible', { hasText: 'add-column-unguarded' }).first().waitFor();
      await page.locator('.monaco-hover:visible', { hasText: 'Statement 1 of 1' }).first().waitFor();
      await workbench.screenshot(`hover-${theme.name}`);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+.');
      await page.locator('.action-widget', { hasText: 'Guard' }).waitFor();
      await workbench.screenshot(`quick-fix-${theme.name}`);
      await page.keyboard.press('Escape');
      await page.locator('.codelens-decoration a', { hasText: 'Show run' }).first().click();
      await page.locator('.monaco-diff-editor .view-line', { hasText: 'up() again' }).first().waitFor();
      await workbench.screenshot(`run-${theme.name}`);
      await workbench.command('View: Close Editor');
      await page.locator('.monaco-diff-editor').waitFor({ state: 'detached' });
    });

  it('mend the migration by the fix in the menu, and undo it', async () => {
    await page.locator('.codelens-decoration a').first().click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget', { hasText: 'Guard' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: 'hasColumn' }).first().waitFor();
    await page.locator('.codelens-decoration').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await page.locator('.codelens-decoration').first().waitFor();
  });
});

describe('an untrusted workspace', () => {
  let workbench: Workbench;
  before(async function () {
    workbench = needs(
      this,
      await openWorkbench({
        trusted: false,
        settings: { 'security.workspace.trust.startupPrompt': 'never' },
      }),
    );
  });
  after(() => workbench?.close());

  it('has all that only reads', async () => {
    const { page } = workbench;
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor({ timeout: 60_000 });
    await page.locator('.activitybar [aria-label^="Schema Gap"]').first().click();
    await page
      .locator('.sidebar .monaco-list-row', { hasText: 'Would fail' })
      .first()
      .waitFor({ timeout: 60_000 });
  });
});

describe('views with nothing to show', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
    ['an empty folder', { 'notes.txt': '' }, /no Laravel application in this workspace/],
    ['an application without migrations', { artisan: '<?php\n' }, /no files in database\/migrations yet/],
    [
      'an application without a dump',
      {
        artisan: '<?php\n',
        'database/migrations/2025_01_01_000000_one.php': '<?php\nreturn new class {};\n',
      },
      /nothing to compare the migrations with/,
    ],
  ];
  for (const [title, files, text] of cases)
    it(`say what to do: ${title}`, async function () {
      const application = mkdtempSync(join(tmpdir(), 'schema-gap-empty-'));
      for (const [path, content] of Object.entries(files)) {
        mkdirSync(dirname(join(application, path)), { recursive: true });
        writeFileSync(join(application, path), content);
      }
      const workbench = needs(this, await openWorkbench({ workspace: application }));
      try {
        await workbench.page.locator('.activitybar [aria-label^="Schema Gap"]').first().click();
        const welcome = workbench.page.locator('.sidebar .welcome-view-content', { hasText: text });
        await welcome.first().waitFor({ timeout: 60_000 });
      } finally {
        await workbench.close();
        rmSync(application, { recursive: true, force: true });
      }
    });
});
