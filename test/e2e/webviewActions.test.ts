import assert from 'node:assert/strict';
import { type PanelPage, until, usePanelPages } from './panelPage';

const menu = ({ page }: PanelPage, name: string) => page.getByRole('button', { name, exact: true });
const items = ({ page }: PanelPage) => page.getByRole('menuitem');

describe('what can be done from the panel, in a browser', function () {
  this.timeout(20_000);
  const open = usePanelPages();

  it('offers every action of this state, the rarer ones in a menu', async () => {
    const panel = await open('running-won');
    await panel.button('Edit…').waitFor();
    assert.equal(await panel.button('Open in PostHog').isVisible(), true);
    await menu(panel, 'More').click();
    assert.deepEqual(await items(panel).allTextContents(), [
      'Recalculate…',
      'Duplicate…',
      'Copy Flag Key',
      'Create Exposure Cohort…',
      'Check Flag Implementation',
      'Delete…',
    ]);
    await items(panel).filter({ hasText: 'Delete…' }).click();
    assert.deepEqual(await panel.asked('act'), [{ action: 'delete' }]);
    assert.deepEqual(panel.complaints, []);
  });

  it('opens, walks and closes a menu by keyboard', async () => {
    const panel = await open('running-won');
    const { page } = panel;
    const focused = () => page.evaluate<string>('document.activeElement.textContent');
    await menu(panel, 'More').focus();
    await page.keyboard.press('ArrowDown');
    assert.equal(await menu(panel, 'More').getAttribute('aria-expanded'), 'true');
    assert.equal(await focused(), 'Recalculate…');
    await page.keyboard.press('ArrowUp');
    assert.equal(await focused(), 'Delete…');
    await page.keyboard.press('c');
    assert.equal(await focused(), 'Copy Flag Key');
    await page.keyboard.press('Escape');
    assert.equal(await items(panel).count(), 0);
    assert.match(await focused(), /^More/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.equal(await items(panel).count(), 0, 'Tab leaves and closes');
    await menu(panel, 'More').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    assert.deepEqual(await panel.asked('act'), [{ action: 'delete' }]);
    assert.match(await focused(), /^More/);
  });

  it('closes a menu when somebody clicks elsewhere', async () => {
    const panel = await open('running-won');
    await menu(panel, 'Export').click();
    await panel.heading.click();
    await until(async () => (await items(panel).count()) === 0, 'no menu');
  });

  it('asks for an export of each kind and says what became of it', async () => {
    const panel = await open('running-won');
    for (const item of ['Copy as Markdown', 'Save as CSV…', 'Save as JSON…']) {
      await menu(panel, 'Export').click();
      await items(panel).filter({ hasText: item }).click();
    }
    assert.deepEqual(await panel.asked('export'), [{ to: 'clipboard' }, { to: 'csv' }, { to: 'json' }]);
    await panel.page.getByRole('status').getByText('Saved.').waitFor({ state: 'attached' });
  });

  it('names the pages of PostHog it leads to, and never their addresses', async () => {
    const panel = await open('running-won');
    const link = (name: string) => panel.page.getByRole('button', { name, exact: true });
    for (const name of [
      'Feature flag',
      'Exposures of the last hour, as they arrive',
      'Recordings of test',
      'People of control',
      'Average basket as an insight',
    ])
      await link(name).click();
    assert.deepEqual(await panel.asked('open'), [
      { to: 'flag' },
      { to: 'exposures' },
      { to: 'recordings', variantKey: 'test' },
      { to: 'people', variantKey: 'control' },
      { to: 'insight', metricUuid: 'm-revenue' },
    ]);
    assert.equal(await panel.page.locator('a').count(), 0);
  });

  it('offers to restore what was deleted from here', async () => {
    const panel = await open('deleted');
    await panel.alert.getByText('The experiment was deleted.').waitFor();
    await panel.button('Restore…').click();
    assert.deepEqual(await panel.asked('remedy'), [{ remedy: 'restore' }]);
    assert.equal(await menu(panel, 'More').count(), 0);
  });

  it('takes up the colours of the theme when the setting says so, and draws again', async () => {
    const panel = await open('running-won');
    await panel.canvas.first().waitFor();
    const colour = () =>
      panel.page.evaluate<string>(
        `getComputedStyle(document.body).getPropertyValue('--lens-series-1').trim()`,
      );
    const before = await colour();
    const pixels = () => panel.canvas.last().screenshot();
    const drawn = await pixels();
    await panel.harness(`harness.send({ kind: 'palette', palette: 'theme' })`);
    await until(async () => (await colour()) !== before, 'other colours');
    await until(async () => !(await pixels()).equals(drawn), 'another drawing');
    await panel.harness(`harness.send({ kind: 'palette', palette: 'colorblind' })`);
    await until(async () => (await colour()) === before, 'the colours of before');
  });

  it('says the verdict in its header with the age of the results', async () => {
    const panel = await open('results-stale');
    await panel.page.locator('header .verdict-sentence').filter({ hasText: 'won' }).waitFor();
    await panel.page
      .locator('header')
      .getByText(/^Results as of/)
      .waitFor();
  });
});
