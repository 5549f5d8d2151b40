import { FileSystemError, Uri, workspace } from 'vscode';
import type { Logger } from '../core/logger';
import type { ListStorage } from '../core/store/listStorage';

/** Keeps each text in a file of the extension's own folder. A copy that cannot be kept costs a log line, no more. */
export function createFileStorage(folder: Uri, logger: Logger): ListStorage {
  const fileOf = (key: string) => Uri.joinPath(folder, 'lists', `${key}.json`);
  return {
    async read(key) {
      try {
        return new TextDecoder().decode(await workspace.fs.readFile(fileOf(key)));
      } catch (error) {
        const isMissing = error instanceof FileSystemError && error.code === 'FileNotFound';
        if (!isMissing) logger.warn(`The kept list could not be read: ${String(error)}`);
        return undefined;
      }
    },
    async write(key, text) {
      try {
        await workspace.fs.writeFile(fileOf(key), new TextEncoder().encode(text));
      } catch (error) {
        logger.warn(`The list could not be kept: ${String(error)}`);
      }
    },
  };
}
