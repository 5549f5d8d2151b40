import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/launchBrowser';
import { startWebviewServer } from '../support/webviewServer';
import { figure, type Figure } from './measure';

const runs = 15;

/**
 * Runs in the page before any script: notes when the panel says `ready`, and how long after it the verdict stands in the
 * header, any chart has been drawn on, and the one over time has. Written as text because it is for the browser, whose globals this room does not know.
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
  window.chartOverTime = when(() => isDrawn(document.querySelector('.chart-stage canvas')));
`;

/** From the webview's `ready` to what is looked for first, in plain Chromium with a stub host. */
export async function measurePanel(): Promise<Figure[]> {
  const server = await startWebviewServer();
  const browser = await launchBrowser();
  try {
    const measured = async (state: string, what: string) =>
      measure(browser, `${server.url}?state=${state}`, what);
    return [
      figure(
        'panel: ready to verdict, 12 metrics x 4 variants',
        'ms',
        await measured('results-many', 'verdict'),
        40,
      ),
      figure('panel: ready to first chart, 21 days', 'ms', await measured('running-won', 'firstChart'), 150),
      figure('panel: ready to first chart, 365 days', 'ms', await measured('huge', 'firstChart'), 150),
      figure('panel: ready to chart over time, 365 days', 'ms', await measured('huge', 'chartOverTime')),
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
