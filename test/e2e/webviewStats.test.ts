import assert from 'node:assert/strict';
import { themeNames } from '../webview/themes';
import { colourCounts, rgbOf } from './colours';
import { until, usePanelPages } from './panelPage';

describe('the page of statistics (stats) in a browser', function () {
  this.timeout(20_000);
  const open = usePanelPages();

  it('says every figure with its meaning, in order, to a screen reader too', async () => {
    const { page } = await open('stats-full');
    await page.locator('dl').waitFor();
    const terms = await page.locator('dt').allTextContents();
    assert.deepEqual(terms, [
      'Launched, last 30 days',
      'Launched, 30 days before',
      'Change',
      'Active now',
      'Completed, last 30 days',
    ]);
    const details = await page.locator('dd').allTextContents();
    assert.equal(details.length, 10);
    assert.deepEqual(
      details.filter((_, index) => index % 2 === 0),
      ['7', '4', '+75%', '9', '3'],
    );
  });

  it('describes its chart in a sentence and repeats it as a table', async () => {
    const panel = await open('stats-full', { bodyClass: 'vscode-using-screen-reader' });
    await panel.page.getByRole('img', { name: /^7 experiments launched in the last 30 days/ }).waitFor();
    const table = panel.page.getByRole('table', { name: 'Experiments launched and completed' });
    await table.waitFor();
    assert.deepEqual(await table.locator('tbody tr').allTextContents(), [
      'Launched, 30 days before4',
      'Launched, last 30 days7',
      'Completed, last 30 days3',
    ]);
  });

  it('opens the table by keyboard', async () => {
    const panel = await open('stats-full');
    await panel.page.locator('summary').focus();
    await panel.page.keyboard.press('Enter');
    await panel.page.getByRole('table').waitFor();
    assert.deepEqual(panel.complaints, []);
  });

  for (const theme of themeNames) {
    it(`draws its bars in the colours of ${theme}, and again when the theme changes`, async () => {
      const panel = await open('stats-full', { theme: theme === 'light' ? 'dark' : 'light' });
      await panel.canvas.waitFor();
      await panel.harness(`harness.setTheme('${theme}')`);
      const colours = await panel.page.evaluate<string[]>(
        `['series-1', 'series-4'].map((name) =>
          getComputedStyle(document.body).getPropertyValue('--lens-' + name).trim())`,
      );
      for (const colour of colours.map(rgbOf)) {
        await until(async () => ((await colourCounts(panel))[colour] ?? 0) > 500, `bars in ${colour}`);
      }
    });
  }

  it('keeps what it shows when it cannot be read again, and tells its age', async () => {
    const panel = await open('stats-full', { frozen: true });
    await panel.page.getByText('Read from PostHog 5 min ago').waitFor();
    await panel.harness(`harness.fail('refresh', 'PostHog is down.')`);
    await panel.button('Refresh').click();
    await panel.alert.getByText('PostHog is down.').waitFor();
    assert.ok(await panel.canvas.isVisible());
    await panel.page.clock.fastForward(61_000);
    await panel.page.getByText('Read from PostHog 6 min ago').waitFor();
    await panel.harness(`harness.fail('refresh', undefined)`);
    await panel.button('Retry').click();
    await panel.page.getByText('Read from PostHog just now').waitFor();
    assert.deepEqual(panel.complaints, []);
  });

  it('follows what the host tells', async () => {
    const panel = await open('stats-full');
    await panel.canvas.waitFor();
    await panel.harness(
      `harness.changed({ content: { ...harness.view().content, sentence: 'All is quiet.', isEmpty: true } })`,
    );
    await panel.page.getByText('No experiment was launched or completed').waitFor();
    assert.equal(await panel.canvas.isVisible(), false);
  });
});
