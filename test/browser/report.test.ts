import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { openWorkbench, type Workbench } from '../support/browser';
import { needs } from '../support/real';
import { themes, useTheme } from './themes';

/** Whatever the page's security policy has refused since. */
function refusals({ page }: Workbench): readonly string[] {
  const seen: string[] = [];
  page.on('console', (message) => {
    if (
      /Content Security Policy/.test(message.text()) &&
      /report\.(js|css)|Applying inline/.test(message.text())
    )
      seen.push(message.text());
  });
  return seen;
}

const sectionOf = (report: FrameLocator, id: string): Locator => report.locator(`section#${id}`);
const rowsOf = (section: Locator): Locator => section.locator('tbody tr');

describe('the gap report of the demo', () => {
  let workbench: Workbench;
  let report: FrameLocator;
  let refused: readonly string[];

  before(async function () {
    workbench = needs(this, await openWorkbench({ size: { width: 1500, height: 1000 } }));
    refused = refusals(workbench);
    await workbench.command('Schema Gap: Show Gap Report');
    report = workbench.webview();
    await report.getByRole('heading', { level: 1 }).waitFor({ timeout: 60_000 });
  });
  after(() => workbench?.close());

  it('says how complete staging is, to eyes and to ears', async () => {
    const ring = report.getByRole('progressbar', { name: 'Complete' });
    await ring.waitFor({ timeout: 60_000 });
    assert.equal(await ring.getAttribute('aria-valuenow'), '19.7');
    const figures = await report.locator('.figures div').allTextContents();
    assert.deepEqual(figures, [
      'tables expected244',
      'of them present48',
      'missing196',
      'there, but different6',
      'extra0',
      'migrations ran104',
      'migrations pending138',
    ]);
  });

  it('names the root cause, what else collides and what a guard would hide', async () => {
    const cause = await sectionOf(report, 'root-cause').textContent();
    assert.match(cause ?? '', /2025_10_23_162250_add_priority_to_services_table/);
    assert.match(cause ?? '', /1060 Duplicate column name 'priority'.*137 migrations behind it/s);
    assert.equal(await rowsOf(sectionOf(report, 'collisions')).count(), 2);
    assert.match((await sectionOf(report, 'hidden-by-guards').textContent()) ?? '', /servicescolumnpriority/);
  });

  it('lists critical tables that are missing first', async () => {
    const states = await sectionOf(report, 'critical').locator('tbody td:nth-child(2)').allTextContents();
    assert.deepEqual(states, [...Array(5).fill('✗ missing'), ...Array(3).fill('✓ there')]);
  });

  it('is filtered from the keyboard, and says how many rows are left', async () => {
    const missing = sectionOf(report, 'missing');
    await missing.getByRole('textbox', { name: 'Filter: Missing tables' }).focus();
    await workbench.page.keyboard.type('retell_ never');
    await missing.getByText('12 rows (of 196)').waitFor();
    assert.equal(await rowsOf(missing).count(), 12);
    await workbench.page.keyboard.press('Control+a');
    await workbench.page.keyboard.press('Delete');
    await missing.getByText('The first 100 of 196 rows').waitFor();
  });

  it('is sorted from the keyboard, and says which way', async () => {
    const head = sectionOf(report, 'families').getByRole('columnheader', { name: 'Missing' });
    await head.getByRole('button').focus();
    await workbench.page.keyboard.press('Enter');
    assert.equal(await head.getAttribute('aria-sort'), 'ascending');
    await workbench.page.keyboard.press('Enter');
    assert.equal(await head.getAttribute('aria-sort'), 'descending');
    const counts = await sectionOf(report, 'families').locator('tbody td:nth-child(2)').allTextContents();
    assert.deepEqual(
      counts.map(Number),
      counts.map(Number).sort((a, b) => b - a),
    );
  });

  for (const theme of themes)
    it(`is readable in ${theme.name}`, async () => {
      await useTheme(workbench, theme);
      await report.locator('h1').scrollIntoViewIfNeeded();
      for (const selector of [
        'h1',
        'h2',
        'dt',
        'dd',
        'td',
        'tbody th',
        'code',
        '.link',
        '.state.bad',
        '.state.good',
        '.table-status',
      ])
        assert.ok(
          (await contrastOf(report, selector)) >= 4.5,
          `${selector}: ${(await contrastOf(report, selector)).toFixed(1)}`,
        );
      await workbench.screenshot(`report-${theme.name}`);
      await sectionOf(report, 'missing')
        .locator('h2')
        .evaluate((heading) => heading.scrollIntoView());
      await workbench.screenshot(`report-tables-${theme.name}`);
    });

  it('leads into the code', async () => {
    await sectionOf(report, 'root-cause').locator('.link').first().click();
    await workbench.page
      .locator('.tab.active', { hasText: '2025_10_23_162250_add_priority_to_services_table.php' })
      .waitFor();
    await workbench.page.locator('.tab', { hasText: 'Gap report' }).first().click();
  });

  it('comes back after the window is reloaded, with its filter', async () => {
    const filter = () => sectionOf(report, 'differences').getByRole('textbox');
    await filter().fill('services');
    // A window that is closed saves its state; a page that is merely loaded again may not.
    await workbench.command('Developer: Reload Window');
    await report.getByRole('heading', { level: 1 }).waitFor({ timeout: 60_000 });
    await filter().waitFor({ timeout: 60_000 });
    assert.equal(await filter().inputValue(), 'services');
  });

  it('has run into no wall of its security policy', () => assert.deepEqual(refused, []));
});

/** The contrast between the text of the first such element and the page, as WCAG 2 defines it. */
function contrastOf(report: FrameLocator, selector: string): Promise<number> {
  return report
    .locator(selector)
    .first()
    .evaluate((found) => {
      const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
      const light = (colour: string) =>
        channels(colour)
          .map((value) => value / 255)
          .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
          .reduce((sum, value, i) => sum + value * [0.2126, 0.7152, 0.0722][i]!, 0);
      const view = globalThis as unknown as {
        getComputedStyle(of: unknown): { color: string; backgroundColor: string };
      };
      const page = (found as unknown as { ownerDocument: { body: unknown } }).ownerDocument.body;
      const both = [
        light(view.getComputedStyle(found).color),
        light(view.getComputedStyle(page).backgroundColor),
      ];
      return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
    });
}

describe('the gap report of 5,000 tables with hostile names', () => {
  const hostile = ['a`b; drop table users', '<script>alert(1)</script>', '<img src=x onerror=alert(2)>'];
  let workbench: Workbench;
  let report: FrameLocator;
  let application = '';

  before(async function () {
    application = mkdtempSync(join(tmpdir(), 'schema-gap-large-'));
    const create = (name: string) =>
      `CREATE TABLE \`${name.replaceAll('`', '``')}\` (\`id\` int NOT NULL, PRIMARY KEY (\`id\`)) ENGINE=InnoDB COMMENT='<script>alert(3)</script>';\n`;
    const names = [...hostile, ...Array.from({ length: 5_000 }, (_, i) => `family${i % 400}_${i}`)];
    const dump = (tables: readonly string[]) =>
      `-- MySQL dump 10.13  Distrib 8.4.0, for Linux (x86_64)\n-- Server version\t8.4.0\n${tables.map(create).join('')}-- Dump completed\n`;
    mkdirSync(join(application, 'database/migrations'), { recursive: true });
    mkdirSync(join(application, '.vscode'));
    writeFileSync(join(application, 'artisan'), '<?php\n');
    writeFileSync(join(application, 'database/migrations/2025_01_01_000000_nothing.php'), '<?php\n');
    writeFileSync(join(application, 'production.sql'), dump(names));
    writeFileSync(join(application, 'staging.sql'), dump(['kept']));
    writeFileSync(
      join(application, '.vscode/settings.json'),
      '{ "schemaGap.expected": "production.sql", "schemaGap.actual": "staging.sql" }',
    );
    workbench = needs(this, await openWorkbench({ workspace: application }));
    await workbench.command('Schema Gap: Show Gap Report');
    report = workbench.webview();
    await sectionOf(report, 'missing').waitFor({ timeout: 60_000 });
  });
  after(async () => {
    await workbench?.close();
    rmSync(application, { recursive: true, force: true });
  });

  it('shows the first rows at once, and all on demand', async () => {
    const missing = sectionOf(report, 'missing');
    await missing.getByText('The first 100 of 5,003 rows').waitFor();
    await missing.getByRole('button', { name: 'Show 100 more rows' }).click();
    await missing.getByText('The first 200 of 5,003 rows').waitFor();
  });

  it('filters thousands of rows while one types', async () => {
    const missing = sectionOf(report, 'missing');
    await missing.getByRole('textbox').fill('family399_');
    await missing.getByText('12 rows (of 5,003)').waitFor({ timeout: 2_000 });
    await missing.getByRole('textbox').fill('');
  });

  it('shows names as they are: nothing in them became a part of the page', async () => {
    const missing = sectionOf(report, 'missing');
    for (const name of hostile) {
      await missing.getByRole('textbox').fill(name);
      await missing.getByRole('rowheader', { name, exact: true }).waitFor();
    }
    assert.equal(await report.locator('main script, main img').count(), 0);
  });
});
