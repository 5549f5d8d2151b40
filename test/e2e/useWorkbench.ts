import { sampleSize } from '../../src/sandbox/catalog/catalog';
import { copyWorkspace } from '../support/copyWorkspace';
import { launchBrowser } from '../support/launchBrowser';
import { projectRoot } from '../support/paths';
import { startSandbox, type Sandbox } from '../support/startSandbox';
import { startWorkbench, type Settings } from '../support/startWorkbench';
import { WorkbenchPage } from './workbenchPage';

export interface UseWorkbenchOptions {
  /** Whether the extension finds an API key in its environment. Default: true. */
  readonly signedIn?: boolean;
  readonly settings?: Settings;
  /** Environment of the extension host, on top of what signs in. */
  readonly env?: () => Readonly<Record<string, string>>;
  /** Another folder than the project's, for trying the helpers on a stand-in. */
  readonly extensionPath?: string;
}

export interface UsedWorkbench {
  readonly workbench: WorkbenchPage;
  readonly sandbox: Sandbox;
}

const openTimeoutMs = 180_000;

/**
 * Called inside `describe`: opens VS Code on a copy of the sample workspace, with the extension and a sandbox of its
 * own, before the first test and closes it all after the last. A failed test leaves a screenshot in test-results.
 */
export function useWorkbench(options: UseWorkbenchOptions = {}): () => UsedWorkbench {
  let used: UsedWorkbench | undefined;
  const opened: AsyncDisposable[] = [];
  const current = (): UsedWorkbench => {
    if (!used) throw new Error('The workbench is open inside tests only.');
    return used;
  };

  before('open VS Code', async function () {
    this.timeout(openTimeoutMs);
    used = await openWorkbench(options, opened);
  });
  afterEach('keep a picture of a failure', async function () {
    if (this.currentTest?.state === 'failed') {
      await used?.workbench.screenshot(this.currentTest.fullTitle().replaceAll(/\W+/g, '-'));
    }
  });
  after('close VS Code', async () => {
    for (const each of opened.toReversed()) await each[Symbol.asyncDispose]();
  });
  return current;
}

/** Notes each thing it opens in `opened` at once, so that what was open before a failure can be closed too. */
export async function openWorkbench(
  options: UseWorkbenchOptions,
  opened: AsyncDisposable[],
): Promise<UsedWorkbench> {
  const { signedIn = true, settings = {}, extensionPath = projectRoot } = options;
  const note = <T extends AsyncDisposable>(thing: T): T => {
    opened.push(thing);
    return thing;
  };
  const sandbox = note(await startSandbox({ experiments: sampleSize }));
  const workspace = note(await copyWorkspace());
  const env = { ...(signedIn && sandbox.env), ...options.env?.() };
  const server = note(await startWorkbench({ installed: extensionPath, env, settings }));
  const browser = note(await launchBrowser());
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  // A busy machine takes its time to start an extension host; a test is about what comes, not when.
  page.setDefaultTimeout(60_000);
  await page.goto(server.urlOf({ workspace: workspace.path }));
  await page.getByRole('tree', { name: 'Files Explorer' }).getByRole('treeitem').first().waitFor();
  return { workbench: new WorkbenchPage(page, workspace.path), sandbox };
}
