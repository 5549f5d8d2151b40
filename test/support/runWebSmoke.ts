import { cp, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { copyWorkspace } from './copyWorkspace';
import { projectRoot } from './paths';
import { runInWorkbench } from './runInWorkbench';
import { runProgram } from './runProgram';
import { startSandbox } from './startSandbox';
import { createTemporaryFolder } from './temporaryFolder';

const suite = 'dist/test/integration/web';
const parts = ['dist/browser', 'dist/webview', 'media', 'l10n', 'package.nls.json', suite];

// Runs a small suite in the web-worker extension host. VS Code takes `main` wherever it can, so the extension is
// copied with a manifest that has `browser` alone. The suite goes along: VS Code runs it in the host of the extension
// whose folder it is in.
runProgram(async (signal) => {
  await using extension = await createTemporaryFolder();
  await using workspace = await copyWorkspace();
  // A browser host has no environment: the workspace tells the suite where to find it.
  await using sandbox = await startSandbox();
  const { POSTHOG_HOST: host, POSTHOG_PERSONAL_API_KEY: token } = sandbox.env;
  await writeFile(join(workspace.path, 'sandbox.json'), JSON.stringify({ host, token }));
  for (const path of parts.filter((name) => existsSync(join(projectRoot, name)))) {
    await cp(join(projectRoot, path), join(extension.path, path), { recursive: true });
  }
  const manifest = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as { main?: string };
  delete manifest.main;
  await writeFile(join(extension.path, 'package.json'), JSON.stringify(manifest));
  return await runInWorkbench({
    name: 'web',
    signal,
    workspace: workspace.path,
    extensionPath: extension.path,
    testsPath: join(extension.path, suite, 'index.js'),
  });
});
