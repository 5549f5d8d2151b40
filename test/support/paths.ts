import { join, sep } from 'node:path';

/** The programs here are bundled to dist/test/<kind>, some of them in folders of their own. */
export const projectRoot = __dirname.slice(0, __dirname.lastIndexOf(`${sep}dist${sep}`));

/** What is installed for the tests alone. Git ignores it. */
export const cacheFolder = join(projectRoot, '.vscode-test');

/** Screenshots and logs of failures. Git ignores it. */
export const resultsFolder = join(projectRoot, 'test-results');

/** The folder that demo and tests open a copy of. */
export const sampleWorkspace = join(projectRoot, 'test/support/sampleWorkspace');
