import type Mocha from 'mocha';

/** Marks what the suite says among all that VS Code writes to the same console. The launcher strips it. */
export const suiteMark = '[suite] ';

type MochaClass = typeof Mocha;

/**
 * Runs tests with mocha inside an extension host.
 *
 * `load` loads the test files once `describe` and `it` exist; `format` joins console arguments. Rejects, which makes
 * VS Code end with a failure, when a test failed or none ran. Ends with the line `N passed, N failed`.
 */
export async function runMochaInHost(
  MochaHere: MochaClass,
  load: () => unknown,
  format: (...args: unknown[]) => string,
): Promise<void> {
  const { Base } = MochaHere.reporters;
  const print = Base.consoleLog;
  const say = (...args: unknown[]): void => {
    for (const line of format(...args).split('\n')) print(suiteMark + line);
  };
  Base.consoleLog = say;
  const mocha = new MochaHere({
    ui: 'bdd',
    reporter: 'spec',
    color: false,
    timeout: 20_000,
    forbidOnly: true,
    forbidPending: true,
  });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await load();
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
  const { passes = 0, failures = 0 } = stats ?? {};
  say(`${passes} passed, ${failures} failed`);
  if (failures > 0) throw new Error(`${failures} integration tests failed.`);
  if (passes === 0) throw new Error('No integration test ran.');
}
