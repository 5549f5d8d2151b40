import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { suiteMark } from '../integration/mochaInHost';
import { launchBrowser } from './launchBrowser';
import { resultsFolder } from './paths';
import { startWorkbench, type WorkbenchOptions, type WorkbenchTarget } from './startWorkbench';

export interface SuiteOptions extends WorkbenchOptions, Required<WorkbenchTarget> {
  /** Names what a failure leaves in test-results. */
  readonly name: string;
  readonly timeoutMs?: number;
}

// For all of a suite: a busy machine takes several times as long as a quiet one.
const defaultTimeoutMs = 600_000;

/**
 * Opens the workspace in VS Code's browser workbench, lets the extension host run the tests module and prints what
 * the suite says. Returns the suite's exit code, or 1 when it does not report in time. A failure leaves a screenshot
 * and the whole console, VS Code's own lines included, in test-results.
 */
export async function runInWorkbench(options: SuiteOptions): Promise<number> {
  await using workbench = await startWorkbench(options);
  await using browser = await launchBrowser(options.signal);
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const log: string[] = [];
  await page.exposeFunction('codeAutomationLog', (level: string, args: readonly unknown[]) => {
    const text = args.map(asText).join(' ');
    if (text.startsWith(suiteMark)) console.log(text.slice(suiteMark.length));
    log.push(`${level} ${text}`);
  });
  const exitCode = await exitCodeOf(page, workbench.urlOf(options), options);
  if (exitCode !== 0 && !options.signal?.aborted) {
    await mkdir(resultsFolder, { recursive: true });
    await page.screenshot({ path: join(resultsFolder, `${options.name}.png`) });
    await writeFile(join(resultsFolder, `${options.name}.log`), log.join('\n'));
    console.log(`See test-results/${options.name}.png and test-results/${options.name}.log.`);
  }
  return exitCode;
}

async function exitCodeOf(
  page: Page,
  url: string,
  { signal, timeoutMs = defaultTimeoutMs }: SuiteOptions,
): Promise<number> {
  let report!: (exitCode: number) => void;
  const reported = new Promise<number>((resolve) => (report = resolve));
  await page.exposeFunction('codeAutomationExit', report);
  page.on('crash', () => report(1));
  signal?.addEventListener('abort', () => report(1));
  const timer = setTimeout(() => {
    console.log(`The tests did not report an outcome within ${timeoutMs / 1000} seconds.`);
    report(1);
  }, timeoutMs);
  try {
    await page.goto(url);
    return await reported;
  } finally {
    clearTimeout(timer);
  }
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
