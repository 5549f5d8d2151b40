import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/launchBrowser';
import { startWebviewServer } from '../support/webviewServer';
import { figure, type Figure } from './measure';

const runs = 15;

/**
 * Runs in the page before any script: notes when the panel says `ready`, and when the chart over time has been drawn on.
 * Written as text because it is for the browser, whose globals this room does not know.
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
  window.firstChart = new Promise((resolve) => {
    const look = () => {
      const canvas = document.querySelector('.chart-stage canvas');
      const pixels = canvas?.width ? canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data : [];
      if (pixels.some((value) => value !== 0)) resolve(performance.now() - readyMs);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
`;

/** From the webview's `ready` to the first drawn chart, in plain Chromium with a stub host. */
export async function measurePanel(): Promise<Figure[]> {
  const server = await startWebviewServer();
  const browser = await launchBrowser();
  try {
    return [
      figure(
        'panel: ready to first chart, 21 days',
        'ms',
        await firstCharts(browser, server.url, 'running-won'),
      ),
      figure('panel: ready to first chart, 365 days', 'ms', await firstCharts(browser, server.url, 'huge')),
    ];
  } finally {
    await browser.close();
    server.close();
  }
}

async function firstCharts(browser: Browser, url: string, state: string): Promise<number[]> {
  const values: number[] = [];
  for (let run = 0; run < runs; run++) {
    const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
    await page.addInitScript(probe);
    await page.goto(`${url}?state=${state}&theme=dark`);
    values.push(await page.evaluate<number>('window.firstChart'));
    await page.close();
  }
  return values;
}
