import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTemporaryFolder, type TemporaryFolder } from './temporaryFolder';

const code = `import posthog from 'posthog-js';

if (posthog.getFeatureFlag('newsletter-popup') === 'test') open();
`;

/** Two folders with the same code, one of each project of the sandbox. Its path is that of the workspace file. */
export async function createMultiRoot(): Promise<TemporaryFolder> {
  const folder = await createTemporaryFolder();
  const projects = { shop: 7100, wholesale: 7200 };
  for (const [name, projectId] of Object.entries(projects)) {
    await mkdir(join(folder.path, name));
    await writeFile(join(folder.path, name, 'page.ts'), code);
    await writeFile(join(folder.path, name, '.posthog.json'), JSON.stringify({ projectId }));
  }
  const path = join(folder.path, 'all.code-workspace');
  const folders = Object.keys(projects).map((name) => ({ path: name }));
  await writeFile(path, JSON.stringify({ folders }));
  return { path, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}
