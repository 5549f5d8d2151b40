import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { FlagsPanelState } from '../../src/shared/panelFlags';
import type { FlagAction } from '../../src/shared/panelProtocol';
import { type PanelPage, until, usePanelPages } from './panelPage';

const rows = ({ page }: PanelPage): Locator => page.locator('tbody tr');
const keys = ({ page }: PanelPage): Promise<string[]> => page.locator('tbody th code').allTextContents();
const says = ({ page }: PanelPage, text: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Pages', exact: true }).getByText(text, { exact: true }).waitFor();
const saved = async (panel: PanelPage) =>
  (await panel.harness<FlagsPanelState>('harness.savedState()')).wanted;
const top = ({ page }: PanelPage, name: string): Locator =>
  page.getByRole('navigation', { name: 'Pages', exact: true }).locator('vscode-button', { hasText: name });

async function choose({ page }: PanelPage, picker: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: picker }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

describe('the page of flags (eligible_feature_flags) in a browser', function () {
  this.timeout(20_000);
  const open = usePanelPages();

  it('is a table to a screen reader, also where a row is a card', async () => {
    const panel = await open('flags-few');
    for (const width of [1200, 320]) {
      await panel.page.setViewportSize({ width, height: 800 });
      const table = panel.page.getByRole('table', { name: 'Flags that an experiment can be made on' });
      assert.equal(await table.getByRole('row').count(), 8, `${width} px`);
      assert.equal(await table.getByRole('columnheader').count(), 9);
      assert.equal(
        await table.getByRole('columnheader', { name: 'Created' }).getAttribute('aria-sort'),
        'descending',
      );
      const row = table.getByRole('row', { name: 'search-button' });
      assert.deepEqual(await row.getByRole('cell').allTextContents(), [
        '● On',
        'control 50%test 50%',
        'Grace Hopper',
        'Client',
        'mobile',
        (await row.getByRole('cell').nth(5).textContent()) ?? '',
        'Checkout button colourSearch results in two columns on wide screensExperiment 999',
        'Copy Key search-buttonOpen in PostHog search-button',
      ]);
    }
  });

  it('pages through all by keyboard, and says where it is', async () => {
    const panel = await open('flags-full');
    await says(panel, '1–50 of 340');
    const first = await keys(panel);
    await top(panel, 'Next').focus();
    for (const range of ['51–100', '101–150', '151–200', '201–250', '251–300', '301–340']) {
      await panel.page.keyboard.press('Enter');
      await says(panel, `${range} of 340`);
    }
    await panel.page.getByRole('status').getByText('301–340 of 340').waitFor({ state: 'attached' });
    assert.equal(await rows(panel).count(), 40);
    // Next is dead now: the keyboard is at Previous and goes back from there.
    await panel.page.keyboard.press('Enter');
    await says(panel, '251–300 of 340');
    assert.equal((await saved(panel)).page, 5);
    assert.ok(!(await keys(panel)).some((key) => first.includes(key)));
    assert.deepEqual(panel.complaints, []);
  });

  it('takes the reader to the top of the next page from below the table', async () => {
    const panel = await open('flags-full', { width: 320 });
    const below = panel.page.getByRole('navigation', { name: 'Pages, below the table' });
    await below.locator('vscode-button', { hasText: 'Next' }).click();
    await says(panel, '51–100 of 340');
    assert.ok((await panel.page.evaluate<number>('window.scrollY')) < 900);
    assert.equal(await panel.page.evaluate('document.activeElement.tagName'), 'TABLE');
  });

  it('searches once when the typing pauses, and remembers it over a reload', async () => {
    const panel = await open('flags-full');
    const search = panel.page.getByRole('searchbox', { name: 'Search' });
    await search.pressSequentially('banner', { delay: 20 });
    await until(async () => (await keys(panel)).every((key) => key.includes('banner')), 'only banners');
    assert.equal((await panel.asked('show')).length, 1);
    await panel.page.reload();
    await until(async () => (await keys(panel))[0]?.includes('banner') === true, 'banners after the reload');
    assert.equal(await search.inputValue(), 'banner');
    await panel.button('Clear Filters').click();
    await says(panel, '1–50 of 340');
    assert.equal(await search.inputValue(), '');
    assert.equal(await panel.page.evaluate('document.activeElement.id'), 'flag-search');
  });

  it('filters by state, owner and runtime and sorts, all by PostHog', async () => {
    const panel = await open('flags-full');
    await choose(panel, 'State', 'Off');
    await choose(panel, 'Owner', 'Katherine Johnson');
    await choose(panel, 'Runtime', 'Client and server');
    await choose(panel, 'Sort', 'Key, A to Z');
    await until(
      async () =>
        (await panel.page.locator('tbody tr').allTextContents()).every((text) =>
          /Off.*Katherine Johnson.*Client and server/.test(text),
        ),
      'rows that match',
    );
    const shown = await keys(panel);
    assert.deepEqual(shown, shown.toSorted());
    assert.ok(shown.length > 1);
    assert.equal(
      await panel.page.getByRole('columnheader', { name: 'Flag' }).getAttribute('aria-sort'),
      'ascending',
    );
    assert.deepEqual(await saved(panel), {
      search: '',
      order: 'key',
      page: 0,
      active: false,
      owner: { id: 4, name: 'Katherine Johnson' },
      runtime: 'all',
    });
    await panel.page.reload();
    await until(async () => (await keys(panel)).join() === shown.join(), 'the same after a reload');
    assert.deepEqual(panel.complaints, []);
  });

  it('says how far it looked for a tag, and looks further', async () => {
    const panel = await open('flags-full');
    await choose(panel, 'Tag', 'beta');
    await says(panel, '8 of the 100 flags read have the tag “beta”, 240 not read yet.');
    await panel.button('Read More').click();
    await says(panel, '16 of the 200 flags read have the tag “beta”, 140 not read yet.');
    await panel.button('Read All').click();
    await says(panel, '28 of 340 flags have the tag “beta”.');
    assert.equal(await panel.button('Read All').isVisible(), false);
    assert.equal(await rows(panel).count(), 28);
  });

  it('shows how far a long reading is, and stops it', async () => {
    const panel = await open('flags-tag');
    await says(panel, '8 of the 100 flags read have the tag “beta”, 240 not read yet.');
    await panel.harness(`harness.silence('show')`);
    await panel.button('Read All').click();
    await panel.harness(
      `harness.changed({ loading: true, content: { ...harness.view().content, read: 200, unread: 140 } })`,
    );
    await says(panel, '8 of the 200 flags read have the tag “beta”, 140 not read yet.');
    await panel.button('Stop').click();
    await panel.harness(
      `harness.changed({ content: { ...harness.view().content, read: 200, unread: 140 } })`,
    );
    await panel.button('Read More').waitFor();
    const last = await panel.harness<{ kind: string }>('harness.received.at(-1)');
    assert.equal(last.kind, 'abort');
    assert.equal(await panel.alert.first().isVisible(), false);
  });

  it('keeps the rows in place while another search is under way', async () => {
    const panel = await open('flags-full');
    await says(panel, '1–50 of 340');
    await panel.harness(`harness.silence('show')`);
    await panel.page.getByRole('searchbox').fill('zzz');
    await until(async () => (await panel.asked('show')).length === 1, 'the question');
    assert.equal(await rows(panel).count(), 50);
    assert.equal(await panel.page.locator('.flag-list').getAttribute('aria-busy'), 'true');
    // What the host tells about the page that was left changes nothing.
    await panel.harness(`harness.changed({ content: undefined, loading: false })`);
    assert.equal(await rows(panel).count(), 50);
  });

  it('asks the host for each action of a row, and says what became of it', async () => {
    const panel = await open('flags-few');
    const row = rows(panel).filter({ hasText: 'basket-button' });
    await row.getByRole('button', { name: 'New Experiment… with basket-button' }).click();
    await panel.page.getByRole('status').getByText('Draft created.').waitFor({ state: 'attached' });
    await row.getByRole('button', { name: 'Copy Key basket-button' }).click();
    await panel.page.getByRole('status').getByText('Flag key copied.').waitFor({ state: 'attached' });
    await row.getByRole('button', { name: 'Open in PostHog basket-button' }).press('Enter');
    await rows(panel).first().getByRole('button', { name: 'Checkout button colour' }).click();
    await panel.harness(`harness.outcome({ kind: 'refused', reason: 'The flag is gone.' })`);
    await row.getByRole('button', { name: /^New Experiment/ }).click();
    await panel.alert.getByText('The flag is gone.').waitFor();
    assert.deepEqual(await panel.asked<FlagAction>('act'), [
      { action: 'useInExperiment', flagKey: 'basket-button' },
      { action: 'copyKey', flagKey: 'basket-button' },
      { action: 'openInPostHog', flagId: 902 },
      { action: 'openExperiment', experimentId: 311 },
      { action: 'useInExperiment', flagKey: 'basket-button' },
    ]);
  });

  it('offers no experiment on a flag that has one, and no web page where there is none', async () => {
    const panel = await open('flags-old-server');
    await rows(panel).first().waitFor();
    assert.equal(
      await rows(panel)
        .first()
        .getByRole('button', { name: /^New Experiment/ })
        .count(),
      0,
    );
    assert.equal(await panel.page.getByRole('button', { name: /^Open in PostHog/ }).count(), 0);
  });

  it('keeps the focus in its row while other rows change', async () => {
    const panel = await open('flags-few');
    await panel.page.getByRole('button', { name: 'Copy Key basket-button' }).focus();
    await panel.harness(
      `harness.changed({ content: { ...harness.view().content, rows: harness.view().content.rows.map((row) =>
        row.key === 'search-button' ? { ...row, active: false } : row) } })`,
    );
    await rows(panel).filter({ hasText: 'search-button' }).getByText('Off').waitFor();
    assert.equal(await panel.page.evaluate('document.activeElement.textContent'), 'Copy Key basket-button');
  });

  it('shows names as text, whatever they contain', async () => {
    const panel = await open('flags-hostile');
    await rows(panel).first().waitFor();
    const grown = `document.querySelectorAll('#root img, #root script, #root a, #root iframe, #root [onerror]').length`;
    assert.equal(await panel.page.evaluate(grown), 0);
    assert.equal(await panel.page.evaluate('window.hacked'), undefined);
    assert.doesNotMatch((await panel.page.locator('#root').textContent()) ?? '', /[\u202A-\u202E]/u);
    assert.deepEqual(panel.complaints, []);
  });

  it('puts no more of ten thousand flags on the page than one page of them', async () => {
    const panel = await open('flags-huge');
    await says(panel, '1–50 of 10,000');
    await top(panel, 'Next').click();
    await says(panel, '51–100 of 10,000');
    assert.equal(await rows(panel).count(), 50);
  });
});
