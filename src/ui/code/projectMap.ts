import { Disposable, FileSystemError, Uri, workspace } from 'vscode';
import { projectConfigName, readProjectId } from '../../code/index/projectConfig';

/** More files than that say which project code belongs to in no workspace. */
const maxFiles = 500;

/** Which project of PostHog each file of the workspace belongs to: all files that say so, looked for when somebody asks. */
export class ProjectMap {
  #projects: Promise<ReadonlyMap<string, number>> | undefined;
  readonly #listeners;

  constructor() {
    const watcher = workspace.createFileSystemWatcher(`**/${projectConfigName}`);
    const forget = (): void => {
      this.#projects = undefined;
    };
    this.#listeners = Disposable.from(
      watcher,
      watcher.onDidCreate(forget),
      watcher.onDidChange(forget),
      watcher.onDidDelete(forget),
      workspace.onDidChangeWorkspaceFolders(forget),
    );
  }

  /** Keeps those that belong to the project of a file, where one that nothing is said of belongs to the open project. */
  async ofSameProject<T>(
    file: Uri,
    openId: number | undefined,
    all: readonly T[],
    uriOf: (each: T) => Uri,
  ): Promise<readonly T[]> {
    this.#projects ??= readProjects();
    const projects = await this.#projects;
    if (projects.size === 0) return all;
    const projectOf = (uri: Uri): number | undefined => nearest(projects, uri) ?? openId;
    const own = projectOf(file);
    return all.filter((each) => projectOf(uriOf(each)) === own);
  }

  dispose(): void {
    this.#listeners.dispose();
  }
}

async function readProjects(): Promise<ReadonlyMap<string, number>> {
  const files = await workspace.findFiles(`**/${projectConfigName}`, '**/node_modules/**', maxFiles);
  const projects = new Map<string, number>();
  for (const file of files) {
    const id = await readId(file);
    if (id !== undefined) projects.set(Uri.joinPath(file, '..').toString(), id);
  }
  return projects;
}

async function readId(file: Uri): Promise<number | undefined> {
  try {
    return readProjectId(new TextDecoder().decode(await workspace.fs.readFile(file)));
  } catch (error) {
    // Gone again, or not to be read: it says nothing.
    if (error instanceof FileSystemError) return undefined;
    throw error;
  }
}

function nearest(projects: ReadonlyMap<string, number>, file: Uri): number | undefined {
  for (let folder = Uri.joinPath(file, '..'); ; folder = Uri.joinPath(folder, '..')) {
    const id = projects.get(folder.toString());
    if (id !== undefined || folder.path.length <= 1) return id;
  }
}
