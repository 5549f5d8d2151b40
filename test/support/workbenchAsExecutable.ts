#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { runInWorkbench } from './runInWorkbench';
import { runProgram } from './runProgram';

// Stands where @vscode/test-electron expects VS Code's executable: takes the same arguments, runs the suite in the
// browser workbench, and ends with the suite's exit code. Flags meant for Electron are ignored.
const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
  },
});

runProgram(async (signal) => {
  const { extensionDevelopmentPath: extensionPath, extensionTestsPath: testsPath } = values;
  const [workspace] = positionals;
  if (typeof extensionPath !== 'string' || typeof testsPath !== 'string' || !workspace) {
    throw new Error('Give a workspace, --extensionDevelopmentPath= and --extensionTestsPath=.');
  }
  return runInWorkbench({ name: 'integration', signal, workspace, extensionPath, testsPath });
});
