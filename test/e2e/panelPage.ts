import assert from 'node:assert/strict';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../support/launchBrowser';
import { startWebviewServer, type WebviewServer } from '../support/webviewServer';

export interface OpenOptions {
  readonly theme?: string;
  readonly width?: number;
  /** A class that VS Code adds to the body, such as `vscode-using-screen-reader`. */
  readonly bodyClass?: string;
  /** Stops the page's clock; `page.clock` then moves it. */
  readonly frozen?: boolean;
}

/** The panel's page in one state of the harness, and what went wrong on it. */
export interface PanelPage {
  readonly page: Page;
  readonly heading: Locator;
  readonly canvas: Locator;
  readonly alert: Locator;
  readonly summary: Locator;
  readonly picker: Locator;
  readonly button: (name: string) => Locator;
  /** The params of the requests of this method so far. */
  readonly asked: <T>(method: string) => Promise<T[]>;
  /** Runs in the page; `harness` is the stub host. */
  readonly harness: <T>(expression: string) => Promise<T>;
  /** Errors of console and page, and violations of the content security policy. */
  readonly complaints: readonly string[];
}

const watchPolicy = `document.addEventListener('securitypolicyviolation', (event) =>
  console.error('Policy violated: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample))`;

/** One browser for a suite; every page is closed after its test. Call it inside `describe`. */
export function usePanelPages(): (state: string, options?: OpenOptions) => Promise<PanelPage> {
  let browser: Browser;
  let server: WebviewServer;
  let context: BrowserContext | undefined;

  before(async () => {
    server = await startWebviewServer();
    browser = await launchBrowser();
  });
  afterEach(async () => {
    await context?.close();
    context = undefined;
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  return async (state, { theme = 'dark', width = 1200, bodyClass, frozen } = {}) => {
    await context?.close();
    context = await browser.newContext({ viewport: { width, height: 800 } });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('dialog', (dialog) => {
      complaints.push(`Dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.addInitScript(watchPolicy);
    if (frozen) await page.clock.install();
    const query = new URLSearchParams({ state, theme, ...(bodyClass && { body: bodyClass }) });
    await page.goto(`${server.url}?${query.toString()}`);
    await page.locator('vscode-button').first().waitFor({ state: 'attached' });
    return {
      page,
      heading: page.getByRole('heading', { level: 1 }),
      canvas: page.locator(`${besideExposures} canvas`),
      alert: page.getByRole('alert'),
      summary: page.locator('.summary p'),
      picker: page.getByRole('combobox', { name: 'Metric' }),
      button: (name) => page.locator('vscode-button', { hasText: name }),
      asked: <T>(method: string) =>
        page.evaluate<T[]>(
          `window.lensHarness.received.filter((sent) => sent.method === '${method}').map(({ params }) => params)`,
        ),
      harness: <T>(expression: string) =>
        page.evaluate<T>(`(({ lensHarness: harness }) => ${expression})(window)`),
      complaints,
    };
  };
}

/** The chart of exposures has tests of its own; the others are about the one chart beside it. */
export const besideExposures = 'section:not([aria-labelledby="exposures"])';

/** Waits for what the page shows a moment later. */
export async function until(
  condition: () => Promise<boolean>,
  what: string,
  timeoutMs = 3000,
): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await condition())) {
    assert.ok(Date.now() < end, `Waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
