import { Disposable, type Uri, workspace } from 'vscode';
import { isWorthReading } from '../../code/index/indexedRoot';
import { nameOf } from '../../code/path';

/** Changes come in bursts: a save of all, a switch of branches. */
const waitMs = 100;
/** What packages and version control do all the time is none of our business. */
const busyFolders = /\/(?:node_modules|\.git)\//;

/** Calls `onChanged` with what was created, changed, renamed or deleted in the workspace, many at once. */
export function watchFiles(onChanged: (uris: readonly Uri[]) => void): Disposable {
  const waiting = new Map<string, Uri>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    const uris = [...waiting.values()];
    waiting.clear();
    onChanged(uris);
  };
  const note = (uri: Uri, mayBeFolder: boolean) => {
    if (busyFolders.test(uri.path)) return;
    const name = nameOf(uri.path);
    if (!isWorthReading(uri.path) && name !== '.gitignore' && !mayBeFolder) return;
    waiting.set(uri.toString(), uri);
    timer ??= setTimeout(flush, waitMs);
  };
  const watcher = workspace.createFileSystemWatcher('**/*');
  return Disposable.from(
    watcher,
    watcher.onDidChange((uri) => note(uri, false)),
    // A folder that is moved is told of as one path.
    watcher.onDidCreate((uri) => note(uri, true)),
    watcher.onDidDelete((uri) => note(uri, true)),
    new Disposable(() => clearTimeout(timer)),
  );
}
