import { runTests } from '@vscode/test-electron';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { createMultiRoot } from './createMultiRoot';
import { copyWorkspace } from './copyWorkspace';
import { projectRoot } from './paths';
import { runProgram } from './runProgram';
import { withoutAccount } from './withoutAccount';

// Runs the integration suite in a real VS Code. Which one:
//   VSCODE_EXECUTABLE=<path>          that desktop VS Code
//   EXPERIMENT_LENS_VSCODE=desktop    the newest desktop VS Code, downloaded
//   neither                           the browser workbench, which needs no display and no other download host
runProgram(async () => {
  await using workspace = await copyWorkspace();
  await using multiRoot = await createMultiRoot();
  process.env = withoutAccount(process.env);
  const executable = await findExecutable();
  const run = async (path: string, suite: string) =>
    runTests({
      ...(executable && { vscodeExecutablePath: executable }),
      extensionDevelopmentPath: projectRoot,
      extensionTestsPath: join(projectRoot, 'dist/test/integration', suite),
      launchArgs: [path, '--disable-extensions'],
    });
  return (await run(workspace.path, 'index.js')) || (await run(multiRoot.path, 'multiRoot/index.js'));
});

/** Undefined lets @vscode/test-electron download one. */
async function findExecutable(): Promise<string | undefined> {
  const chosen = process.env['VSCODE_EXECUTABLE'];
  if (chosen) return chosen;
  if (process.env['EXPERIMENT_LENS_VSCODE'] === 'desktop') return undefined;
  const workbench = join(__dirname, 'workbenchAsExecutable.js');
  await chmod(workbench, 0o755);
  return workbench;
}
