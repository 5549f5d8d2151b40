import type Mocha from 'mocha';
import { runMochaInHost } from '../mochaInHost';

/** VS Code calls this in its web-worker extension host; rejecting fails the run. */
export function run(): Promise<void> {
  // Mocha's build for browsers; it sets the global Mocha.
  void require('mocha/mocha.js');
  const browserMocha = Reflect.get(globalThis, 'Mocha') as typeof Mocha;
  return runMochaInHost(
    browserMocha,
    () => Promise.all([import('./activation.test'), import('./axiosTransport.test')]),
    formatPlainly,
  );
}

/** Fills the few placeholders that mocha's reporters use. */
function formatPlainly(template: unknown = '', ...args: unknown[]): string {
  const filled = String(template).replaceAll(/%[sdo]/g, (hole) =>
    args.length > 0 ? String(args.shift()) : hole,
  );
  return [filled, ...args.map(String)].join(' ');
}
