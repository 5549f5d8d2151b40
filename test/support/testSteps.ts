/** A command of the project's own Node: a script and its arguments. */
export type Command = readonly [script: string, ...args: string[]];

export interface Step {
  readonly name: string;
  /** The groups of esbuild.mjs that must be built before. */
  readonly builds: readonly string[];
  /** All run at the same time. */
  readonly commands: readonly Command[];
  /** Whether it needs a browser and VS Code's workbench. */
  readonly inWorkbench?: true;
}

const tsc = 'node_modules/typescript/bin/tsc';
const mocha = 'node_modules/mocha/bin/mocha.js';
const hook = 'dist/test/support/endWithParentHook.js';
const strictly = ['--forbid-only', '--forbid-pending', '--no-color', '--require', hook];

/** What `npm test` does, in this order: the quick and narrow first. */
export const steps: readonly Step[] = [
  {
    name: 'typecheck',
    builds: [],
    commands: ['tsconfig.json', 'tsconfig.plain.json', 'webview/tsconfig.json'].map((file) => [
      tsc,
      '--pretty',
      'false',
      '-p',
      file,
    ]),
  },
  {
    name: 'lint',
    builds: [],
    commands: [['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings']],
  },
  { name: 'format', builds: [], commands: [['node_modules/oxfmt/bin/oxfmt', '--check']] },
  {
    name: 'unit',
    builds: ['unit'],
    // Patience for a busy machine: a test is about what comes, not when.
    commands: [[mocha, 'dist/test/unit/**/*.test.js', '--timeout', '20000', ...strictly]],
  },
  {
    name: 'integration',
    builds: ['host', 'webview', 'integration'],
    commands: [['dist/test/support/runIntegration.js']],
    inWorkbench: true,
  },
  {
    name: 'web',
    builds: ['browser', 'webview', 'node', 'integration'],
    commands: [['dist/test/support/runWebSmoke.js']],
    inWorkbench: true,
  },
  {
    name: 'e2e',
    builds: ['host', 'webview', 'node', 'harness', 'e2e'],
    commands: [[mocha, 'dist/test/e2e/**/*.test.js', '--timeout', '60000', ...strictly]],
    inWorkbench: true,
  },
];
