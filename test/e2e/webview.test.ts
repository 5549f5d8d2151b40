import assert from 'node:assert/strict';
import type { TimeseriesView } from '../../src/shared/panelSeries';
import { experimentStates } from '../webview/experimentStates';
import { stateNames } from '../webview/states';
import { themeNames } from '../webview/themes';
import { colourCounts, contrast, rgbOf } from './colours';
import { until, usePanelPages } from './panelPage';
import { tellingTexts, withoutChart } from './webviewTexts';

const overTime = '[aria-labelledby="over-time"]';

describe('panel in a browser', function () {
  this.timeout(20_000);
  const open = usePanelPages();

  for (const state of stateNames) {
    it(`shows ${state} at both widths, with no complaint`, async () => {
      const panel = await open(state);
      const text = tellingTexts[state];
      assert.ok(text, 'a state without a telling text');
      await panel.page.getByText(text).filter({ visible: true }).first().waitFor();
      assert.equal(await panel.canvas.first().isVisible(), !withoutChart.test(state));
      for (const width of [1200, 320]) {
        await panel.page.setViewportSize({ width, height: 800 });
        const overhang = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
        await until(
          async () => (await panel.page.evaluate<number>(overhang)) === 0,
          `no sideways scroll at ${width} px`,
        );
      }
      assert.deepEqual(panel.complaints, []);
    });
  }

  for (const theme of themeNames) {
    it(`draws in the colours of ${theme}, each readable`, async () => {
      const panel = await open('four-variants', { theme });
      await panel.canvas.waitFor();
      const colours = await panel.page.evaluate<string[]>(
        `['background', 'series-1', 'series-2', 'series-3', 'series-4', 'failure', 'warning'].map((name) =>
          getComputedStyle(document.body).getPropertyValue('--lens-' + name).trim())`,
      );
      const [background = '', ...others] = colours.map((colour) => rgbOf(colour));
      const drawn = await colourCounts(panel);
      for (const colour of others)
        assert.ok(contrast(colour, background) >= 4.5, `${colour} on ${background}`);
      for (const colour of others.slice(0, 4)) assert.ok((drawn[colour] ?? 0) > 50, `${colour} in the chart`);
    });
  }

  it('draws the chart again when the theme changes', async () => {
    const panel = await open('running-won');
    await panel.canvas.waitFor();
    const before = await colourCounts(panel);
    assert.ok((before['79,168,224'] ?? 0) > 200, 'blue for dark themes');
    await panel.harness(`harness.setTheme('light')`);
    await until(async () => ((await colourCounts(panel))['0,114,178'] ?? 0) > 200, 'blue for light themes');
    assert.equal((await colourCounts(panel))['79,168,224'], undefined);
    assert.deepEqual(panel.complaints, []);
  });

  it('treats names as text, whatever they contain', async () => {
    const panel = await open('hostile');
    await panel.canvas.waitFor();
    await panel.canvas.hover();
    await panel.page.getByText('Show as table').click();
    await panel.page.locator(`${overTime} tbody`).first().waitFor();
    assert.match(
      (await panel.heading.textContent()) ?? '',
      /^<img src=x onerror="window\.hacked=1"> \]\(command:/,
    );
    const grown = `document.querySelectorAll('#root img, #root script, #root a, #root iframe, #root [onerror]').length`;
    assert.equal(await panel.page.evaluate(grown), 0);
    assert.equal(await panel.page.evaluate('window.hacked'), undefined);
    assert.doesNotMatch((await panel.page.locator('#root').textContent()) ?? '', /[\u202A-\u202E]/u);
    assert.deepEqual(panel.complaints, []);
  });

  it('writes every number of the chart into the table, newest day first', async () => {
    const panel = await open('four-variants');
    await panel.page.getByText('Show as table').click();
    await panel.page.locator(`${overTime} tbody`).first().waitFor();
    const shown = await panel.page.evaluate<string[][][]>(
      `[...document.querySelectorAll('${overTime} tbody')].map((body) =>
        [...body.rows].map((row) => [...row.cells].map((cell) => cell.textContent)))`,
    );
    const answer = experimentStates['four-variants']?.(0).series['m-purchase'];
    assert.ok(answer?.kind === 'result');
    assert.deepEqual(shown, expectedRows(answer.value).toReversed());
    assert.deepEqual(shown[18], [['27 Oct 2026', '✕ not computed: Query exceeded the memory limit.']]);
    assert.deepEqual(shown[13], [['1 Nov 2026', 'not computed']]);
    assert.equal(
      await panel.page.locator(overTime).locator('caption, th[scope="col"], th[scope="rowgroup"]').count(),
      1 + 7 + 34,
    );
  });

  it('describes the chart to a screen reader and opens the table for it', async () => {
    const panel = await open('running-won', { bodyClass: 'vscode-using-screen-reader' });
    const chart = panel.page.getByRole('img', {
      name: /^test: \+13\.82% \[7\.80%, 19\.85%\] vs control on 14 Nov 2026;/,
    });
    await chart.waitFor();
    await panel.page.getByRole('table', { name: /Purchase completed, day by day/ }).waitFor();
  });

  it('reads out the day under the pointer', async () => {
    const panel = await open('four-variants');
    await panel.canvas.waitFor();
    await panel.canvas.scrollIntoViewIfNeeded();
    const box = await panel.canvas.boundingBox();
    assert.ok(box);
    await panel.page.mouse.move(box.x + box.width * 0.85, box.y + 100);
    const card = panel.page.locator('.chart-card');
    await card.waitFor();
    assert.match(
      (await card.textContent()) ?? '',
      /Nov 2026 shorter \+\d+\.\d\d% \[.*Chance to win vs control .*users/,
    );
    await panel.page.mouse.move(0, 0);
    await until(async () => !(await card.isVisible()), 'no card');
  });
});

/** The table by hand, one group of rows per day. */
function expectedRows({ days, series, baselineSamples, errors }: TimeseriesView): string[][][] {
  return days.map((day, index) => {
    const title = new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
      dateStyle: 'medium',
      timeZone: 'UTC',
    });
    const samples = baselineSamples[index];
    if (samples === null || samples === undefined) {
      return [[title, errors[day] === undefined ? 'not computed' : `✕ not computed: ${errors[day]}`]];
    }
    const rows = series.map(({ variantKey, points }) => {
      const point = points[index];
      assert.ok(point?.change !== undefined && point.low !== undefined && point.high !== undefined);
      assert.ok(point.chanceToWin !== undefined);
      const change = `${point.change > 0 ? '+' : ''}${percent(point.change)}`;
      const chance = point.chanceToWin;
      return [
        variantKey,
        change,
        `[${percent(point.low)}, ${percent(point.high)}]`,
        chance >= 0.999
          ? '> 99.9%'
          : chance <= 0.001
            ? '< 0.1%'
            : `${(chance * 100).toFixed(chance < 0.01 ? 2 : 1)}%`,
        point.significant ? 'yes' : 'no',
        point.samples.toLocaleString('en-US'),
      ];
    });
    const [first, ...others] = [...rows, ['control', 'baseline', samples.toLocaleString('en-US')]];
    return [[title, ...first], ...others];
  });
}

function percent(fraction: number): string {
  return `${(fraction * 100).toFixed(2)}%`.replace('-', '−');
}
