import { FileSystemError, Uri, workspace } from 'vscode';
import type { Logger } from '../core/logger';
import type { ListStorage } from '../core/store/listStorage';

/**
 * Keeps each text in a file of the extension's own folder. A copy that cannot be kept costs a log line, no more. What
 * changes files is done one after the other, so that a text is not written again by who came before its removal.
 */
export function createFileStorage(folder: Uri, logger: Logger): ListStorage {
  const lists = Uri.joinPath(folder, 'lists');
  const fileOf = (key: string) => Uri.joinPath(lists, `${key}.json`);
  let last: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>, failure: string) => {
    last = last.then(work).catch((error: unknown) => logger.warn(`${failure}: ${String(error)}`));
    return last;
  };
  return {
    async read(key) {
      try {
        return new TextDecoder().decode(await workspace.fs.readFile(fileOf(key)));
      } catch (error) {
        if (!isMissing(error)) logger.warn(`The kept list could not be read: ${String(error)}`);
        return undefined;
      }
    },
    write: (key, text) =>
      inTurn(
        async () => workspace.fs.writeFile(fileOf(key), new TextEncoder().encode(text)),
        'The list could not be kept',
      ),
    remove: (beginning) =>
      inTurn(async () => {
        const names = (await filesIn(lists)).filter((name) => name.startsWith(beginning));
        await Promise.all(names.map((name) => workspace.fs.delete(Uri.joinPath(lists, name))));
      }, 'The kept lists could not be removed'),
  };
}

/** A folder that was never made has none. */
async function filesIn(folder: Uri): Promise<readonly string[]> {
  try {
    return (await workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof FileSystemError && error.code === 'FileNotFound';
}
