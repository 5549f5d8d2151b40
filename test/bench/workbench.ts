import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { copyWorkspace } from '../support/copyWorkspace';
import { launchBrowser } from '../support/launchBrowser';
import { projectRoot } from '../support/paths';
import { startWorkbench } from '../support/startWorkbench';
import { figure, type Figure } from './measure';

const warmUps = 3;
const timed = 15;
const kept = 100;
const patienceMs = 60_000;
const bytesInMb = 1_000_000;
/** A hundred panels that stayed would be tens of times as much; the garbage of VS Code itself varies by this. */
const flatMb = 3;

/** Begins what the bench hears of a webview; the rest is what it is and when it was there. */
const mark = 'on screen: ';

/**
 * Runs in every frame of the window, as text because this room knows no DOM. In the frame that VS Code puts around a
 * webview it says when the document inside is shown: our panel is once the host has answered it, with its verdict and
 * what can be trusted of it.
 */
const watch = `
  if (location.pathname.endsWith('/webview/browser/pre/index.html')) {
    const found = (inside) => {
      if (inside?.getElementById('empty')) return 'empty';
      return inside?.querySelector('.verdict-sentence')?.textContent && inside.querySelector('.chip') && 'panel';
    };
    const look = () => {
      const what = found(document.getElementById('active-frame')?.contentDocument);
      if (what) console.log('${mark}' + what + ' ' + Date.now());
      else setTimeout(look, 2);
    };
    look();
  }
`;

type What = 'empty' | 'panel';

interface Memory {
  readonly host: number;
  readonly page: number;
}

/** What opening a panel costs in a real workbench, beside an empty webview, and what a hundred of them leave behind. */
export async function measureWorkbench(): Promise<Figure[]> {
  const shown: { readonly what: string; readonly atMs: number }[] = [];
  const opening: Record<What, number[]> = { empty: [], panel: [] };
  const memory: Record<What, Memory[]> = { empty: [], panel: [] };
  let window: Page | undefined;
  let devTools: CDPSession | undefined;

  async function waitUntilShown(what: What, sinceMs: number): Promise<void> {
    for (const end = Date.now() + patienceMs; Date.now() < end; await window?.waitForTimeout(5)) {
      const seen = shown.find((each) => each.what === what && each.atMs >= sinceMs);
      if (seen) return void opening[what].push(seen.atMs - sinceMs);
    }
    throw new Error(`A webview (${what}) did not come on screen.`);
  }

  async function noteMemory(what: What, host: number): Promise<void> {
    await devTools?.send('HeapProfiler.collectGarbage');
    const { metrics = [] } = (await devTools?.send('Performance.getMetrics')) ?? {};
    const page = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
    memory[what].push({ host, page });
  }

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const what: What = searchParams.get('what') === 'panel' ? 'panel' : 'empty';
    const work =
      pathname === '/shown'
        ? waitUntilShown(what, Number(searchParams.get('since')))
        : noteMemory(what, Number(searchParams.get('host')));
    work.then(
      () => response.end(),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;

  try {
    await using workspace = await copyWorkspace();
    await using workbench = await startWorkbench({
      env: {
        BENCH_URL: `http://127.0.0.1:${port}`,
        BENCH_TIMED: String(warmUps + timed),
        BENCH_KEPT: String(kept),
      },
    });
    await using browser = await launchBrowser();
    window = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    devTools = await window.context().newCDPSession(window);
    await devTools.send('Performance.enable');
    window.on('console', (message) => {
      if (!message.text().startsWith(mark)) return;
      const [what = '', atMs] = message.text().slice(mark.length).split(' ');
      shown.push({ what, atMs: Number(atMs) });
    });
    await window.addInitScript(watch);
    const ended = new Promise<number>((resolve) => {
      void window?.exposeFunction('codeAutomationExit', resolve);
    });
    const said: string[] = [];
    await window.exposeFunction('codeAutomationLog', (_level: string, args: readonly unknown[]) =>
      said.push(args.join(' ')),
    );
    await window.goto(
      workbench.urlOf({
        workspace: workspace.path,
        extensionPath: projectRoot,
        testsPath: join(projectRoot, 'dist/test/bench/workbenchProbe.js'),
      }),
    );
    if ((await ended) !== 0) throw new Error(`The probe in the workbench failed:\n${said.at(-1)}`);
  } finally {
    server.close();
  }
  return figuresOf(opening, memory);
}

function figuresOf(opening: Record<What, number[]>, memory: Record<What, Memory[]>): Figure[] {
  const measured = (what: What) => opening[what].slice(warmUps, warmUps + timed);
  const empty = figure('workbench: opening an empty webview', 'ms', measured('empty'));
  const panels = measured('panel');
  const grown = (what: What, where: keyof Memory) => {
    const [before, after] = memory[what];
    return [((after?.[where] ?? Number.NaN) - (before?.[where] ?? Number.NaN)) / bytesInMb];
  };
  const rounds = `${kept} open-close rounds`;
  return [
    empty,
    figure('workbench: opening the panel', 'ms', panels),
    figure(
      'workbench: what the panel adds to an empty webview',
      'ms',
      panels.map((ms) => ms - empty.median),
      150,
    ),
    figure(`workbench, page: kept after ${rounds} of an empty webview`, 'MB', grown('empty', 'page')),
    figure(`workbench, page: kept after ${rounds} of the panel`, 'MB', grown('panel', 'page'), flatMb),
    figure(`workbench, host: kept after ${rounds} of an empty webview`, 'MB', grown('empty', 'host')),
    figure(`workbench, host: kept after ${rounds} of the panel`, 'MB', grown('panel', 'host'), flatMb),
  ];
}
