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
/** As many pages as keep two cores busy. */
const pagesAtOnce = 3;
/** For the answers to arrive, and for tables that are made after the chart. */
const settleMs = 150;
const folder = join(resultsFolder, 'shots');

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const only = process.argv.slice(2);
  const server = await startWebviewServer();
  const browser = await launchBrowser();
  try {
    for (const [kind, states] of statesByKind()) {
      for (const width of sheets.keys()) {
        const themes = themeNames.filter((theme) => isWanted(nameOf(kind, theme, width), only));
        if (themes.length > 0) await drawSheets(browser, server.url, { kind, states, themes, width });
      }
    }
  } finally {
    await browser.close();
    server.close();
  }
}

function nameOf(kind: string, theme: ThemeName, width: number): string {
  return `${kind}-${theme}-${width}`;
}

function isWanted(name: string, only: readonly string[]): boolean {
  return only.length === 0 || only.some((part) => name.includes(part));
}

function statesByKind(): ReadonlyMap<string, readonly string[]> {
  const kinds = new Map<string, string[]>();
  for (const name of stateNames) {
    const { kind } = buildScenario(name, 0).panel;
    kinds.set(kind, [...(kinds.get(kind) ?? []), name]);
  }
  return kinds;
}

interface Sheets {
  readonly kind: string;
  readonly states: readonly string[];
  readonly themes: readonly ThemeName[];
  readonly width: number;
}

interface Shot {
  readonly state: string;
  readonly theme: ThemeName;
  readonly picture: Buffer;
}

/** Each state is opened once and photographed in every theme; several at a time. */
async function drawSheets(
  browser: Browser,
  url: string,
  { kind, states, themes, width }: Sheets,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: heightPx } });
  const waiting = [...states];
  const shots: Shot[] = [];
  const work = async (): Promise<void> => {
    for (let state = waiting.shift(); state !== undefined; state = waiting.shift())
      shots.push(...(await shoot(context, `${url}?state=${state}`, state, themes)));
  };
  await Promise.all(Array.from({ length: pagesAtOnce }, work));
  await context.close();
  for (const theme of themes) {
    const ofTheme = states.flatMap((state) =>
      shots.filter((shot) => shot.state === state && shot.theme === theme),
    );
    const name = nameOf(kind, theme, width);
    await drawSheet(browser, ofTheme, `${theme}, ${width} px`, width, join(folder, `${name}.png`));
    console.log(`test-results/shots/${name}.png`);
  }
}

async function drawSheet(
  browser: Browser,
  shots: readonly Shot[],
  title: string,
  width: number,
  file: string,
): Promise<void> {
  const { columns, scale } = sheets.get(width) ?? { columns: 1, scale: 1 };
  const cell = Math.round(width * scale);
  const figures = shots.map(
    ({ state, picture }) =>
      `<figure><figcaption>${state}</figcaption><img width="${cell}" src="data:image/png;base64,${picture.toString('base64')}"></figure>`,
  );
  const page = await browser.newPage({ viewport: { width: columns * (cell + 16) + 16, height: 600 } });
  await page.setContent(`<!DOCTYPE html><style>
    body { margin: 8px; background: #777; color: #fff; font: bold 14px sans-serif; }
    main { columns: ${columns}; column-gap: 16px; }
    figure { margin: 0 0 16px; break-inside: avoid; }
    img { display: block; margin-top: 4px; }
  </style><h1>${title}</h1><main>${figures.join('')}</main>`);
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
}

async function shoot(
  context: BrowserContext,
  url: string,
  state: string,
  themes: readonly ThemeName[],
): Promise<readonly Shot[]> {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForTimeout(settleMs);
  const shots: Shot[] = [];
  for (const theme of themes) {
    await page.evaluate(`window.lensHarness.setTheme('${theme}')`);
    // Two frames: one in which the page hears of the theme, one for the canvas to be drawn.
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    shots.push({ state, theme, picture: await page.screenshot({ fullPage: true }) });
  }
  await page.close();
  return shots;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
