import { Disposable, EventEmitter, type TextDocument, Uri, workspace } from 'vscode';
import { projectConfigName, readProjectId } from '../../code/index/projectConfig';
import { documentUri } from './documentUri';

/** Which project of PostHog code belongs to. */
export type Belonging =
  /** Not known yet: the files that say it are being read. */
  | { readonly kind: 'unread' }
  /** `projectId` undefined: nothing says so, it belongs to whichever project is open. */
  | { readonly kind: 'read'; readonly projectId: number | undefined };

/** What a folder's own .posthog.json says; undefined while it is being read. */
type OfFolder = { readonly projectId: number | undefined } | undefined;

/**
 * The projects of a workspace by its folders: the nearest `.posthog.json` that names one decides. Only the folders
 * around documents somebody asks about are looked at.
 */
export class ProjectFiles {
  readonly #changed = new EventEmitter<void>();
  /** Documents may belong to other projects than before. */
  readonly onDidChange = this.#changed.event;
  readonly #folders = new Map<string, OfFolder>();
  readonly #listeners;

  constructor() {
    const watcher = workspace.createFileSystemWatcher(`**/${projectConfigName}`);
    const read = (uri: Uri) => void this.#read(Uri.joinPath(uri, '..'));
    this.#listeners = Disposable.from(
      watcher,
      watcher.onDidCreate(read),
      watcher.onDidChange(read),
      watcher.onDidDelete(read),
      workspace.onDidChangeWorkspaceFolders(() => this.#changed.fire()),
    );
  }

  find(document: TextDocument): Belonging {
    const uri = documentUri(document);
    const root = workspace.getWorkspaceFolder(uri)?.uri;
    if (!root) return { kind: 'read', projectId: undefined };
    const folders = foldersUpTo(root, uri);
    const unread = folders.filter((folder) => !this.#folders.has(folder.toString()));
    for (const folder of unread) void this.#read(folder);
    for (const folder of folders) {
      const known = this.#folders.get(folder.toString());
      if (!known) return { kind: 'unread' };
      if (known.projectId !== undefined) return { kind: 'read', projectId: known.projectId };
    }
    return { kind: 'read', projectId: undefined };
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#changed.dispose();
  }

  /** How often each folder was read. */
  readonly #reads = new Map<string, number>();

  /** What was known stays until the new is there. Never rejects: what cannot be read says nothing. */
  async #read(folder: Uri): Promise<void> {
    const key = folder.toString();
    if (!this.#folders.has(key)) this.#folders.set(key, undefined);
    const read = (this.#reads.get(key) ?? 0) + 1;
    this.#reads.set(key, read);
    const projectId = await readProjectIdIn(folder);
    // A file is written in steps: what was read of an earlier one may come last.
    if (this.#reads.get(key) !== read) return;
    const before = this.#folders.get(key);
    this.#folders.set(key, { projectId });
    if (!before || before.projectId !== projectId) this.#changed.fire();
  }
}

async function readProjectIdIn(folder: Uri): Promise<number | undefined> {
  try {
    const bytes = await workspace.fs.readFile(Uri.joinPath(folder, projectConfigName));
    return readProjectId(new TextDecoder().decode(bytes));
  } catch {
    // Most folders have none; one that may not be read says as little.
    return undefined;
  }
}

/** From the one the file is in to the root, both of them among them. */
function foldersUpTo(root: Uri, file: Uri): readonly Uri[] {
  const folders: Uri[] = [];
  for (let folder = Uri.joinPath(file, '..'); ; folder = Uri.joinPath(folder, '..')) {
    folders.push(folder);
    if (folder.path.length <= root.path.length) return folders;
  }
}
