/**
 * Draws every state of the panel in every theme: one contact sheet per kind of page, theme and width, in
 * test-results/shots. Arguments choose some of the sheets, each by a part of its name.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { buildScenario, stateNames } from '../webview/states';
import { themeNames, type ThemeName } from '../webview/themes';
import { launchBrowser } from './launchBrowser';
import { resultsFolder } from './paths';
import { startWebviewServer } from './webviewServer';

/** Columns and the scale of the pictures on the sheet, by width of the panel. */
const sheets = new Map([
  [320, { columns: 7, scale: 1 }],
  [1200, { columns: 3, scale: 0.55 }],
]);
const heightPx = 800;
const folder = join(resultsFolder, 'shots');

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const only = process.argv.slice(2);
  const server = await startWebviewServer();
  const browser = await launchBrowser();
  try {
    for (const [kind, states] of statesByKind()) {
      for (const theme of themeNames) {
        for (const width of sheets.keys()) {
          const name = `${kind}-${theme}-${width}`;
          if (only.length > 0 && !only.some((part) => name.includes(part))) continue;
          await drawSheet(browser, server.url, { states, theme, width }, join(folder, `${name}.png`));
          console.log(`test-results/shots/${name}.png`);
        }
      }
    }
  } finally {
    await browser.close();
    server.close();
  }
}

function statesByKind(): ReadonlyMap<string, readonly string[]> {
  const kinds = new Map<string, string[]>();
  for (const name of stateNames) {
    const { kind } = buildScenario(name, 0).panel;
    kinds.set(kind, [...(kinds.get(kind) ?? []), name]);
  }
  return kinds;
}

interface Sheet {
  readonly states: readonly string[];
  readonly theme: ThemeName;
  readonly width: number;
}

async function drawSheet(
  browser: Browser,
  url: string,
  { states, theme, width }: Sheet,
  file: string,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: heightPx } });
  const shots: { name: string; picture: Buffer }[] = [];
  for (const name of states)
    shots.push({ name, picture: await shoot(context, `${url}?state=${name}&theme=${theme}`) });
  await context.close();

  const { columns, scale } = sheets.get(width) ?? { columns: 1, scale: 1 };
  const cell = Math.round(width * scale);
  const figures = shots.map(
    ({ name, picture }) =>
      `<figure><figcaption>${name}</figcaption><img width="${cell}" src="data:image/png;base64,${picture.toString('base64')}"></figure>`,
  );
  const page = await browser.newPage({ viewport: { width: columns * (cell + 16) + 16, height: 600 } });
  await page.setContent(`<!DOCTYPE html><style>
    body { margin: 8px; background: #777; color: #fff; font: bold 14px sans-serif; }
    main { columns: ${columns}; column-gap: 16px; }
    figure { margin: 0 0 16px; break-inside: avoid; }
    img { display: block; margin-top: 4px; }
  </style><h1>${theme}, ${width} px</h1><main>${figures.join('')}</main>`);
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
}

async function shoot(context: BrowserContext, url: string): Promise<Buffer> {
  const page = await context.newPage();
  await page.goto(url);
  // Two frames: one for the answers to arrive, one for the canvas to be drawn.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  await page.waitForTimeout(150);
  const picture = await page.screenshot({ fullPage: true });
  await page.close();
  return picture;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
