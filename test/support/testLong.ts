import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './childProcess';
import { projectRoot } from './paths';
import { runProgram } from './runProgram';
import { createTemporaryFolder } from './temporaryFolder';
import { zipEntries } from './zipEntries';

const needed = [
  'dist/extension.js',
  'dist/client.js',
  'dist/code.js',
  'dist/indexWorker.js',
  'dist/startIndexWorker.js',
  'dist/net.js',
  'dist/ui.js',
  'dist/sandbox.js',
  'dist/browser/extension.js',
  'dist/webview/panel.js',
];
const unwanted = [
  /^src\//,
  /^test\//,
  /^webview\//,
  /^dist\/(test|node)\//,
  /(^|\/)node_modules\//,
  /\.map$/,
  /\.ts$/,
];

// `npm run test:long`: packages the extension as it is shipped and looks into the package.
runProgram(async (signal) => {
  await using folder = await createTemporaryFolder();
  const archive = join(folder.path, 'extension.vsix');
  const inProject = { cwd: projectRoot, signal };
  await runOrFail(['esbuild.mjs', '--only=host,browser,webview'], inProject);
  await runOrFail(
    [
      'node_modules/@vscode/vsce/vsce',
      'package',
      '--no-dependencies',
      '--no-rewrite-relative-links',
      '--out',
      archive,
    ],
    inProject,
  );

  const names = zipEntries(await readFile(archive))
    .filter((name) => name.startsWith('extension/'))
    .map((name) => name.slice('extension/'.length));
  const failures = [
    ...needed.filter((name) => !names.includes(name)).map((name) => `The package lacks ${name}.`),
    ...names
      .filter((name) => unwanted.some((pattern) => pattern.test(name)))
      .map((name) => `The package must not hold ${name}.`),
  ];
  for (const failure of failures) console.log(failure);
  console.log(`package: ${names.length} files`);
  console.log(failures.length === 0 ? '1 passed, 0 failed' : '0 passed, 1 failed');
  return failures.length === 0 ? 0 : 1;
});

async function runOrFail(
  args: readonly string[],
  options: { cwd: string; signal: AbortSignal },
): Promise<void> {
  const { exitCode, output } = await runCommand(process.execPath, args, options);
  if (exitCode !== 0) throw new Error(`${args.join(' ')} failed:\n${output}`);
}
