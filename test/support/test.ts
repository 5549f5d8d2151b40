import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand, type RunResult } from './childProcess';
import { findBrowser } from './findBrowser';
import { installWorkbench } from './installWorkbench';
import { projectRoot } from './paths';
import { runProgram } from './runProgram';
import { createTemporaryFolder } from './temporaryFolder';
import { steps, type Command, type Step } from './testSteps';

interface Counts {
  passed: number;
  failed: number;
}

// `npm test`: every check of the project, one line each, up to the first failure. `npm test -- --only=unit,lint`
// runs some. Ends with the line `N passed, N failed`, which counts the tests of all suites.
runProgram(async (signal) => {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const chosen = choose(values.only);
  if (chosen.some((step) => step.inWorkbench)) {
    await findBrowser(signal);
    await installWorkbench(signal);
  }
  // Whatever a suite that was ended leaves in its temporary folder goes with this one.
  await using temporary = await createTemporaryFolder();
  const env = { ...process.env, TMPDIR: temporary.path };
  const run = ([script, ...args]: Command): Promise<RunResult> =>
    runCommand(process.execPath, [script, ...args], { cwd: projectRoot, env, signal, graceMs: 0 });

  const total: Counts = { passed: 0, failed: 0 };
  const groups = new Set(chosen.flatMap((step) => step.builds));
  if (groups.size > 0) await clearOldTests();
  const building = {
    name: 'build',
    builds: [],
    commands: [['esbuild.mjs', `--only=${[...groups].join(',')}`]],
  } as const;
  for (const step of groups.size > 0 ? [building, ...chosen] : chosen) {
    if (signal.aborted) break;
    const isGood = await runStep(step, run, total);
    if (!isGood) break;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && !signal.aborted ? 0 : 1;
});

function choose(only: string | undefined): readonly Step[] {
  if (!only) return steps;
  const names = only.split(',');
  const known = steps.map((step) => step.name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new Error(`There is no step "${unknown}". The steps are: ${known.join(', ')}.`);
  return steps.filter((step) => names.includes(step.name));
}

/** A test whose source was deleted or renamed must not run on from an older build. */
async function clearOldTests(): Promise<void> {
  for (const kind of ['unit', 'integration', 'e2e']) {
    await rm(join(projectRoot, 'dist/test', kind), { recursive: true, force: true });
  }
}

/** Prints the step's line, and its output when it failed. Adds its tests to the total. */
async function runStep(
  step: Step,
  run: (command: Command) => Promise<RunResult>,
  total: Counts,
): Promise<boolean> {
  const started = performance.now();
  const results = await Promise.all(step.commands.map(run));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const failures = results.filter((result) => result.exitCode !== 0);
  const tests = countTests(results.map((result) => result.output).join('\n'));
  total.passed += tests.passed;
  total.failed += tests.failed || (failures.length > 0 ? 1 : 0);
  const outcome = failures.length > 0 ? 'FAILED' : 'ok';
  const counted = tests.passed + tests.failed > 0 ? `${tests.passed} passed` : '';
  console.log(`${step.name.padEnd(12)} ${seconds.padStart(6)} s  ${outcome.padEnd(6)}  ${counted}`.trimEnd());
  for (const { output } of failures) console.log(`\n${output.trim().replaceAll(/^/gm, '  ')}\n`);
  return failures.length === 0;
}

/** Reads the closing lines of mocha's reporter. */
function countTests(output: string): Counts {
  const sum = (pattern: RegExp): number =>
    [...output.matchAll(pattern)].reduce((count, match) => count + Number(match[1]), 0);
  return { passed: sum(/^ *(\d+) passing\b/gm), failed: sum(/^ *(\d+) failing\b/gm) };
}
