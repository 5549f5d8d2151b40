import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openWorkbench } from '../e2e/useWorkbench';
import type { WorkbenchPage } from '../e2e/workbenchPage';
import { projectRoot } from './paths';
import { runProgram } from './runProgram';

// Takes the README's pictures in a real VS Code, in each theme: docs/pictures/<what>-<theme>.png.

const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};
const folder = join(projectRoot, 'docs/pictures');
const view = 'Experiments';
const experiment = 'Checkout button colour';

runProgram(async () => {
  await mkdir(folder, { recursive: true });
  for (const [name, theme] of Object.entries(themes)) {
    const opened: AsyncDisposable[] = [];
    try {
      const { workbench } = await openWorkbench({ settings: { 'workbench.colorTheme': theme } }, opened);
      await takePictures(workbench, name);
    } finally {
      for (const each of opened.toReversed()) await each[Symbol.asyncDispose]();
    }
  }
  return 0;
});

async function takePictures(workbench: WorkbenchPage, theme: string): Promise<void> {
  const take = (what: string) => workbench.page.screenshot({ path: join(folder, `${what}-${theme}.png`) });
  await workbench.openView('Experiment Lens');
  await workbench.row(view, experiment).waitFor();
  await workbench.openFile('checkoutButton.ts');
  await workbench.waitUntil('a code lens', 15_000, async () => (await workbench.codeLenses()).length > 0);
  await workbench.row(view, experiment).click();
  await workbench.waitForDrawing(await workbench.webview('canvas'));
  await workbench.page.mouse.move(700, 500);
  await workbench.page.waitForTimeout(1_000);
  await take('overview');
  await workbench.runCommand('Experiment Lens: Duplicate Experiment');
  await workbench.waitUntil('the rows', 5_000, async () => (await workbench.quickPickRows()).length > 3);
  await workbench.page.waitForTimeout(500);
  await take('quick-pick');
}
