import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from '../support/browser';
import { needs } from '../support/real';

describe('the packaged extension, installed as a user does', () => {
  let workbench: Workbench;

  before(async function () {
    workbench = needs(this, await openWorkbench());
  });
  after(() => workbench?.close());

  it('activates on a Laravel application and says how complete staging is', async () => {
    const status = workbench.page.locator('.statusbar-item', { hasText: 'tables' }).first();
    await status.waitFor({ timeout: 60_000 });
    assert.match((await status.textContent()) ?? '', /48 of 244 tables/);
  });

  it('shows its three views in the activity bar', async () => {
    const { page } = workbench;
    await page
      .locator('.activitybar .action-item', { has: page.locator('[aria-label^="Schema Gap"]') })
      .click();
    for (const view of ['Migrations', 'Tables', 'Environments']) {
      await page.locator('.sidebar .pane-header', { hasText: view }).first().waitFor();
    }
    await page.locator('.sidebar .monaco-list-row').first().waitFor();
    await workbench.screenshot('sidebar');
  });

  it('opens the gap report, with the figures of the demo', async () => {
    await workbench.command('Show Gap Report');
    const report = workbench.webview().locator('#report');
    await report.getByText('19.7').first().waitFor();
    await report.getByText("Duplicate column name 'priority'").first().waitFor();
    await workbench.screenshot('report');
  });
});
