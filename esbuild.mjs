// Builds every program of the project into dist/. `--only=host,webview` builds some groups, `--watch` keeps going.
import { build, context } from 'esbuild';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Parts the desktop extension loads on first use. Each is a file of its own beside the eager bundle. */
const lazyParts = new Map([
  ['./core/api/createClient', './client.js'],
  ['./net/axiosTransport', './net.js'],
  ['./node/startIndexWorker', './startIndexWorker.js'],
  ['./sandbox/inProcessTransport', './sandbox.js'],
  ['./ui/code/followWorkspace', './code.js'],
  ['./ui/editor/createEditor', './editor.js'],
  ['./ui/onDemand', './ui.js'],
]);

/** axios needs form-data for uploads only, and form-data brings the whole MIME database along. */
const withoutFormData = {
  name: 'without-form-data',
  setup(api) {
    api.onResolve({ filter: /^form-data$/ }, () => ({ path: 'form-data', namespace: 'stub' }));
    api.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({
      contents: 'module.exports = class FormData {};',
    }));
  },
};

/** Turns `import('./net/axiosTransport')` into a require of the separately built file. */
const lazily = {
  name: 'lazily',
  setup(api) {
    api.onResolve({ filter: /^\.\// }, ({ kind, path }) => {
      const file = kind === 'dynamic-import' ? lazyParts.get(path) : undefined;
      return file && { path: file, external: true };
    });
  },
};

/** A browser host has no threads of Node's: there the index works in slices. */
const withoutWorkers = {
  name: 'without-workers',
  setup(api) {
    api.onResolve({ filter: /\/node\/startIndexWorker$/ }, ({ path }) => ({ path, namespace: 'none' }));
    api.onLoad({ filter: /.*/, namespace: 'none' }, () => ({
      contents: 'export const startIndexWorker = undefined;',
    }));
  },
};

/** Unit tests run without an editor: whatever they touch must not need one. */
const withoutVscode = {
  name: 'without-vscode',
  setup(api) {
    api.onResolve({ filter: /^vscode$/ }, () => ({ path: 'vscode', namespace: 'forbidden' }));
    api.onLoad({ filter: /.*/, namespace: 'forbidden' }, () => ({
      contents: 'throw new Error("This code runs without VS Code and must not import it.");',
    }));
  },
};

const shared = {
  bundle: true,
  sourcemap: 'linked',
  logLevel: 'warning',
  legalComments: 'none',
  // What the finder of yesterday kept is of no use to that of today.
  define: { FINDER_VERSION: JSON.stringify(hashOf('src/code')) },
};
const node = {
  ...shared,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  plugins: [withoutFormData],
};
const browser = { ...shared, platform: 'browser', target: 'es2022', minify: true };
const onDesktop = { ...node, minify: true, supported: { 'dynamic-import': false } };
const tests = {
  ...node,
  external: ['vscode', 'mocha', 'playwright-core', '@vscode/test-electron', 'esbuild'],
};

const groups = {
  host: [
    {
      ...onDesktop,
      entryPoints: { extension: 'src/extension.ts' },
      outdir: 'dist',
      plugins: [lazily],
    },
    {
      ...onDesktop,
      entryPoints: {
        client: 'src/core/api/createClient.ts',
        code: 'src/ui/code/followWorkspace.ts',
        editor: 'src/ui/editor/createEditor.ts',
        indexWorker: 'src/node/indexWorker.ts',
        net: 'src/net/axiosTransport.ts',
        sandbox: 'src/sandbox/inProcessTransport.ts',
        startIndexWorker: 'src/node/startIndexWorker.ts',
        ui: 'src/ui/onDemand.ts',
      },
      outdir: 'dist',
    },
  ],
  browser: [
    {
      ...browser,
      format: 'cjs',
      external: ['vscode'],
      entryPoints: ['src/extension.ts'],
      outfile: 'dist/browser/extension.js',
      plugins: [withoutWorkers],
    },
  ],
  webview: [{ ...browser, format: 'esm', entryPoints: { panel: 'webview/main.ts' }, outdir: 'dist/webview' }],
  node: [{ ...node, entryPoints: filesIn('src/node', '.ts'), outdir: 'dist/node' }],
  support: [
    {
      ...tests,
      entryPoints: filesIn('test/support', '.ts', { recursive: false }),
      outdir: 'dist/test/support',
    },
  ],
  unit: [
    {
      ...tests,
      entryPoints: filesIn('test/unit', '.test.ts'),
      outbase: 'test/unit',
      outdir: 'dist/test/unit',
      plugins: [withoutFormData, withoutVscode],
    },
  ],
  integration: [
    {
      ...tests,
      entryPoints: [
        'test/integration/index.ts',
        ...filesIn('test/integration/suite', '.test.ts'),
        'test/integration/multiRoot/index.ts',
        ...filesIn('test/integration/multiRoot', '.test.ts'),
      ],
      outbase: 'test/integration',
      outdir: 'dist/test/integration',
    },
    {
      ...browser,
      minify: false,
      format: 'cjs',
      external: ['vscode'],
      // mocha's browser build would take the module of our suite for its own.
      define: { ...shared.define, module: 'undefined' },
      entryPoints: ['test/integration/web/index.ts'],
      outdir: 'dist/test/integration/web',
    },
  ],
  e2e: [{ ...tests, entryPoints: filesIn('test/e2e', '.test.ts'), outdir: 'dist/test/e2e' }],
  harness: [
    {
      ...browser,
      minify: false,
      format: 'esm',
      entryPoints: ['test/webview/harness.ts'],
      outdir: 'dist/test/webview',
    },
  ],
  bench: [
    {
      ...tests,
      entryPoints: {
        bench: 'test/bench/bench.ts',
        editorProbe: 'test/bench/editorProbe.ts',
        finderProbe: 'test/bench/finderProbe.ts',
        indexProbe: 'test/bench/indexProbe.ts',
        startUpProbe: 'test/bench/startUpProbe.ts',
        workbenchProbe: 'test/bench/workbenchProbe.ts',
        'stubs/vscode': 'test/bench/vscodeStub.ts',
        'twin/vscode': 'test/bench/vscodeTwin.ts',
      },
      outdir: 'dist/test/bench',
    },
  ],
};

function hashOf(folder) {
  const hash = createHash('sha256');
  for (const file of filesIn(folder, '.ts').toSorted()) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

function filesIn(folder, ending, { recursive } = { recursive: true }) {
  return readdirSync(folder, { recursive, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name));
}

const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
const watch = process.argv.includes('--watch');
const names = only ?? Object.keys(groups);
for (const name of names) {
  if (!groups[name])
    throw new Error(`No build group "${name}". There are: ${Object.keys(groups).join(', ')}`);
}
if (!only) rmSync('dist', { recursive: true, force: true });

const builds = names.flatMap((name) => groups[name]);
if (watch) {
  for (const options of builds) await (await context(options)).watch();
} else {
  await Promise.all(builds.map((options) => build(options)));
}
