import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import type { Sandbox } from '../support/startSandbox';
import { useWorkbench } from './useWorkbench';

const view = 'Experiments';

/** What PostHog itself answers. */
async function ask<T>({ url, env }: Sandbox, path: string): Promise<T> {
  const response = await fetch(`${url}/api/projects/${env['POSTHOG_PROJECT_ID']}/experiments/${path}`, {
    headers: { authorization: `Bearer ${env['POSTHOG_PERSONAL_API_KEY']}` },
  });
  assert.ok(response.ok, `${path}: ${response.status}`);
  return (await response.json()) as T;
}

interface Flags {
  readonly count: number;
  readonly results: readonly { readonly key: string; readonly experiment_set: readonly number[] }[];
}

/** In a browser VS Code keeps what is open every five seconds, and cannot when the page is being left. */
const untilKeptMs = 7_000;

describe('the page of statistics in VS Code, end to end (stats)', function () {
  this.timeout(180_000);
  const used = useWorkbench();

  const figuresOf = (page: Frame) => page.locator('.figure-value').allInnerTexts();
  async function expectedFigures(): Promise<string[]> {
    const stats = await ask<Record<string, number>>(used().sandbox, 'stats/');
    const change = stats['percent_change'] ?? 0;
    return [
      String(stats['launched_last_30d']),
      String(stats['launched_previous_30d']),
      `${change > 0 ? '+' : ''}${change}%`.replace('-', '−'),
      String(stats['active_experiments']),
      String(stats['completed_last_30d']),
    ];
  }

  it('opens from the palette with the figures of PostHog and a drawn chart (stats)', async () => {
    const { workbench } = used();
    await workbench.runCommand('Experiment Lens: Show Experiment Statistics');
    const page = await workbench.webview('.figure-value');
    assert.equal(await page.locator('h1').innerText(), 'Experiment statistics');
    assert.deepEqual(await figuresOf(page), await expectedFigures());
    await workbench.waitForDrawing(page);
    await page.getByText('Read from PostHog just now').waitFor();
  });

  it('keeps what it shows while PostHog fails, says so, and heals on Retry (stats)', async () => {
    const { workbench, sandbox } = used();
    const page = await workbench.webview('.figure-value');
    await sandbox.addFault({ path: '/experiments/stats/', status: 403, times: 1 });
    await page.locator('vscode-button', { hasText: 'Refresh' }).click();
    await page.getByRole('alert').getByText('What you see may be out of date.').waitFor();
    assert.deepEqual(await figuresOf(page), await expectedFigures());
    await page.locator('vscode-button', { hasText: 'Retry' }).click();
    await page.getByRole('alert').first().waitFor({ state: 'hidden' });
  });

  it('is there again after a reload of the window (stats)', async () => {
    const { workbench } = used();
    await workbench.page.waitForTimeout(untilKeptMs);
    await workbench.page.reload();
    await workbench.tab('Experiment Statistics').waitFor();
    const page = await workbench.webview('.figure-value');
    assert.deepEqual(await figuresOf(page), await expectedFigures());
  });
});

describe('the page of flags in VS Code, end to end (eligible_feature_flags)', function () {
  this.timeout(180_000);
  const used = useWorkbench();

  const rowsOf = (page: Frame) => page.locator('table.flags tbody tr');
  const keysOf = (page: Frame) => page.locator('table.flags tbody th code').allInnerTexts();
  const flagsPage = () => used().workbench.webview('table.flags tbody tr');

  it('lists what PostHog calls eligible, with all there is to know (eligible_feature_flags)', async () => {
    const { workbench, sandbox } = used();
    await workbench.openView('Experiment Lens');
    await workbench.row(view, /^Running, \d+ experiments$/).waitFor();
    await workbench.runCommand('Experiment Lens: Browse Eligible Flags');
    const page = await flagsPage();
    const { count, results } = await ask<Flags>(sandbox, 'eligible_feature_flags/?limit=50');
    assert.deepEqual(
      await keysOf(page),
      results.map(({ key }) => key),
    );
    const range = new RegExp(`^1–${Math.min(50, count)} of ${count}$`);
    await page.getByRole('navigation').first().getByText(range).waitFor();
    await page.getByRole('searchbox', { name: 'Search' }).fill('ranking-model');
    await workbench.waitUntil('one row', async () => (await keysOf(page)).join() === 'ranking-model');
    const text = await rowsOf(page).first().innerText();
    for (const part of ['Ranking of search results', 'control 90%', 'model-b 10%', 'Server', 'search']) {
      assert.ok(text.includes(part), `${part} in ${text}`);
    }
  });

  it('keeps search and filters while hidden and over a reload (eligible_feature_flags)', async () => {
    const { workbench } = used();
    await workbench.openFile('checkoutButton.ts');
    await workbench.tab('Eligible Flags').click();
    assert.deepEqual(await keysOf(await flagsPage()), ['ranking-model']);
    await workbench.page.waitForTimeout(untilKeptMs);
    await workbench.page.reload();
    await workbench.tab('Eligible Flags').click();
    const page = await flagsPage();
    assert.equal(await page.getByRole('searchbox', { name: 'Search' }).inputValue(), 'ranking-model');
    assert.deepEqual(await keysOf(page), ['ranking-model']);
  });

  it('begins an experiment on a flag, and then leads to it (eligible_feature_flags)', async () => {
    const { workbench, sandbox } = used();
    const page = await flagsPage();
    await page.getByRole('button', { name: 'New Experiment… with ranking-model' }).click();
    await workbench.waitForPrompt('What does the experiment try?');
    await workbench.type('Another ranking');
    await workbench.accept();
    await workbench.dialog.getByText('which exists already and stays as it is').waitFor();
    await workbench.pressInDialog('Create Draft');
    await page.getByRole('button', { name: 'Another ranking' }).click();
    await workbench.tab('Another ranking').waitFor();
    const { results } = await ask<Flags>(sandbox, 'eligible_feature_flags/?search=ranking-model');
    assert.equal(results[0]?.experiment_set.length, 1);
  });

  it('falls back to all flags, and says so, where PostHog has retired the list (eligible_feature_flags)', async () => {
    const { workbench, sandbox } = used();
    await workbench.tab('Eligible Flags').click();
    const page = await flagsPage();
    await sandbox.addFault({ path: '/eligible_feature_flags/', status: 404 });
    await page.locator('vscode-button', { hasText: 'Refresh' }).click();
    await page.getByText('these were chosen from all flags with variants').waitFor();
    assert.deepEqual(await keysOf(page), ['ranking-model']);
  });

  it('says which scope is missing, and keeps what it shows (eligible_feature_flags)', async () => {
    const { workbench, sandbox } = used();
    const page = await flagsPage();
    await sandbox.addFault({ path: '/(eligible_feature_flags|feature_flags)/', status: 403 });
    await page.locator('vscode-button', { hasText: 'Refresh' }).click();
    await page.getByRole('alert').getByText('Browsing flags needs the scope feature_flag:read.').waitFor();
    assert.deepEqual(await keysOf(page), ['ranking-model']);
    assert.ok(await workbench.tab('Eligible Flags').isVisible());
  });
});
