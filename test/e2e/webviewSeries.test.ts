import assert from 'node:assert/strict';
import { colourCounts } from './colours';
import { until, usePanelPages } from './panelPage';

describe('the chart of daily results', function () {
  this.timeout(20_000);
  const open = usePanelPages();

  it('is one stop for the keyboard, which moves by day, week and variant and is heard', async () => {
    const panel = await open('four-variants');
    await panel.canvas.waitFor();
    const stage = panel.page.getByRole('application', { name: /Arrow keys move by day and variant/ });
    const said = panel.page.locator('[aria-live]');
    const hears = (pattern: RegExp) =>
      until(async () => pattern.test((await said.textContent()) ?? ''), `${pattern} to be said`);
    await panel.button('Fit All').focus();
    await panel.page.keyboard.press('Tab');
    assert.ok(await stage.evaluate((element) => element === element.ownerDocument.activeElement));
    await hears(/^14 Nov 2026, shorter, plus \d+\.\d\d percent, interval .* users$/);
    await panel.page.keyboard.press('ArrowLeft');
    await hears(/^13 Nov 2026, shorter, /);
    await panel.page.keyboard.press('ArrowDown');
    await hears(/^13 Nov 2026, longer, minus /);
    await panel.page.keyboard.press('PageUp');
    await hears(/^6 Nov 2026, longer, /);
    await panel.page.keyboard.press('Home');
    await hears(/^12 Oct 2026, longer, /);
    await panel.page.keyboard.press('End');
    await hears(/^14 Nov 2026, longer, /);
    await panel.page.keyboard.press('Tab');
    assert.ok(await panel.page.evaluate(`document.activeElement.textContent === 'Show as table'`));
    assert.deepEqual(panel.complaints, []);
  });

  it('pins its card on Enter, dismisses it on Escape, and is left by another', async () => {
    const panel = await open('running-won');
    await panel.canvas.waitFor();
    const card = panel.page.locator('.chart-card');
    const stage = panel.page.getByRole('application');
    await stage.press('ArrowLeft');
    assert.match(
      (await card.textContent()) ?? '',
      /^13 Nov 2026.*test \+.*your time \(.*\) · day of project time UTC$/,
    );
    await stage.press('Enter');
    await panel.button('Recalculate This Metric').focus();
    assert.ok(await card.isVisible(), 'pinned');
    await stage.press('Escape');
    assert.equal(await card.isVisible(), false);
    await panel.page.keyboard.press('Escape');
    assert.equal(await panel.page.evaluate('document.activeElement === document.body'), true);
    await panel.canvas.hover();
    assert.ok(await card.isVisible(), 'under the pointer');
    await panel.page.keyboard.press('Escape');
    assert.equal(await card.isVisible(), false);
  });

  it('opens the table on T', async () => {
    const panel = await open('running-won');
    await panel.canvas.waitFor();
    const table = panel.page.getByRole('table', { name: /day by day/ });
    await panel.page.getByRole('application').press('t');
    await table.waitFor();
    await panel.page.getByRole('application').press('T');
    await until(async () => !(await table.isVisible()), 'no table');
  });

  it('tells a failed day by its message, to eyes and ears', async () => {
    const panel = await open('four-variants');
    await panel.canvas.waitFor();
    const stage = panel.page.getByRole('application');
    await stage.press('Home');
    for (let week = 0; week < 2; week++) await stage.press('PageDown');
    await stage.press('ArrowRight');
    await until(
      async () =>
        ((await panel.page.locator('[aria-live]').textContent()) ?? '').startsWith(
          '27 Oct 2026, shorter, not computed: Query exceeded',
        ),
      'the message',
    );
    assert.match(
      (await panel.page.locator('.chart-card').textContent()) ?? '',
      /not computed: Query exceeded/,
    );
    assert.ok(((await colourCounts(panel))['248,81,73'] ?? 0) > 10, 'a cross in the colour of failures');
  });

  it('gives more than four variants a chart each, and the keyboard goes through them', async () => {
    const panel = await open('series-six');
    await until(async () => (await panel.canvas.count()) === 6, 'six charts');
    assert.match((await panel.canvas.nth(5).getAttribute('aria-label')) ?? '', /^no-label: −/);
    const stage = panel.page.getByRole('application');
    for (let line = 0; line < 5; line++) await stage.press('ArrowDown');
    await until(
      async () => /, no-label, /.test((await panel.page.locator('[aria-live]').textContent()) ?? ''),
      'the last variant',
    );
    await panel.page.getByRole('checkbox', { name: 'emoji' }).press('Space');
    await panel.page.getByRole('checkbox', { name: 'longer' }).press('Space');
    await until(async () => (await panel.canvas.count()) === 1, 'one chart for four variants');
    assert.deepEqual(panel.complaints, []);
  });

  it('marks changes on request, and says why it may not', async () => {
    const panel = await open('series-planned');
    await panel.canvas.waitFor();
    await panel.harness(`harness.fail('changes', 'The key may not read the activity.')`);
    await panel.button('Mark Changes').click();
    await panel.page.getByText('The key may not read the activity.').waitFor();
    await panel.harness(`harness.fail('changes', undefined)`);
    await panel.button('Mark Changes').click();
    await until(async () => (await panel.asked('timeseries')).length === 2, 'the days with what was done');
    assert.equal((await panel.asked('changes')).length, 2);
    assert.equal(await panel.page.getByText('The key may not read').count(), 0);
  });

  it('has the metric on screen recalculated, and asks for its days again', async () => {
    const panel = await open('running-won');
    await panel.canvas.waitFor();
    await panel.harness(`harness.outcome({ kind: 'cancelled' })`);
    const recalculate = panel.page.locator('section vscode-button', { hasText: 'Recalculate' });
    await recalculate.click();
    await until(async () => (await panel.asked('recalculate')).length === 1, 'a request');
    assert.deepEqual(await panel.asked('recalculate'), [{ metricUuid: 'm-purchase' }]);
    assert.equal((await panel.asked('timeseries')).length, 1);
    await panel.harness(`harness.outcome({ kind: 'done' })`);
    await recalculate.click();
    await until(async () => (await panel.asked('timeseries')).length === 2, 'the days again');
  });

  it('follows a recalculation also while there is nothing yet', async () => {
    const panel = await open('recalculating-nothing', { frozen: true });
    await panel.page.getByText('0 of 21 days so far').waitFor();
    assert.equal(await panel.page.getByText('look again later').count(), 0);
    await panel.page.clock.fastForward(31_000);
    await until(async () => (await panel.asked('timeseries')).length === 2, 'another look');
  });

  it('is saved as a picture at twice its size, opaque and with its caveats', async () => {
    const panel = await open('series-planned', { theme: 'light', width: 320 });
    await panel.canvas.first().waitFor();
    await panel.page.getByRole('button', { name: 'Export' }).click();
    await panel.page.getByRole('menuitem', { name: 'Save the Chart as PNG…' }).click();
    await until(async () => (await panel.asked('export')).length === 1, 'a picture');
    const [{ to, picture } = { to: '', picture: '' }] = await panel.asked<{ to: string; picture: string }>(
      'export',
    );
    assert.equal(to, 'png');
    const seen = await panel.page.evaluate<{ width: number; transparent: number; footInk: number }>(
      `new Promise((resolve, reject) => {
        const bytes = Uint8Array.from(atob(${JSON.stringify('PICTURE')}.split(',')[1]), (letter) => letter.charCodeAt(0));
        createImageBitmap(new Blob([bytes], { type: 'image/png' })).then((image) => {
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
          context.drawImage(image, 0, 0);
          const { data } = context.getImageData(0, 0, image.width, image.height);
          const foot = context.getImageData(0, image.height - 220, image.width, 170).data;
          const count = (pixels, test) => pixels.reduce((sum, _, at) => sum + (at % 4 === 0 && test(pixels, at) ? 1 : 0), 0);
          resolve({
            width: image.width,
            transparent: count(data, (pixels, at) => pixels[at + 3] !== 255),
            footInk: count(foot, (pixels, at) => pixels[at] < 128),
          });
        }, reject);
      })`.replace('PICTURE', picture),
    );
    assert.deepEqual([seen.width, seen.transparent], [2000, 0]);
    assert.ok(seen.footInk > 2000, `${seen.footInk} dark pixels of text below the chart`);
    assert.deepEqual(panel.complaints, []);
  });
});
