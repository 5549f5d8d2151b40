import assert from 'node:assert/strict';
import { useWorkbench } from './useWorkbench';

const view = 'Experiments';

const overTime = '[aria-labelledby="over-time"]';

describe('experiments in VS Code, end to end', function () {
  this.timeout(180_000);
  const used = useWorkbench();

  before('open the view', async () => {
    const { workbench } = used();
    await workbench.openView('Experiment Lens');
    await workbench.row(view, /^Running, \d+ experiments$/).waitFor();
  });

  it('lists the project in groups with counts, and each with status and age (list)', async () => {
    const rows = await used().workbench.treeRows(view);
    for (const group of [
      /^Running, \d+ experiments$/,
      /^Paused, 1 experiment$/,
      /^Ended, \d+ experiments$/,
    ]) {
      assert.ok(
        rows.some((row) => group.test(row)),
        `no group ${String(group)} in ${rows.join(' | ')}`,
      );
    }
    assert.ok(rows.some((row) => /^Checkout button colour, Running \d+ d\b/.test(row)));
  });

  it('opens an experiment beside the code with a drawn chart and its numbers (retrieve, timeseries_results)', async () => {
    const { workbench } = used();
    await workbench.openFile('checkoutButton.ts');
    await workbench.row(view, 'Checkout button colour').click();
    const panel = await workbench.webview(`${overTime} canvas`);
    assert.equal(await panel.locator('h1').innerText(), 'Checkout button colour');
    await workbench.waitForDrawing(panel);
    await panel.locator('summary', { hasText: 'Show as table' }).click();
    assert.ok((await panel.locator(`${overTime} tbody tr`).count()) >= 14);
    assert.match(await panel.locator(`${overTime} table`).innerText(), /[+−]\d+\.\d\d%/);
    // Whoever opened it gets the verdict on its row, too, however many others wait for theirs.
    await workbench.row(view, /^Checkout button colour, Running \d+ d, test won \+/).waitFor();
  });

  it('shows the same panel again on the second click, and after a reload of the window', async () => {
    const { workbench } = used();
    await workbench.row(view, 'Checkout button colour').click();
    // In a browser VS Code keeps what is open every five seconds, and cannot when the page is being left.
    await workbench.page.waitForTimeout(7_000);
    assert.equal(await workbench.page.getByRole('tab', { name: 'Checkout button colour' }).count(), 1);
    await workbench.page.reload();
    await workbench.tab('Checkout button colour').waitFor();
    await workbench.tab('Checkout button colour').click();
    const panel = await workbench.webview(`${overTime} canvas`);
    assert.equal(await panel.locator('h1').innerText(), 'Checkout button colour');
    await workbench.waitForDrawing(panel);
  });

  it('keeps what was picked while another panel hides it', async () => {
    const { workbench } = used();
    const panel = await workbench.webview(`${overTime} canvas`);
    await panel.getByRole('checkbox', { name: 'test' }).click();
    await workbench.row(view, 'Homepage hero').click();
    await workbench.tab('Homepage hero').waitFor();
    await workbench.tab('Checkout button colour').click();
    await workbench.waitUntil('the panel as it was', async () => {
      const shown = await workbench.webview('h1');
      const isBack = (await shown.locator('h1').innerText()) === 'Checkout button colour';
      const variant = shown.getByRole('checkbox', { name: 'test' });
      return isBack && (await variant.count()) === 1 && !(await variant.isChecked());
    });
  });

  it('says at the line what the experiment does, and opens it from there', async () => {
    const { workbench } = used();
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile('checkoutButton.ts');
    await workbench.waitUntil('a code lens', async () => (await workbench.codeLenses()).length > 0);
    const [lens = ''] = await workbench.codeLenses();
    assert.match(
      lens,
      /(▲|▼|leading|trailing|no difference).* · Running \d+ d|Running \d+ d · Checkout button colour/,
    );
    await workbench.clickCodeLens(/Running \d+ d/);
    const panel = await workbench.webview(`${overTime} canvas`);
    assert.equal(await panel.locator('h1').innerText(), 'Checkout button colour');
  });

  it('creates a draft by a few questions, and tells bad input at once (create)', async () => {
    const { workbench } = used();
    await workbench.runCommand('Experiment Lens: Create Experiment');
    await workbench.pick('New flag');
    await workbench.waitForPrompt('What does the experiment try?');
    await workbench.type('Bigger search field');
    await workbench.accept();
    await workbench.waitForTyped('bigger-search-field');
    await workbench.type('with spaces');
    await workbench.accept();
    await workbench.quickInput
      .getByText('Only letters, numbers, hyphens and underscores are allowed.')
      .waitFor();
    await workbench.type('bigger-search-field');
    await workbench.accept();
    await workbench.waitForTyped('control 50, test 50');
    await workbench.accept();
    await workbench.dialog.getByText('bigger-search-field').waitFor();
    await workbench.pressInDialog('Cancel');
    await workbench.waitForTyped('control 50, test 50');
    await workbench.type('control 34, test 66');
    await workbench.goBack();
    await workbench.waitForTyped('bigger-search-field');
    await workbench.accept();
    await workbench.waitForTyped('control 34, test 66');
    await workbench.accept();
    await workbench.dialog.getByText('control 34, test 66').waitFor();
    await workbench.pressInDialog('Create Draft');
    await workbench.row(view, 'Bigger search field, Draft').waitFor();
  });

  it('duplicates from the context menu onto a proposed flag of its own (duplicate)', async () => {
    const { workbench } = used();
    await workbench.chooseFromContextMenu(
      workbench.row(view, 'Checkout button colour'),
      'Duplicate Experiment',
    );
    await workbench.waitUntil('the name', async () => (await workbench.typed()).endsWith('(copy)'));
    await workbench.accept();
    await workbench.waitForTyped('checkout-button-colour-2');
    await workbench.accept();
    await workbench.pressInDialog('Duplicate');
    await workbench.row(view, 'Checkout button colour (copy), Draft').waitFor();
  });

  it('archives an ended experiment after asking, and does not offer it for a running one', async () => {
    const { workbench } = used();
    await workbench.row(view, /^Ended, /).click();
    const ended = workbench.row(view, 'Product video starts by itself');
    await ended.waitFor();
    const running = await workbench.contextMenuEntries(
      workbench.row(view, 'Checkout button colour, Running'),
    );
    assert.ok(
      running.includes('Duplicate Experiment') && !running.includes('Archive Experiment'),
      running.join(),
    );
    await workbench.chooseFromContextMenu(ended, 'Archive Experiment');
    await workbench.pressInDialog('Archive');
    await workbench.row(view, /^Archived, 2 experiments$/).waitFor();
  });

  it('keeps the last list while PostHog is away, marked, and heals on Refresh', async () => {
    const { workbench, sandbox } = used();
    await sandbox.stop();
    await workbench.runCommand('Experiment Lens: Refresh Experiments');
    await workbench.row(view, /^Offline · as of /).waitFor();
    assert.ok(
      (await workbench.treeRows(view)).some((row) => row.startsWith('Checkout button colour, Running')),
    );
    await workbench.page.reload();
    await workbench.row(view, /^Offline · as of /).waitFor();
    assert.ok(
      (await workbench.treeRows(view)).some((row) => row.startsWith('Checkout button colour, Running')),
      'the kept list is not on screen after a reload without PostHog',
    );
    await sandbox.restart();
    await workbench.row(view, /^Offline/).click();
    await workbench.row(view, /^Offline/).waitFor({ state: 'detached' });
    assert.ok(
      (await workbench.treeRows(view)).some((row) => row.startsWith('Checkout button colour, Running')),
    );
  });
});
