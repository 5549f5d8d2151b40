import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/launchBrowser';
import { startWebviewServer } from '../support/webviewServer';
import { figure, type Figure } from './measure';

const runs = 15;
/** Of the state `huge`. */
const metricCount = 12;
/** Between two choices, for what a page does after it has answered one. */
const restMs = 100;

/**
 * Runs in the page before any script: notes when the panel says `ready`, and how long after it the verdict stands in the
 * header, any chart has been drawn on, and the one over time has; and lets another metric be picked. Written as text
 * because it is for the browser, whose globals this room does not know.
 */
const probe = `
  let readyMs;
  let api;
  Object.defineProperty(window, 'acquireVsCodeApi', {
    get: () => () => {
      const real = api();
      return { ...real, postMessage(message) {
        if (message.method === 'ready') readyMs ??= performance.now();
        real.postMessage(message);
      } };
    },
    set: (value) => { api = value; },
  });
  const isDrawn = (canvas) => {
    const pixels = canvas?.width ? canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data : [];
    return pixels.some((value) => value !== 0);
  };
  const when = (isThere) => new Promise((resolve) => {
    const look = () => (isThere() ? resolve(performance.now() - readyMs) : requestAnimationFrame(look));
    requestAnimationFrame(look);
  });
  window.verdict = when(() => readyMs !== undefined && document.querySelector('.verdict-sentence')?.textContent);
  window.firstChart = when(() => [...document.querySelectorAll('canvas')].some(isDrawn));
  let drawnMs = 0;
  const clear = CanvasRenderingContext2D.prototype.clearRect;
  CanvasRenderingContext2D.prototype.clearRect = function (...place) {
    if (this.canvas.closest('.chart-stage')) drawnMs = performance.now();
    return clear.apply(this, place);
  };
  window.switchMetric = async (place) => {
    const picker = document.querySelector('.picker vscode-dropdown');
    const words = () => document.querySelector('.summary').textContent;
    const before = words();
    const start = performance.now();
    picker.selectedIndex = place;
    picker.dispatchEvent(new Event('change'));
    while (words() === before || drawnMs < start) await new Promise(requestAnimationFrame);
    return performance.now() - start;
  };
  window.chartOverTime = when(() => isDrawn(document.querySelector('.chart-stage canvas')));
`;

/** From the webview's `ready` to what is looked for first, in plain Chromium with a stub host. */
export async function measurePanel(): Promise<Figure[]> {
  const server = await startWebviewServer();
  const browser = await launchBrowser();
  try {
    const measured = async (state: string, what: string) =>
      measure(browser, `${server.url}?state=${state}`, what);
    const huge = '12 metrics x 4 variants x 365 days';
    return [
      figure(`panel: ready to verdict, ${huge}`, 'ms', await measured('huge', 'verdict'), 40),
      figure('panel: ready to first chart, 21 days', 'ms', await measured('running-won', 'firstChart'), 150),
      figure(`panel: ready to first chart, ${huge}`, 'ms', await measured('huge', 'firstChart'), 150),
      figure(`panel: ready to chart over time, ${huge}`, 'ms', await measured('huge', 'chartOverTime')),
      figure(
        `panel: another metric is picked, ${huge}`,
        'ms',
        await measureSwitches(browser, `${server.url}?state=huge`),
        50,
      ),
    ];
  } finally {
    await browser.close();
    server.close();
  }
}

async function measure(browser: Browser, url: string, what: string): Promise<number[]> {
  const values: number[] = [];
  for (let run = 0; run < runs; run++) {
    const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
    await page.addInitScript(probe);
    await page.goto(`${url}&theme=dark`);
    values.push(await page.evaluate<number>(`window.${what}`));
    await page.close();
  }
  return values;
}

/** From the choice of a metric to the frame with its chart: of each metric the first time, when it is asked for, too. */
async function measureSwitches(browser: Browser, url: string): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  await page.addInitScript(probe);
  await page.goto(`${url}&theme=dark`);
  await page.evaluate('window.chartOverTime');
  const values: number[] = [];
  for (let run = 0; run < runs; run++) {
    values.push(await page.evaluate<number>(`window.switchMetric(${(run + 1) % metricCount})`));
    await page.waitForTimeout(restMs);
  }
  await page.close();
  return values;
}
