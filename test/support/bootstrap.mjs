// Runs a program of this project from a bare clone: `node test/support/bootstrap.mjs demo --port 8000`.
// Installs what package-lock.json names, builds what the program needs, then becomes the program.
// Everything said on the way goes to stderr, so that stdout is the program's own.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { Module } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const programs = {
  bench: { groups: 'host,browser,webview,node,harness,support,bench', file: 'dist/test/bench/bench.js' },
  demo: { groups: 'host,browser,webview,node,support', file: 'dist/test/support/demo.js' },
  pictures: { groups: 'host,browser,webview,node,support', file: 'dist/test/support/pictures.js' },
  sandbox: { groups: 'node', file: 'dist/node/sandboxServer.js' },
  scan: { groups: 'node', file: 'dist/node/scan.js' },
  shots: { groups: 'webview,harness,support', file: 'dist/test/support/shots.js' },
  test: { groups: 'support', file: 'dist/test/support/test.js' },
  testLong: { groups: 'support', file: 'dist/test/support/testLong.js' },
};
const parent = process.ppid;

function isNodeNewEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

function modifiedAt(file) {
  return statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** npm writes its own copy of the lock file last, so an interrupted install is seen as none. */
function isInstalled() {
  return modifiedAt('node_modules/.package-lock.json') > modifiedAt('package-lock.json') - 1000;
}

/** Runs a command to its end, or ends it with us. Half an install is worth nothing, so it is ended at once. */
async function run(command, args, shell = false) {
  const child = spawn(command, args, { cwd: root, shell, stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.pipe(process.stderr, { end: false });
  const stop = () => {
    child.kill('SIGKILL');
    process.exit(1);
  };
  const watch = setInterval(() => process.ppid === parent || stop(), 250);
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject));
  clearInterval(watch);
  process.off('SIGINT', stop).off('SIGTERM', stop);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed.`);
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Two programs started at once from a bare clone must not install into the same folder. */
async function alone(work) {
  const lock = join(root, '.vscode-test', 'preparing');
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch {
      const owner = Number(readLock(lock));
      if (owner && !isRunning(owner)) rmSync(lock, { force: true });
      else await sleep(200);
      if (process.ppid !== parent) process.exit(1);
    }
  }
  const release = () => rmSync(lock, { force: true });
  process.on('exit', release);
  try {
    await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function readLock(lock) {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return '';
  }
}

async function prepare(groups) {
  if (!isInstalled()) {
    console.error('Installing the packages of this project (once, about 20 seconds) ...');
    await run(
      'npm',
      ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
      process.platform === 'win32',
    );
  }
  await run(process.execPath, ['esbuild.mjs', `--only=${groups}`]);
}

const program = programs[process.argv[2]];
try {
  if (!isNodeNewEnough()) throw new Error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  if (!program) throw new Error(`Say which program to run: ${Object.keys(programs).join(', ')}.`);
  await alone(() => prepare(program.groups));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
if (process.ppid !== parent) process.exit(1);
process.argv.splice(1, 2, join(root, program.file));
// As Node does with the file on its command line, so that the program finds itself to be the main one.
Module.runMain();
