import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { commands, ViewColumn, window } from 'vscode';
import { idOfFlag, openSampleProject, script } from '../integration/suite/sampleProject';

// Runs in an extension host of the workbench: opens and closes webviews, and after each asks the bench, which sees the
// window, to say when it is on screen. What the host keeps in memory it tells itself.

/** VS Code calls this. */
export async function run(): Promise<void> {
  const { BENCH_URL: url, BENCH_TIMED: timed, BENCH_KEPT: kept } = process.env;
  await openSampleProject();
  const id = await idOfFlag('express-pay');
  await window.showTextDocument(await script('// the code'), ViewColumn.One);
  const openers = {
    empty: openEmpty,
    panel: () => commands.executeCommand('experimentLens.openExperiment', { id }),
  };

  async function open(what: keyof typeof openers): Promise<void> {
    const sinceMs = Date.now();
    await openers[what]();
    await ask(`${url}/shown?what=${what}&since=${sinceMs}`);
    await commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
  }

  for (let round = 0; round < Number(timed); round++) {
    await open('empty');
    await open('panel');
  }
  for (const what of ['empty', 'panel'] as const) {
    await ask(`${url}/memory?what=${what}&host=${usedBytes()}`);
    for (let round = 0; round < Number(kept); round++) await open(what);
    await ask(`${url}/memory?what=${what}&host=${usedBytes()}`);
  }
}

/** Beside the code and without the focus, as our own panel opens. */
function openEmpty(): void {
  const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
  const panel = window.createWebviewPanel('bench.empty', 'Empty', place, { enableScripts: true });
  panel.webview.html = '<!DOCTYPE html><html lang="en"><body><p id="empty">Empty</p></body></html>';
}

async function ask(url: string): Promise<void> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${await answer.text()}`);
}

/** What is left once all that nobody holds is gone. */
function usedBytes(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}
