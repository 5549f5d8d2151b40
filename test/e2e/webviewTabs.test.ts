import assert from 'node:assert/strict';
import type { FlagsPanelState } from '../../src/shared/panelFlags';
import type { ExperimentPanelState } from '../../src/shared/panelView';
import { type PanelPage, until, usePanelPages } from './panelPage';

const tab = ({ page }: PanelPage, name: string) => page.getByRole('tab', { name });

describe('the tabs of the panel in a browser', function () {
  this.timeout(20_000);
  const open = usePanelPages();

  it('are one stop of the keyboard: arrows move, Enter turns and keeps the focus', async () => {
    const panel = await open('running-won');
    const { page } = panel;
    await panel.canvas.waitFor();
    await tab(panel, 'Experiment').focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(panel), 'Eligible Flags');
    assert.equal(await tab(panel, 'Experiment').getAttribute('aria-selected'), 'true', 'an arrow turned');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(panel), 'Experiment');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.getByRole('tabpanel', { name: 'Stats' }).getByText('Launched').first().waitFor();
    assert.equal(await focused(panel), 'Stats');
    assert.equal(await page.getByRole('tab', { selected: true }).textContent(), 'Stats');
    await page.keyboard.press('Tab');
    assert.equal(await focused(panel), 'Refresh');
    assert.deepEqual(panel.complaints, []);
  });

  it('keep what each page was left with, also over a reload', async () => {
    const panel = await open('four-variants');
    const { page } = panel;
    await page.getByRole('checkbox', { name: 'emoji' }).press('Space');
    await tab(panel, 'Eligible Flags').click();
    await page.getByRole('searchbox', { name: 'Search' }).fill('rank');
    await until(
      async () => (await panel.harness<FlagsPanelState>('harness.savedState()')).wanted.search === 'rank',
      'the search is kept',
    );
    await page.reload();
    await page.getByRole('searchbox', { name: 'Search' }).waitFor();
    assert.equal(await page.getByRole('searchbox', { name: 'Search' }).inputValue(), 'rank');
    await tab(panel, 'Experiment').click();
    await panel.canvas.waitFor();
    assert.equal(await page.getByRole('checkbox', { name: 'emoji' }).isChecked(), false);
    const state = await panel.harness<ExperimentPanelState>('harness.savedState()');
    assert.deepEqual(state.hiddenVariants, ['emoji']);
    assert.deepEqual(panel.complaints, []);
  });

  it('turn when the host says so, and not to a page that the panel has not', async () => {
    const panel = await open('stats-full');
    await panel.harness(`harness.send({ kind: 'turn', page: 'experiment' })`);
    await panel.harness(`harness.send({ kind: 'turn', page: 'flags' })`);
    await panel.page.getByRole('tabpanel', { name: 'Eligible Flags' }).waitFor();
    assert.equal(await panel.page.getByRole('tab').count(), 2);
  });

  it('do not mix the views of two pages', async () => {
    const panel = await open('running-won');
    await tab(panel, 'Stats').click();
    await panel.page.locator('.figure-value').first().waitFor();
    const heading = await panel.heading.textContent();
    await panel.harness(
      `harness.send({ kind: 'changed', page: 'experiment', view: { ...harness.view(), content: { name: 'Late' } } })`,
    );
    await panel.harness(`harness.changed({ loadedMs: Date.now() + 1 })`);
    await panel.page.getByText('Read from PostHog just now').waitFor();
    assert.equal(await panel.heading.textContent(), heading);
    assert.deepEqual(panel.complaints, []);
  });
});

async function focused({ page }: PanelPage): Promise<string> {
  return page.evaluate(`document.activeElement.textContent`);
}
