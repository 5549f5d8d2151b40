import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openWorkbench } from '../e2e/useWorkbench';
import type { WorkbenchPage } from '../e2e/workbenchPage';
import { projectRoot, resultsFolder } from './paths';
import { runProgram } from './runProgram';

// Takes pictures in a real VS Code, in each theme: the README's in docs/pictures, and what editors show (lens, hover,
// completion, diagnostics, references, branches) in test-results/editor to be looked at; both as <what>-<theme>.png.

const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};
const folder = join(projectRoot, 'docs/pictures');
const editorFolder = join(resultsFolder, 'editor');
const view = 'Experiments';
/** Off unless asked for. */
const branchSettings = {
  'experimentLens.decorations.branchHints': true,
  'experimentLens.decorations.fadeLost': true,
};
const experiment = 'Checkout button colour';

runProgram(async () => {
  await mkdir(folder, { recursive: true });
  await mkdir(editorFolder, { recursive: true });
  for (const [name, theme] of Object.entries(themes)) {
    const opened: AsyncDisposable[] = [];
    try {
      const { workbench } = await openWorkbench({ settings: { 'workbench.colorTheme': theme } }, opened);
      await takePictures(workbench, name);
      await takeEditorPictures(workbench, name);
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
  await workbench.waitUntil('a code lens', async () => (await workbench.codeLenses()).length > 0);
  await workbench.row(view, experiment).click();
  await workbench.waitForDrawing(await workbench.webview('canvas'));
  await workbench.page.mouse.move(600, 760);
  await workbench.page.waitForTimeout(1_000);
  await take('overview');
  await workbench.runCommand('Experiment Lens: Duplicate Experiment');
  await workbench.waitUntil('the rows', async () => (await workbench.quickPickRows()).length > 3);
  await workbench.page.waitForTimeout(500);
  await take('quick-pick');
}

async function takeEditorPictures(workbench: WorkbenchPage, theme: string): Promise<void> {
  const { page } = workbench;
  const take = (what: string) => page.screenshot({ path: join(editorFolder, `${what}-${theme}.png`) });
  const at = async (line: number, column: number): Promise<void> => {
    await page.mouse.move(700, 860);
    await page.keyboard.press('Control+g');
    await workbench.type(`:${line},${column}`);
    await workbench.accept();
    await page.waitForTimeout(500);
  };
  await page.keyboard.press('Escape');
  await workbench.runCommand('View: Close All Editors');
  await workbench.openFile('checkoutButton.ts');
  await workbench.waitUntil('a code lens', async () => (await workbench.codeLenses()).length > 0);
  await at(13, 50);
  await workbench.runCommand('Show or Focus Hover');
  await page.waitForTimeout(2_000);
  await take('hover');
  await page.keyboard.press('Escape');
  await at(16, 2);
  await page.keyboard.type("\nexport const chat = posthog.isFeatureEnabled('suport-chat-bubble');\n");
  await page.keyboard.type("export const hero = posthog.getFeatureFlag('");
  await page.waitForTimeout(3_000);
  await page.keyboard.press('Control+Space');
  await page.waitForTimeout(1_500);
  await take('completion');
  await page.keyboard.press('Escape');
  await workbench.runCommand('Problems: Focus on Problems View');
  await page.waitForTimeout(1_500);
  await take('diagnostics');
  await workbench.runCommand('File: Revert File');
  await page.keyboard.press('Control+j');
  await workbench.openFile('CheckoutPage.tsx');
  await at(8, 60);
  await workbench.runCommand('Peek References');
  await page.waitForTimeout(2_000);
  await take('references');
  await page.keyboard.press('Escape');
  const settingsFile = join(workbench.workspacePath, '.vscode/settings.json');
  await mkdir(dirname(settingsFile), { recursive: true });
  await writeFile(settingsFile, JSON.stringify(branchSettings));
  await workbench.openFile('loyalty.ts');
  // Settings that were written come some time later, and a hint is the style of something empty.
  await page.waitForFunction(
    `[...document.querySelectorAll('.view-line span')].some((each) =>
      getComputedStyle(each, '::after').content.includes('ended'))`,
  );
  await take('branches');
}
