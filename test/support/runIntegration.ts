import { runTests } from '@vscode/test-electron';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
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
  process.env = withoutAccount(process.env);
  const executable = await findExecutable();
  return await runTests({
    ...(executable && { vscodeExecutablePath: executable }),
    extensionDevelopmentPath: projectRoot,
    extensionTestsPath: join(projectRoot, 'dist/test/integration/index.js'),
    launchArgs: [workspace.path, '--disable-extensions'],
  });
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
