import { cp } from 'node:fs/promises';
import { sampleWorkspace } from './paths';
import { createTemporaryFolder, type TemporaryFolder } from './temporaryFolder';

/** A copy of the sample workspace to open and edit. Disposing removes it. */
export async function copyWorkspace(): Promise<TemporaryFolder> {
  const folder = await createTemporaryFolder();
  await cp(sampleWorkspace, folder.path, { recursive: true });
  return folder;
}
